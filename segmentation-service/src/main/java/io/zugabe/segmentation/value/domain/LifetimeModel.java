package io.zugabe.segmentation.value.domain;

/** How often customers order together with what they spend: what a customer is worth. */
public record LifetimeModel(BgNbd purchases, GammaGamma spend) {

    private static final int STEP_WEEKS = 4;

    /** What is to be expected of a customer. Who has little history gets little more than the population's mean. */
    public CustomerValue value(PurchaseHistory history, SpendHistory orders, Horizon horizon) {
        double average = spend.expectedAverage(orders);
        return new CustomerValue(
                purchases.probabilityAlive(history),
                purchases.expectedPurchases(history, horizon.weeks()),
                average,
                average * discountedPurchases(history, horizon));
    }

    /** Expected orders, those of each four weeks discounted from the middle of them. */
    private double discountedPurchases(PurchaseHistory history, Horizon horizon) {
        double sum = 0;
        double before = 0;
        for (int from = 0; from < horizon.weeks(); from += STEP_WEEKS) {
            int to = Math.min(horizon.weeks(), from + STEP_WEEKS);
            double until = purchases.expectedPurchases(history, to);
            sum += (until - before) * horizon.discount((from + to) / 2.0);
            before = until;
        }
        return sum;
    }
}
