package io.zugabe.recommendation.triggers.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A timer of a person; there is one per key.
 *
 * @param anchors the products that an offer is to complement, at most {@link #MOST_ANCHORS}
 * @param cause when happened what started it
 * @param due when an offer is due
 * @param expires from when on it is too late
 */
public record Timer(Key key, List<String> anchors, Instant cause, Instant due, Instant expires, Channel channel) {

    public static final int MOST_ANCHORS = 50;

    public Timer {
        anchors = anchors.stream().limit(MOST_ANCHORS).toList();
    }

    /**
     * What a timer is about.
     *
     * @param object the order, the product, the campaign; empty for the cart
     */
    public record Key(TriggerKind kind, String object) {}

    /**
     * The timer that a trigger starts.
     *
     * @param use how long a product is to be used first, apart from the trigger's delay
     */
    public static Timer started(Trigger trigger, String object, List<String> anchors, Instant cause, Duration use) {
        Instant due = cause.plus(use).plus(trigger.delay());
        return new Timer(
                new Key(trigger.kind(), object), anchors, cause, due, due.plus(trigger.patience()), trigger.channel());
    }

    /** The same for fewer anchors. */
    Timer withAnchors(List<String> rest) {
        return new Timer(key, rest, cause, due, expires, channel);
    }
}
