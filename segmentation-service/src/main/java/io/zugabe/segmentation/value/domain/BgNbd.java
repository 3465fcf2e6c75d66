package io.zugabe.segmentation.value.domain;

/**
 * The BG/NBD model: how often customers order, and when they stop (Fader, Hardie, Lee: "Counting Your
 * Customers" the Easy Way, Marketing Science 24, 2005). While alive, a customer orders as a Poisson process;
 * after each order they are gone with a probability of their own. Rates vary over customers by a gamma
 * distribution (r, α), the probability of leaving by a beta distribution (a, b). Equation numbers are of that
 * paper. Times are in the unit of the histories (weeks).
 *
 * @param r shape of the rates, above 0
 * @param alpha α, inverse scale of the rates, above 0
 * @param a first parameter of leaving, above 0
 * @param b second parameter of leaving, above 0
 */
public record BgNbd(double r, double alpha, double a, double b) {

    /** So near to a = 1 or a + b + x = 1, where the closed form is 0/0, it is taken at both sides. */
    private static final double REMOVABLE = 1e-5;

    public BgNbd {
        if (!(r > 0) || !(alpha > 0) || !(a > 0) || !(b > 0)) {
            throw new IllegalArgumentException("parameters must be above 0: " + r + ", " + alpha + ", " + a + ", " + b);
        }
    }

    /** Probability that the customer has not left; 1 for whoever never ordered again. */
    public double probabilityAlive(PurchaseHistory history) {
        if (history.repeats() == 0) {
            return 1;
        }
        return 1 / (1 + Math.exp(logOddsGone(history)));
    }

    /** ln [a / (b + x − 1) · ((α + T) / (α + t_x))^(r + x)], the last fraction of equation 10. */
    double logOddsGone(PurchaseHistory history) {
        return Math.log(a / (b + history.repeats() - 1))
                + (r + history.repeats()) * Math.log((alpha + history.age()) / (alpha + history.recency()));
    }

    /** Expected orders of a new customer in [0, weeks] after the first (equation 9). */
    public double expectedPurchases(double weeks) {
        return whileAlive(new PurchaseHistory(0, 0, 0), weeks);
    }

    /** Expected orders of a customer in the coming {@code weeks}, given their history (equation 10). */
    public double expectedPurchases(PurchaseHistory history, double weeks) {
        return probabilityAlive(history) * whileAlive(history, weeks);
    }

    private double whileAlive(PurchaseHistory history, double weeks) {
        if (weeks <= 0) {
            return 0;
        }
        boolean removable = Math.abs(a - 1) < REMOVABLE || Math.abs(a + b + history.repeats() - 1) < REMOVABLE;
        return removable
                ? (whileAlive(a - 2 * REMOVABLE, history, weeks) + whileAlive(a + 2 * REMOVABLE, history, weeks)) / 2
                : whileAlive(a, history, weeks);
    }

    /**
     * The numerator of equation 10, where (1 − z)^(r + x) · 2F1(r + x, b + x; c; z) is written as
     * (1 − z)^(a − 1) · 2F1(a − 1, a + b − 1 − r; c; z) by Euler's transformation: no factor of it grows with x.
     */
    private double whileAlive(double a, PurchaseHistory history, double weeks) {
        double c = a + b + history.repeats() - 1;
        double span = alpha + history.age() + weeks;
        double z = weeks / span;
        double shrunk = Math.exp((a - 1) * Math.log((alpha + history.age()) / span));
        return c / (a - 1) * (1 - shrunk * GaussHypergeometric.value(a - 1, a + b - 1 - r, c, z));
    }
}
