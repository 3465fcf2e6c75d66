package io.zugabe.recommendation.insight.domain;

/**
 * A product of an order as it was told.
 *
 * @param time of the order, in milliseconds since 1970
 * @param quantity units
 */
public record BoughtLine(LineKey key, Person person, long time, long quantity) {

    /** What two statements about the order say together, whichever came first. */
    BoughtLine with(BoughtLine other) {
        return new BoughtLine(
                key, person.with(other.person), Math.min(time, other.time), Math.max(quantity, other.quantity));
    }
}
