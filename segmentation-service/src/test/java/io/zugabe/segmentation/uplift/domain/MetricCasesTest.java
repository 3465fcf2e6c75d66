package io.zugabe.segmentation.uplift.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zugabe.kit.test.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The metrics against scikit-uplift's, which were computed exactly, as fractions. The cases are not part of
 * the project: pass their folder's parent with -Dzugabe.data=DIR.
 */
class MetricCasesTest {

    private static final double TOLERANCE = 1e-9;

    @TestFactory
    @Proves("C5")
    Stream<DynamicTest> metrics_equalScikitUplift() throws IOException {
        return StreamSupport.stream(cases().get("cases").spliterator(), false)
                .map(each -> DynamicTest.dynamicTest(each.get("name").asText(), () -> check(each)));
    }

    private static void check(JsonNode given) {
        Observations observations = Observations.ofBinary(ints(given.get("treatment")), ints(given.get("y_true")));
        Ranking ranking = Ranking.of(numbers(given.get("uplift")));
        UpliftMetrics metrics = new UpliftMetrics(observations);
        JsonNode expected = given.get("expected");
        assertEquals(value(expected, "qini_auc_score"), metrics.qini(ranking), TOLERANCE, "Qini");
        assertEquals(value(expected, "uplift_auc_score"), metrics.auuc(ranking), TOLERANCE, "AUUC");
        checkCurve(expected.get("qini_curve"), Curve.QINI.points(ranking, observations));
        checkCurve(expected.get("uplift_curve"), Curve.UPLIFT.points(ranking, observations));
        expected.get("uplift_at_k").forEach(at -> checkUpliftAt(at, metrics, ranking));
    }

    private static void checkCurve(JsonNode expected, Curve.Points points) {
        if (expected != null) {
            assertArrayEquals(numbers(expected.get("x")), points.x(), TOLERANCE);
            assertArrayEquals(numbers(expected.get("y")), points.y(), TOLERANCE);
        }
    }

    private static void checkUpliftAt(JsonNode at, UpliftMetrics metrics, Ranking ranking) {
        JsonNode k = at.get("k");
        boolean share = k.isFloatingPointNumber();
        boolean byArm = at.get("strategy").asText().equals("by_group");
        if (at.has("error")) {
            assertThrows(IllegalArgumentException.class, () -> upliftAt(metrics, ranking, k, share, byArm));
        } else {
            double expected =
                    at.get("value").isNull() ? Double.NaN : at.get("value").asDouble();
            assertEquals(expected, upliftAt(metrics, ranking, k, share, byArm), TOLERANCE, () -> "uplift at " + at);
        }
    }

    private static double upliftAt(UpliftMetrics metrics, Ranking ranking, JsonNode k, boolean share, boolean byArm) {
        if (byArm) {
            return share ? metrics.upliftAtByArm(ranking, k.asDouble()) : metrics.upliftAtByArm(ranking, k.asInt());
        }
        return share ? metrics.upliftAt(ranking, k.asDouble()) : metrics.upliftAt(ranking, k.asInt());
    }

    @Test
    @Proves("C5")
    void metrics_refuseWhatScikitUpliftRefuses() throws IOException {
        int refused = 0;
        for (JsonNode error : cases().get("errors")) {
            if (error.has("y_true")) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Observations.ofBinary(ints(error.get("treatment")), ints(error.get("y_true"))),
                        error::toString);
                refused++;
            }
        }
        Ranking ranking = Ranking.of(new double[] {4, 3, 2, 1});
        UpliftMetrics metrics =
                new UpliftMetrics(Observations.ofBinary(new int[] {1, 0, 1, 1}, new int[] {1, 0, 0, 1}));
        assertThrows(IllegalArgumentException.class, () -> metrics.upliftAt(ranking, 1.0));
        assertThrows(IllegalArgumentException.class, () -> metrics.upliftAt(ranking, 0.0));
        assertThrows(IllegalArgumentException.class, () -> metrics.upliftAt(ranking, 4));
        assertThrows(IllegalArgumentException.class, () -> metrics.upliftAt(ranking, 0));
        assertThrows(IllegalArgumentException.class, () -> metrics.upliftAtByArm(ranking, 2));
        assertEquals(cases().get("errors").size(), refused + 3);
    }

    private static JsonNode cases() throws IOException {
        Path file = Path.of(System.getProperty("zugabe.data", ""), "uplift", "metric_cases.json");
        assumeTrue(Files.isReadable(file), () -> "skipped: " + file + " is absent; pass -Dzugabe.data=DIR");
        JsonNode cases = new ObjectMapper().readTree(file.toFile());
        assertTrue(cases.get("cases").size() >= 12);
        return cases;
    }

    private static double value(JsonNode expected, String name) {
        return expected.get(name).get("value").asDouble();
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
