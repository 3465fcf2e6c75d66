package io.zugabe.segmentation.value.domain;

import java.util.List;

/**
 * How well orders were foretold that the model had not seen: of the customers of an earlier part of the log,
 * what they ordered in the rest of it.
 *
 * @param expected number of orders foretold
 * @param actual number of orders that came
 * @param error mean squared error
 * @param errorOfMean the same if of everybody the mean of the earlier part is expected, in orders a week
 * @param gain by how much the first is smaller
 * @param gainLow lower bound of the gain's 95 % interval
 * @param gainHigh upper bound of it
 */
public record OrderForecast(
        long customers,
        double weeks,
        double expected,
        double actual,
        double error,
        double errorOfMean,
        double gain,
        double gainLow,
        double gainHigh) {

    private static final double Z = 1.959963984540054;

    /**
     * A customer.
     *
     * @param later orders in the rest
     */
    public record Outcome(PurchaseHistory history, long later) {}

    /** Measures a model that was fitted to the histories. */
    public static OrderForecast of(BgNbd model, List<Outcome> outcomes, double weeks) {
        double repeats = 0;
        double time = 0;
        for (Outcome outcome : outcomes) {
            repeats += outcome.history().repeats();
            time += outcome.history().age();
        }
        double mean = repeats / Math.max(time, 1) * weeks;
        double expected = 0;
        double actual = 0;
        double errors = 0;
        double errorsOfMean = 0;
        double squares = 0;
        for (Outcome outcome : outcomes) {
            double said = model.expectedPurchases(outcome.history(), weeks);
            double error = (said - outcome.later()) * (said - outcome.later());
            double errorOfMean = (mean - outcome.later()) * (mean - outcome.later());
            expected += said;
            actual += outcome.later();
            errors += error;
            errorsOfMean += errorOfMean;
            squares += (errorOfMean - error) * (errorOfMean - error);
        }
        double n = Math.max(1, outcomes.size());
        double gain = (errorsOfMean - errors) / n;
        double width = Z * Math.sqrt(Math.max(0, squares / n - gain * gain) / n);
        return new OrderForecast(
                outcomes.size(),
                weeks,
                expected,
                actual,
                errors / n,
                errorsOfMean / n,
                gain,
                gain - width,
                gain + width);
    }
}
