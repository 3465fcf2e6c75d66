package io.zugabe.bench.stats;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.statistics.Arm;
import io.zugabe.statistics.BestArm;
import io.zugabe.statistics.ConfidenceSequence;
import io.zugabe.statistics.Difference;
import io.zugabe.statistics.Interval;
import io.zugabe.statistics.Moments;
import io.zugabe.statistics.MultipleTesting;
import io.zugabe.statistics.Outlook;
import io.zugabe.statistics.Plan;
import io.zugabe.statistics.Posterior;
import io.zugabe.statistics.SampleRatio;
import io.zugabe.statistics.Side;
import io.zugabe.statistics.TestResult;
import io.zugabe.statistics.Welch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What our statistics say to the inputs of a reference case, under the names of its expectations. */
final class Answers {

    private static final int ENOUGH_UNITS = 100;

    private final Map<String, double[]> values = new LinkedHashMap<>();

    private Answers() {}

    /** The values by name; those of a list in its order. */
    static Map<String, double[]> to(JsonNode one) {
        Answers answers = new Answers();
        JsonNode inputs = one.get("inputs");
        String name = one.get("name").asText();
        switch (one.get("group").asText()) {
            case "ttest", "cuped", "ratio", "quantile", "sequential" -> answers.test(inputs);
            case "bayesian" -> answers.bayesian(inputs);
            case "srm" ->
                answers.put("pValue", SampleRatio.pValue(counts(inputs.get("users")), numbers(inputs.get("weights"))));
            case "bandit" -> answers.bandit(inputs);
            case "power" -> answers.power(inputs);
            case "multiple_testing" ->
                answers.values.put(
                        "adjusted",
                        name.startsWith("holm")
                                ? MultipleTesting.holm(numbers(inputs.get("pValues")))
                                : MultipleTesting.benjaminiHochberg(numbers(inputs.get("pValues"))));
            default -> throw new IllegalArgumentException("no such group: " + one.get("group"));
        }
        return answers.values;
    }

    private void test(JsonNode inputs) {
        if (inputs.has("twoSided")) {
            widths(inputs);
            return;
        }
        if (inputs.has("var_m")) {
            ratioVariance(inputs);
            return;
        }
        ReferenceArms arms = ReferenceArms.of(inputs);
        JsonNode config = inputs.get("config");
        double alpha = config.get("alpha").asDouble();
        double tested = config.get("test_value").asDouble();
        String test = inputs.get("test").asText();
        Side side = test.contains("Greater") ? Side.GREATER : test.contains("Lesser") ? Side.LESS : Side.BOTH;
        Optional<Difference> known = difference(arms, config);
        if (known.isEmpty()) {
            put("undefined", 1);
            return;
        }
        Difference difference = known.get();
        TestResult result;
        if (config.has("sequential_tuning_parameter")) {
            ConfidenceSequence sequence = ConfidenceSequence.tuned(
                    side, alpha, config.get("sequential_tuning_parameter").asDouble());
            result = sequence.test(difference, tested);
            put("rho", sequence.rho());
            Interval interval = result.interval();
            put(
                    "halfwidth",
                    side == Side.LESS
                            ? interval.high() - difference.estimate()
                            : difference.estimate() - interval.low());
        } else {
            result = Welch.test(difference, side, tested, alpha);
        }
        put("pointEstimate", difference.estimate());
        put("ci", result.interval().low(), result.interval().high());
        put("pValue", result.pValue());
        put("stdErr", difference.standardError());
        put("degreesOfFreedom", difference.degreesOfFreedom());
        arms.cuped().ifPresent(cuped -> {
            put("theta", cuped.theta());
            put("adjustedMeanControl", cuped.control().value());
            put("adjustedMeanTreatment", cuped.treatment().value());
            put("adjustedStdDevControl", Math.sqrt(cuped.control().variance()));
            put("adjustedStdDevTreatment", Math.sqrt(cuped.treatment().variance()));
        });
    }

    private void widths(JsonNode inputs) {
        double alpha = inputs.get("alpha").asDouble();
        double units = inputs.get("sequential_tuning_parameter").asDouble();
        ConfidenceSequence both = ConfidenceSequence.tuned(Side.BOTH, alpha, units);
        ConfidenceSequence one = ConfidenceSequence.tuned(Side.GREATER, alpha, units);
        put("rho", both.rho());
        put("rhoOneSided", one.rho());
        put("halfwidth_s2_1_n_1000", halfWidth(both, 1_000));
        put("halfwidth_s2_1_n_5000", halfWidth(both, 5_000));
        put("halfwidthOneSided_s2_1_n_1000", halfWidth(one, 1_000));
    }

    private static double halfWidth(ConfidenceSequence sequence, long units) {
        return -sequence.test(new Difference(0, 1.0 / units, units, units), 0)
                .interval()
                .low();
    }

    private void ratioVariance(JsonNode inputs) {
        // two units whose sample moments are those of the case
        double m = inputs.get("mean_m").asDouble();
        double d = inputs.get("mean_d").asDouble();
        double cov = inputs.get("cov_m_d").asDouble();
        Arm arm = Arm.ratio(Moments.of(
                2,
                new double[] {2 * m, 2 * d},
                new double[] {
                    inputs.get("var_m").asDouble() + 2 * m * m,
                    cov + 2 * m * d,
                    cov + 2 * m * d,
                    inputs.get("var_d").asDouble() + 2 * d * d
                },
                new boolean[2]));
        put("variance", arm.variance());
    }

    private void bayesian(JsonNode inputs) {
        if (inputs.has("mu")) {
            Posterior posterior = new Posterior(
                    inputs.get("mu").asDouble(), inputs.get("sigma").asDouble());
            put("riskControl", posterior.riskOfControl());
            put("riskTreatment", posterior.riskOfTreatment());
            return;
        }
        JsonNode config = inputs.get("config");
        Difference difference = difference(ReferenceArms.of(inputs), config).orElseThrow();
        JsonNode prior = config.get("prior");
        Posterior posterior = prior.get("proper").asBoolean()
                ? Posterior.of(
                        difference,
                        prior.get("mean").asDouble(),
                        prior.get("variance").asDouble())
                : Posterior.flat(difference);
        Interval interval = posterior.interval(config.get("alpha").asDouble());
        boolean lowerIsBetter = config.get("inverse").asBoolean();
        put("expected", posterior.mean());
        put("stdDev", posterior.deviation());
        put("ciLower", interval.low());
        put("ciUpper", interval.high());
        put("chanceToWin", lowerIsBetter ? 1 - posterior.chanceAbove() : posterior.chanceAbove());
        put("riskControl", lowerIsBetter ? posterior.riskOfTreatment() : posterior.riskOfControl());
        put("riskTreatment", lowerIsBetter ? posterior.riskOfControl() : posterior.riskOfTreatment());
    }

    private void bandit(JsonNode inputs) {
        List<Arm> arms = new ArrayList<>();
        inputs.get("arms").forEach(arm -> arms.add(ReferenceArms.arm(arm)));
        boolean enough = arms.stream().allMatch(arm -> arm.units() >= ENOUGH_UNITS);
        put("bestArmProbabilities", BestArm.probabilities(arms, true));
        put("posteriorMean", arms.stream().mapToDouble(Arm::value).toArray());
        put(
                "posteriorVariance",
                arms.stream().mapToDouble(arm -> arm.variance() / arm.units()).toArray());
        put("enoughUnits", enough ? 1 : 0);
        JsonNode config = inputs.get("config");
        if (config != null && enough) {
            put(
                    "weights",
                    BestArm.withFloor(
                            config.get("topTwo").asBoolean()
                                    ? BestArm.topTwo(arms, true)
                                    : BestArm.probabilities(arms, true),
                            config.get("minVariationWeight").asDouble()));
        }
    }

    private void power(JsonNode inputs) {
        double alpha = inputs.path("alpha").asDouble();
        if (inputs.has("varA")) {
            put("variance", plannedVariance(inputs));
        } else if (inputs.has("control")) {
            outlook(inputs, alpha);
        } else {
            Plan plan = new Plan(
                    inputs.get("mean").asDouble(),
                    inputs.get("variance").asDouble(),
                    inputs.get("variations").asInt(),
                    alpha,
                    inputs.has("sequentialTuning")
                            ? OptionalDouble.of(inputs.get("sequentialTuning").asDouble())
                            : OptionalDouble.empty());
            double units = inputs.get("totalUsers").asDouble();
            if (inputs.has("effect")) {
                put("power", plan.power(inputs.get("effect").asDouble(), units));
            } else {
                put(
                        "mde",
                        plan.detectable(inputs.get("targetPower").asDouble(), units)
                                .orElseThrow());
            }
        }
    }

    private static double plannedVariance(JsonNode inputs) {
        Arm control = plain(inputs, "A");
        Arm treatment = plain(inputs, "B");
        return (inputs.get("relative").asBoolean()
                        ? Difference.relative(control, treatment)
                        : Difference.absolute(control, treatment))
                .orElseThrow()
                .variance();
    }

    private static Arm plain(JsonNode inputs, String arm) {
        double mean = inputs.get("mean" + arm).asDouble();
        double variance = inputs.get("var" + arm).asDouble();
        return Arm.unadjusted(inputs.get("n" + arm).asLong(), mean, variance);
    }

    private void outlook(JsonNode inputs, double alpha) {
        Difference difference = Difference.relative(
                        ReferenceArms.arm(inputs.get("control")), ReferenceArms.arm(inputs.get("treatment")))
                .orElseThrow();
        double effect = inputs.get("targetMde").asDouble();
        double power = inputs.get("targetPower").asDouble();
        JsonNode prior = inputs.get("prior");
        JsonNode tuning = inputs.get("sequentialTuning");
        Outlook outlook;
        if (!prior.isNull()) {
            outlook = Outlook.ofPosterior(
                    difference,
                    effect,
                    power,
                    alpha,
                    prior.get("mean").asDouble(),
                    prior.get("variance").asDouble());
        } else if (tuning.isNull()) {
            outlook = Outlook.ofWelch(difference, effect, power, alpha);
        } else {
            outlook = Outlook.of(
                    difference, effect, power, ConfidenceSequence.tuned(Side.BOTH, alpha, tuning.asDouble()));
        }
        put("powerNow", outlook.powerNow());
        put("scalingFactor", outlook.growth().orElseThrow());
        put("additionalUsers", outlook.additionalUnits().orElseThrow());
    }

    private static Optional<Difference> difference(ReferenceArms arms, JsonNode config) {
        return config.get("difference_type").asText().equals("relative")
                ? Difference.relative(arms.control(), arms.treatment())
                : Difference.absolute(arms.control(), arms.treatment());
    }

    private void put(String name, double... value) {
        values.put(name, value);
    }

    private static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).asDouble();
        }
        return numbers;
    }

    private static long[] counts(JsonNode list) {
        long[] counts = new long[list.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = list.get(i).asLong();
        }
        return counts;
    }
}
