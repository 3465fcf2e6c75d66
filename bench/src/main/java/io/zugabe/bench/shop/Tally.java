package io.zugabe.bench.shop;

/** What a shopper brought the shop in a world, since it was last cleared. */
final class Tally {

    /** Margins less orders, returns and service, in euros. */
    double profit;

    /** Offers shown, taken, and shown beside a device that they do not fit. */
    int shown;

    int taken;
    int wrongShown;

    /** Wrong parts bought because they were offered. */
    int wrongTaken;

    int complaints;
    int visits;

    private int cases;

    int nextCase() {
        return cases++;
    }

    /** Starts anew; numbers of cases go on. */
    void clear() {
        profit = 0;
        shown = 0;
        taken = 0;
        wrongShown = 0;
        wrongTaken = 0;
        complaints = 0;
        visits = 0;
    }
}
