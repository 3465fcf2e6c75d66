package io.zugabe.bench.simulation;

/**
 * What contacting shoppers after the simulation does to them within two weeks, in truth and as it is seen.
 * A contact carries a small incentive, which everybody who then buys redeems, whether they needed it or
 * not. The margin is net of what comes back and of service, so this is profit.
 *
 * @param effective if false, a contact changes nothing and costs nothing
 */
public record ContactExperiment(ShopSimulation simulation, boolean effective) {

    /** Cost of a contact, in euros. */
    public static final double CONTACT_COST = 0.10;

    /** Cost of the incentive to the shop, in euros, if they buy. */
    public static final double INCENTIVE_COST = 1.0;

    private static final double MONTHS = 14 / 30.4;
    private static final double MARGIN_SPREAD = 0.4;
    private static final double NOTICEABLE = 0.03;

    /**
     * What the experiment saw of a shopper.
     *
     * @param contacted decided by a fair coin
     * @param bought whether they bought within two weeks
     * @param profit in euros, less the cost of contact and incentive
     */
    public record Seen(boolean contacted, boolean bought, double profit) {}

    /**
     * The truth about contacting a shopper.
     *
     * @param probability of buying if left alone
     * @param contactedProbability of buying if contacted
     * @param profit expected if left alone, in euros
     * @param increment of the expected profit by a contact, in euros
     */
    public record Effect(double probability, double contactedProbability, double profit, double increment) {

        /** How they respond. */
        public ResponseClass response() {
            double shift = contactedProbability - probability;
            if (shift < -NOTICEABLE / 3) {
                return ResponseClass.DO_NOT_DISTURB;
            }
            if (shift > NOTICEABLE) {
                return ResponseClass.PERSUADABLE;
            }
            return probability > 0.5 ? ResponseClass.SURE_THING : ResponseClass.LOST_CAUSE;
        }
    }

    /** The truth. */
    public Effect effect(Shopper shopper) {
        boolean gone = !shopper.livesOn(simulation.days());
        double alone = gone ? 0 : 1 - Math.exp(-shopper.ordersPerMonth() * MONTHS);
        double margin = margin(shopper);
        if (!effective || gone) {
            double cost = effective ? CONTACT_COST : 0;
            return new Effect(alone, alone, alone * margin, -cost);
        }
        double odds = alone / (1 - alone) * Math.exp(shopper.persuasion());
        double contacted = odds / (1 + odds) * (1 - shopper.leavingByContact());
        double profit = contacted * (margin - INCENTIVE_COST) - CONTACT_COST;
        return new Effect(alone, contacted, alone * margin, profit - alone * margin);
    }

    /** What is seen when a fair coin decides whether to contact. */
    public Seen run(Shopper shopper) {
        boolean contacted = Draws.of(simulation.seed(), shopper.number(), Draws.Purpose.ASSIGNMENT)
                .happens(0.5);
        Draws draws = Draws.of(simulation.seed(), shopper.number(), Draws.Purpose.OUTCOME);
        Effect effect = effect(shopper);
        boolean bought = draws.happens(contacted ? effect.contactedProbability() : effect.probability());
        double margin = margin(shopper) * draws.lognormal(Math.exp(-MARGIN_SPREAD * MARGIN_SPREAD / 2), MARGIN_SPREAD);
        double cost = contacted && effective ? CONTACT_COST + (bought ? INCENTIVE_COST : 0) : 0;
        return new Seen(contacted, bought, (bought ? margin : 0) - cost);
    }

    /** Expected margin of an order, net of discounts, returns and service, in euros. */
    private static double margin(Shopper shopper) {
        double full = 0;
        double cost = 0;
        double demand = 0;
        for (Category category : Category.values()) {
            double weight = shopper.tastes()[category.ordinal()];
            double price = category.price * Math.exp(category.spread * category.spread / 2);
            full += weight * price * shopper.priceLevel();
            cost += weight * price * shopper.priceLevel() * (1 - category.margin);
            demand += weight;
        }
        double discount = shopper.discountProbability() * shopper.discountDepth();
        double unit = (full * (1 - discount) - cost) / demand * (1 - shopper.returnProbability());
        double order = unit * shopper.basket();
        if (shopper.monthlyBudget() < Double.POSITIVE_INFINITY) {
            order = Math.min(order, 0.33 * shopper.monthlyBudget() / Math.max(1, shopper.ordersPerMonth()));
        }
        return order - shopper.casesPerOrder() * shopper.caseCost() * 1.2;
    }
}
