package io.zugabe.bench.simulation;

import java.util.EnumSet;
import java.util.Set;

/**
 * Draws what shoppers are like.
 *
 * <p>One in {@link #PREVALENCE} shows each of the adverse behaviours, independently, so that a little under
 * 1 in 5 shows one at least (Shah and Kumar 2012 found 10 to 35 % of cross-buyers unprofitable, 1 in 5 on
 * average). Everybody else differs continuously in the same traits: there are ordinary shoppers who return
 * much, call often and love discounts, and mild cases of the adverse behaviours, and the two overlap.
 */
final class Traits {

    /** Share of shoppers with each behaviour, in the order of {@link AdverseBehaviour}. */
    static final double[] PREVALENCE = {0.045, 0.05, 0.055, 0.05};

    private static final int DAYS_OF_A_YEAR = 365;

    private final Draws draws;
    private final int days;
    private final double newcomers;

    Traits(Draws draws, int days, double newcomers) {
        this.draws = draws;
        this.days = days;
        this.newcomers = newcomers;
    }

    Shopper draw(int number) {
        Set<AdverseBehaviour> behaviours = EnumSet.noneOf(AdverseBehaviour.class);
        for (AdverseBehaviour behaviour : AdverseBehaviour.values()) {
            if (draws.happens(PREVALENCE[behaviour.ordinal()])) {
                behaviours.add(behaviour);
            }
        }
        boolean demanding = behaviours.contains(AdverseBehaviour.SERVICE_DEMANDING);
        boolean reversing = behaviours.contains(AdverseBehaviour.REVENUE_REVERSING);
        boolean maximizing = behaviours.contains(AdverseBehaviour.PROMOTION_MAXIMIZING);
        boolean limiting = behaviours.contains(AdverseBehaviour.SPENDING_LIMITING);

        // Mean stay: 6 years, so 85 % are still
        // there after one.
        int joins = draws.happens(newcomers) ? draws.below(days) : -1;
        int leaves = (int) Math.min(1_000_000, Math.max(joins, 0) + draws.exponential(6.0 * DAYS_OF_A_YEAR));

        // Who limits their spending does so month by month, in many categories: a regular shopper.
        double orders = limiting ? draws.gamma(12, 3.2) : draws.gamma(2.4, 2.2);
        // Who sends much back orders several to choose from; who limits their spending buys many small things.
        double basket = draws.lognormal(2.0, 0.25) * (reversing ? 1.35 : limiting ? 1.2 : 1);
        double priceLevel = draws.lognormal(1, 0.25);
        double wants = orders * basket * priceLevel * 27;

        double engagement = draws.normal(0, 1);
        double hesitation = draws.normal(0, 1);
        double curiosity = draws.normal(0, 1);
        double irritability = draws.normal(0, 1);
        return new Shopper(
                number,
                behaviours,
                joins,
                leaves,
                orders,
                basket,
                tastes(),
                priceLevel,
                reversing ? draws.beta(0.62, 25) : draws.beta(0.07, 32),
                demanding ? draws.gamma(5, 1.5) : draws.gamma(1.4, 0.04) * Math.exp(0.3 * irritability),
                demanding ? draws.lognormal(12, 0.25) : draws.lognormal(8, 0.25),
                maximizing ? draws.beta(0.80, 15) : draws.beta(0.18, 9),
                maximizing ? draws.beta(0.30, 80) : draws.beta(0.15, 60),
                maximizing ? draws.lognormal(3, 0.3) : draws.lognormal(1.2, 0.2),
                limiting ? Math.max(15, wants * draws.lognormal(0.45, 0.25)) : Double.POSITIVE_INFINITY,
                5 * Math.exp(0.4 * engagement),
                -0.8 + 1.1 * hesitation,
                curiosity,
                irritability,
                0.25 + 0.55 * hesitation + 0.4 * curiosity - 0.8 * irritability + draws.normal(0, 0.25),
                0.10 / (1 + Math.exp(-3 * (irritability - 1.6))));
    }

    private double[] tastes() {
        Category[] categories = Category.values();
        double[] tastes = new double[categories.length];
        for (Category category : categories) {
            tastes[category.ordinal()] = draws.gamma(0.8 + 8 * category.demand, category.demand);
        }
        return tastes;
    }
}
