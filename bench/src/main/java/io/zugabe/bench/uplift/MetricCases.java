package io.zugabe.bench.uplift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zugabe.segmentation.uplift.domain.Observations;
import io.zugabe.segmentation.uplift.domain.Ranking;
import io.zugabe.segmentation.uplift.domain.UpliftMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/** The metrics against scikit-uplift's. */
record MetricCases(int cases, int agree) {

    private static final double TOLERANCE = 1e-9;

    static MetricCases check(Path file) throws IOException {
        JsonNode all = new ObjectMapper().readTree(file.toFile());
        int agree = 0;
        for (JsonNode each : all.get("cases")) {
            agree += agrees(each) ? 1 : 0;
        }
        for (JsonNode each : all.get("errors")) {
            agree += refuses(each) ? 1 : 0;
        }
        return new MetricCases(all.get("cases").size() + all.get("errors").size(), agree);
    }

    private static boolean agrees(JsonNode given) {
        UpliftMetrics metrics =
                new UpliftMetrics(Observations.ofBinary(ints(given.get("treatment")), ints(given.get("y_true"))));
        Ranking ranking = Ranking.of(numbers(given.get("uplift")));
        JsonNode expected = given.get("expected");
        boolean agrees = same(expected.at("/qini_auc_score/value"), metrics.qini(ranking))
                && same(expected.at("/uplift_auc_score/value"), metrics.auuc(ranking));
        for (JsonNode at : expected.get("uplift_at_k")) {
            agrees &= upliftAgrees(at, metrics, ranking);
        }
        return agrees;
    }

    private static boolean upliftAgrees(JsonNode at, UpliftMetrics metrics, Ranking ranking) {
        try {
            double uplift = uplift(at.get("k"), at.get("strategy").asText().equals("by_group"), metrics, ranking);
            return !at.has("error") && same(at.get("value"), uplift);
        } catch (IllegalArgumentException refused) {
            return at.has("error");
        }
    }

    private static double uplift(JsonNode k, boolean byArm, UpliftMetrics metrics, Ranking ranking) {
        if (k.isFloatingPointNumber()) {
            return byArm ? metrics.upliftAtByArm(ranking, k.asDouble()) : metrics.upliftAt(ranking, k.asDouble());
        }
        return byArm ? metrics.upliftAtByArm(ranking, k.asInt()) : metrics.upliftAt(ranking, k.asInt());
    }

    /** The cases of refusal: values that are not 0 and 1, and numbers of rows that are too large. */
    private static boolean refuses(JsonNode error) {
        int[] treatment = {1, 0, 1, 1};
        UpliftMetrics metrics = new UpliftMetrics(Observations.ofBinary(treatment, new int[] {1, 0, 0, 1}));
        Ranking ranking = Ranking.of(new double[] {4, 3, 2, 1});
        try {
            switch (error.get("call").asText()) {
                case "any" -> Observations.ofBinary(ints(error.get("treatment")), ints(error.get("y_true")));
                case "uplift_at_k(k=1.0)" -> metrics.upliftAt(ranking, 1.0);
                case "uplift_at_k(k=n)" -> metrics.upliftAt(ranking, treatment.length);
                case "uplift_at_k(by_group, k > group size)" -> metrics.upliftAtByArm(ranking, 2);
                default -> throw new IllegalStateException("no such case: " + error);
            }
            return false;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    private static boolean same(JsonNode expected, double value) {
        return expected.isNull() ? Double.isNaN(value) : Math.abs(expected.asDouble() - value) <= TOLERANCE;
    }

    private static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
