package io.zugabe.recommendation.insight.domain;

/**
 * The interval of a share with 95 % confidence (Wilson 1927; Brown, Cai, DasGupta 2001 on why this one).
 *
 * @param low in [0, 1]
 * @param high in [0, 1]
 */
public record Wilson(double low, double high) {

    private static final double Z = 1.959963984540054;

    /**
     * @param successes at most trials
     */
    public static Wilson of(long successes, long trials) {
        if (trials == 0) {
            return new Wilson(0, 1);
        }
        double share = (double) successes / trials;
        double z2 = Z * Z / trials;
        double middle = share + z2 / 2;
        double half = Z * Math.sqrt(share * (1 - share) / trials + z2 / (4 * trials));
        return new Wilson(
                successes == 0 ? 0 : Math.max(0, (middle - half) / (1 + z2)),
                successes == trials ? 1 : Math.min(1, (middle + half) / (1 + z2)));
    }
}
