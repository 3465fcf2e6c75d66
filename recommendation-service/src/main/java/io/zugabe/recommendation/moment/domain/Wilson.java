package io.zugabe.recommendation.moment.domain;

/** Wilson's score interval for a share. */
public final class Wilson {

    /** Of the standard normal distribution, one in twenty lies above. */
    private static final double Z = 1.645;

    private Wilson() {}

    /** What a share is at least, with 95 % confidence; 0 without trials. */
    public static double lower(int successes, int trials) {
        if (trials == 0) {
            return 0;
        }
        double share = (double) successes / trials;
        double spread = Z * Math.sqrt((share * (1 - share) + Z * Z / (4.0 * trials)) / trials);
        return Math.max(0, (share + Z * Z / (2.0 * trials) - spread) / (1 + Z * Z / trials));
    }
}
