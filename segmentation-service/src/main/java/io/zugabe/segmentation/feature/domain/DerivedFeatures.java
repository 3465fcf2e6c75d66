package io.zugabe.segmentation.feature.domain;

import io.zugabe.segmentation.feature.domain.Feature.Type;
import java.util.List;

/** Features that models and the rules of the house give; the assessment fills them in. */
public final class DerivedFeatures {

    /** PROSPECT, NEW, ACTIVE, LAPSING or LOST. */
    public static final Feature LIFECYCLE = new Feature(
                    "lifecycle", Type.TEXT, "", "now", "orders", "", "PROSPECT, NEW, ACTIVE, LAPSING or LOST.")
            .of("PROSPECT", "NEW", "ACTIVE", "LAPSING", "LOST");

    /** Quintile of recency. */
    public static final Feature RFM_RECENCY = quintile("rfm_recency", "Recency of the latest order");

    /** Quintile of frequency. */
    public static final Feature RFM_FREQUENCY = quintile("rfm_frequency", "Number of orders");

    /** Quintile of net sales. */
    public static final Feature RFM_MONETARY = quintile("rfm_monetary", "Net sales");

    /** Probability of ever ordering again. */
    public static final Feature ALIVE_PROBABILITY =
            number("alive_probability", "", "BG/NBD over orders", "Probability of ever ordering again.");

    /** Orders expected. */
    public static final Feature EXPECTED_ORDERS =
            number("expected_orders_12m", "", "BG/NBD over orders", "Orders expected in the next 12 months.");

    /** Margin expected. */
    public static final Feature EXPECTED_MARGIN = number(
            "expected_margin_12m", Feature.MONEY, "BG/NBD and Gamma-Gamma", "Margin expected in the next 12 months.");

    /** What 9 of 10 orders stay below. */
    public static final Feature SPENDING_LIMIT =
            number("spending_limit", Feature.MONEY, "order values", "Value that 9 of 10 orders stay below.");

    /** Whether a usual product comes back. */
    public static final Feature RETURN_PROBABILITY =
            number("return_probability", "", "return risk model", "Probability that a usual product comes back.");

    /** Products due. */
    public static final Feature REPLENISHMENTS_DUE = number(
            "replenishments_due", "products", "replenishment model", "Products that should be needed again by now.");

    /** Unprofitable ways to cross-buy. */
    public static final Feature CROSS_BUYER_TYPES = new Feature(
                    "cross_buyer_types",
                    Type.TEXTS,
                    "",
                    "latest 24 months",
                    "orders, returns, service cases",
                    "",
                    "Which of SERVICE_DEMANDER, REVENUE_REVERSER, PROMOTION_MAXIMIZER, SPENDING_LIMITER the customer is.")
            .of("SERVICE_DEMANDER", "REVENUE_REVERSER", "PROMOTION_MAXIMIZER", "SPENDING_LIMITER");

    /** What an offer does. */
    public static final Feature UPLIFT_CLASS = new Feature(
                    "uplift_class",
                    Type.TEXT,
                    "",
                    "now",
                    "uplift model",
                    "",
                    "PERSUADABLE, SURE_THING, LOST_CAUSE or DO_NOT_DISTURB; not known while no model has earned to say.")
            .of("PERSUADABLE", "SURE_THING", "LOST_CAUSE", "DO_NOT_DISTURB");

    /** How much it does. */
    public static final Feature UPLIFT_EFFECT =
            number("uplift_effect", "", "uplift model", "Effect of an offer on the model's outcome.");

    /** How little it does at least. */
    public static final Feature UPLIFT_LOW =
            number("uplift_low", "", "uplift model", "Lower bound of the effect's 95 % interval.");

    /** How much it does at most. */
    public static final Feature UPLIFT_HIGH =
            number("uplift_high", "", "uplift model", "Upper bound of the effect's 95 % interval.");

    /** Whether it is worth its cost. */
    public static final Feature UPLIFT_WORTH_COST = new Feature(
            "uplift_worth_cost",
            Type.TRUTH,
            "",
            "now",
            "uplift model, contribution of the latest orders",
            "",
            "Whether an offer that costs something is worth making: the effect's interval lies above 0, and the effect"
                    + " above contact and incentive at what an order of the customer is worth.");

    /** Whether it does any good. */
    public static final Feature UPLIFT_WORTH_FREE = new Feature(
            "uplift_worth_free",
            Type.TRUTH,
            "",
            "now",
            "uplift model",
            "",
            "Whether an offer that costs nothing is worth making: false if the effect is expected to be negative.");

    private DerivedFeatures() {}

    /** All of them. */
    public static List<Feature> all() {
        return List.of(
                LIFECYCLE,
                RFM_RECENCY,
                RFM_FREQUENCY,
                RFM_MONETARY,
                ALIVE_PROBABILITY,
                EXPECTED_ORDERS,
                EXPECTED_MARGIN,
                SPENDING_LIMIT,
                RETURN_PROBABILITY,
                REPLENISHMENTS_DUE,
                CROSS_BUYER_TYPES,
                UPLIFT_CLASS,
                UPLIFT_EFFECT,
                UPLIFT_LOW,
                UPLIFT_HIGH,
                UPLIFT_WORTH_COST,
                UPLIFT_WORTH_FREE);
    }

    private static Feature quintile(String name, String of) {
        return number(name, "", "orders", of + " against all customers with orders, in quintiles: 5 is best.");
    }

    private static Feature number(String name, String unit, String source, String description) {
        return new Feature(name, Type.NUMBER, unit, "now", source, "", description);
    }
}
