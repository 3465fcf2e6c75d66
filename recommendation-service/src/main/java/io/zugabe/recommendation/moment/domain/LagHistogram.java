package io.zugabe.recommendation.moment.domain;

/** Lags in bins that grow with the lag, as quartiles need them: exact to the day in the first week, to a week after. */
public final class LagHistogram {

    private static final int[] BOUNDS = {
        0, 1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 28, 35, 42, 49, 56, 63, 70, 84, 98, 112, 126, 140, 154, 181
    };

    /** Number of bins. */
    public static final int BINS = BOUNDS.length - 1;

    private LagHistogram() {}

    /** The bin of a lag. */
    public static int bin(double days) {
        int bin = 0;
        while (bin < BINS - 1 && days >= BOUNDS[bin + 1]) {
            bin++;
        }
        return bin;
    }

    /**
     * The lag that a share of all lags stays below, on a straight line through its bin; 0 if there are none.
     *
     * @param counts of many histograms
     * @param from place of the first bin
     * @param total number of lags
     */
    public static float quantile(int[] counts, int from, int total, double share) {
        double wanted = share * total;
        double passed = 0;
        for (int bin = 0; bin < BINS && total > 0; bin++) {
            int here = counts[from + bin];
            if (here > 0 && passed + here >= wanted) {
                double part = (wanted - passed) / here;
                return (float) (BOUNDS[bin] + part * (BOUNDS[bin + 1] - BOUNDS[bin]));
            }
            passed += here;
        }
        return 0;
    }
}
