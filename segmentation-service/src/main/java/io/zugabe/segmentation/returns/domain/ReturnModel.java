package io.zugabe.segmentation.returns.domain;

import java.util.List;
import java.util.Map;

/**
 * Probability that a unit of an order line comes back: the logit is a sum of a customer's part, a product's
 * part and a part of the line (quantity and price), so that the first can be served with the customer and the
 * second with the product. All parts are calibrated.
 *
 * @param quantities effects of the bands of quantity
 * @param prices effects of the bands of price
 * @param customerVariance variance of customers' effects
 * @param faultWeight how much a return by the shop's fault says about the customer, in [0, 1]
 */
public record ReturnModel(
        double intercept,
        Map<String, ProductReturns> products,
        Map<String, Double> categories,
        LineBands bands,
        List<Double> quantities,
        List<Double> prices,
        double customerVariance,
        double faultWeight,
        PlattScaling calibration) {

    private static final double Z = 1.959963984540054;

    public ReturnModel {
        products = Map.copyOf(products);
        categories = Map.copyOf(categories);
        quantities = List.copyOf(quantities);
        prices = List.copyOf(prices);
    }

    /** The part of a customer; 0 for one like the mean, of whom nothing is known. */
    public double customerLogit(ReturnHistory history) {
        double[] offsets = new double[history.products().size()];
        double[] orders = new double[offsets.length];
        double[] returned = new double[offsets.length];
        for (int i = 0; i < offsets.length; i++) {
            ReturnHistory.Bought bought = history.products().get(i);
            double discounted = (1 - faultWeight) * bought.faulty();
            offsets[i] = intercept + effect(bought.product(), bought.category());
            orders[i] = bought.orders() * (1 - discounted);
            returned[i] = bought.orders() * (bought.returned() - discounted);
        }
        return calibration.slope() * CustomerEffect.of(offsets, orders, returned, customerVariance);
    }

    /**
     * The part of a product, with the level of the shop in it.
     *
     * @param category for a product that is not known; empty if unknown, too
     */
    public double productLogit(String product, String category) {
        return calibration.apply(intercept + effect(product, category));
    }

    /**
     * The part of a line.
     *
     * @param units 0 if unknown, which counts as one
     * @param paid for one unit; 0 if unknown
     */
    public double lineLogit(long units, double paid) {
        return calibration.slope() * (quantities.get(LineBands.quantity(units)) + prices.get(bands.price(paid)));
    }

    /** Probability of a sum of parts. */
    public static double probability(double logit) {
        return Logits.probability(logit);
    }

    /** Probability that a usual product comes back from a customer with this part. */
    public double customerProbability(double customerLogit) {
        return Logits.probability(calibration.apply(intercept) + customerLogit);
    }

    /** Where, with 95 %, the probability lies that a known product comes back from a mean customer. */
    public RateInterval rate(String product) {
        ProductReturns known = products.get(product);
        double logit = productLogit(product, "");
        double width = known == null ? 0 : Z * calibration.slope() * known.deviation();
        return new RateInterval(
                Logits.probability(logit), Logits.probability(logit - width), Logits.probability(logit + width));
    }

    private double effect(String product, String category) {
        ProductReturns known = products.get(product);
        return known == null
                ? categories.getOrDefault(category, 0.0)
                : known.effect() + categories.getOrDefault(known.category(), 0.0);
    }
}
