package io.zugabe.bench.shop;

import java.util.stream.IntStream;

/**
 * What twelve weeks under a policy brought.
 *
 * @param profit of each shopper, in euros: margins less orders, returns and service
 * @param leftVisitsPerWeek of each shopper, the visits that they will not make because they have left; else 0
 * @param planned visits of each shopper, whether or not they were made
 * @param types of the shoppers
 */
record Outcome(
        double[] profit,
        double[] leftVisitsPerWeek,
        int[] planned,
        Nature.Type[] types,
        long shown,
        long taken,
        long wrongShown,
        long wrongTaken,
        long complaints,
        long visits,
        long left) {

    /** Weeks for which a shopper who has left is missed after the twelve. */
    private static final double MISSED_WEEKS = 26;

    static Outcome of(World world, int shoppers) {
        long[] sums = new long[7];
        double[] profit = new double[shoppers];
        double[] left = new double[shoppers];
        int[] planned = new int[shoppers];
        Nature.Type[] types = new Nature.Type[shoppers];
        for (int shopper = 0; shopper < shoppers; shopper++) {
            Tally tally = world.tally(shopper);
            profit[shopper] = tally.profit;
            planned[shopper] = world.planned(shopper);
            types[shopper] = world.nature(shopper).type();
            left[shopper] = world.isGone(shopper) ? world.nature(shopper).visitsPerWeek() : 0;
            sums[0] += tally.shown;
            sums[1] += tally.taken;
            sums[2] += tally.wrongShown;
            sums[3] += tally.wrongTaken;
            sums[4] += tally.complaints;
            sums[5] += tally.visits;
            sums[6] += world.isGone(shopper) ? 1 : 0;
        }
        return new Outcome(profit, left, planned, types, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]);
    }

    /** Mean profit of a visit. */
    double perVisit() {
        return IntStream.range(0, profit.length).mapToDouble(i -> profit[i]).sum() / visits;
    }

    /** What each shopper brought more than without offers, less what those who left would have brought. */
    double[] gain(Outcome none) {
        double worth = MISSED_WEEKS * none.perVisit();
        return IntStream.range(0, profit.length)
                .mapToDouble(
                        i -> profit[i] - none.profit[i] - worth * (leftVisitsPerWeek[i] - none.leftVisitsPerWeek[i]))
                .toArray();
    }
}
