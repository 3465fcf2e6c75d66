package io.zugabe.bench.stats;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.statistics.Arm;
import io.zugabe.statistics.Cuped;
import io.zugabe.statistics.Moments;
import java.util.Optional;

/** Control and treatment of a reference case, as its statistics are written there. */
record ReferenceArms(Arm control, Arm treatment, Optional<Cuped> cuped) {

    static ReferenceArms of(JsonNode inputs) {
        JsonNode control = inputs.get("control");
        JsonNode treatment = inputs.get("treatment");
        return switch (control.get("type").asText()) {
            case "RegressionAdjustedStatistic" -> adjusted(Cuped.means(adjustedMean(control), adjustedMean(treatment)));
            case "RegressionAdjustedRatioStatistic" ->
                adjusted(Cuped.ratios(adjustedRatio(control), adjustedRatio(treatment)));
            default -> new ReferenceArms(arm(control), arm(treatment), Optional.empty());
        };
    }

    /** An arm that is not adjusted. */
    static Arm arm(JsonNode one) {
        return switch (one.get("type").asText()) {
            case "SampleMeanStatistic", "ProportionStatistic" ->
                Arm.mean(Moments.of(units(one), sums(one), new double[] {squares(one)}, binary(one)));
            case "RatioStatistic" ->
                Arm.ratio(two(one, one.get("m_statistic"), one.get("d_statistic"), number(one, "m_d_sum_of_products")));
            case "QuantileStatistic" ->
                Arm.quantile(
                        units(one),
                        one.get("n_star").asLong(),
                        number(one, "quantile_hat"),
                        number(one, "quantile_lower"),
                        number(one, "quantile_upper"));
            default -> throw new IllegalArgumentException("no such statistic: " + one.get("type"));
        };
    }

    private static ReferenceArms adjusted(Cuped cuped) {
        return new ReferenceArms(cuped.control(), cuped.treatment(), Optional.of(cuped));
    }

    private static Moments adjustedMean(JsonNode one) {
        return two(one, one.get("post_statistic"), one.get("pre_statistic"), number(one, "post_pre_sum_of_products"));
    }

    private static Moments adjustedRatio(JsonNode one) {
        JsonNode m = one.get("m_statistic_post");
        JsonNode d = one.get("d_statistic_post");
        JsonNode mBefore = one.get("m_statistic_pre");
        JsonNode dBefore = one.get("d_statistic_pre");
        double md = number(one, "m_post_d_post_sum_of_products");
        double mm = number(one, "m_post_m_pre_sum_of_products");
        double mdBefore = number(one, "m_post_d_pre_sum_of_products");
        double dmBefore = number(one, "m_pre_d_post_sum_of_products");
        double dd = number(one, "d_post_d_pre_sum_of_products");
        double before = number(one, "m_pre_d_pre_sum_of_products");
        return Moments.of(
                units(one),
                new double[] {number(m, "sum"), number(d, "sum"), number(mBefore, "sum"), number(dBefore, "sum")},
                new double[] {
                    squares(m),
                    md,
                    mm,
                    mdBefore, //
                    md,
                    squares(d),
                    dmBefore,
                    dd, //
                    mm,
                    dmBefore,
                    squares(mBefore),
                    before, //
                    mdBefore,
                    dd,
                    before,
                    squares(dBefore)
                },
                new boolean[] {isBinary(m), isBinary(d), isBinary(mBefore), isBinary(dBefore)});
    }

    private static Moments two(JsonNode one, JsonNode first, JsonNode second, double products) {
        return Moments.of(
                units(one),
                new double[] {number(first, "sum"), number(second, "sum")},
                new double[] {squares(first), products, products, squares(second)},
                new boolean[] {isBinary(first), isBinary(second)});
    }

    private static long units(JsonNode one) {
        return one.get("n").asLong();
    }

    private static double[] sums(JsonNode one) {
        return new double[] {number(one, "sum")};
    }

    private static boolean[] binary(JsonNode one) {
        return new boolean[] {isBinary(one)};
    }

    private static boolean isBinary(JsonNode one) {
        return one.get("type").asText().equals("ProportionStatistic");
    }

    private static double squares(JsonNode one) {
        return number(one, isBinary(one) ? "sum" : "sum_squares");
    }

    private static double number(JsonNode one, String key) {
        return one.get(key).asDouble();
    }
}
