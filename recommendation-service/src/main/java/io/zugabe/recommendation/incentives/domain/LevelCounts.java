package io.zugabe.recommendation.incentives.domain;

/**
 * What became of offers with a level of an incentive.
 *
 * @param views how often such offers were seen
 * @param taken how many of them were bought and kept
 * @param expected how many were expected to be, without the incentive
 */
public record LevelCounts(long views, long taken, double expected) {

    public static final LevelCounts NONE = new LevelCounts(0, 0, 0);
}
