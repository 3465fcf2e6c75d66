package io.zugabe.recommendation.taste.domain;

import java.time.Duration;

/**
 * When to learn again.
 *
 * @param leastBaskets with fewer nothing is learned
 * @param every after this time, if anything has changed
 * @param growth or earlier, once there are more baskets by this share
 */
public record Due(int leastBaskets, Duration every, double growth) {

    /**
     * Whether to learn now.
     *
     * @param current the model in force; {@link TasteModel#EMPTY} if there is none
     * @param age of that model
     * @param baskets number of baskets there are
     * @param position of the event log that they reflect
     */
    public boolean isDue(TasteModel current, Duration age, int baskets, long position) {
        if (baskets < leastBaskets) {
            return false;
        }
        if (current.baskets() == 0) {
            return true;
        }
        boolean changed = position != current.position();
        return changed && (age.compareTo(every) >= 0 || baskets >= current.baskets() * (1 + growth));
    }
}
