package io.zugabe.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zugabe.kit.test.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * GrowthBook's language-neutral cases and further vectors of its hash. They are data to measure
 * against and not part of the project: set {@code -Dzugabe.data=<folder>}, or have the folder
 * {@code shared/data} beside the project's; without, the tests are reported as skipped.
 */
@Proves("E2")
class GrowthBookVectorsTest {

    private static final double PRINTED = 1e-6;

    @TestFactory
    Stream<DynamicTest> hash() throws IOException {
        return cases("hash", c -> {
            var actual = GrowthBookHash.hash(
                    c.get(0).asText(), c.get(1).asText(), c.get(2).asInt());
            if (c.get(3).isNull()) {
                assertFalse(actual.isPresent());
            } else {
                assertEquals(c.get(3).asDouble(), actual.orElseThrow());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> getBucketRange() throws IOException {
        return cases("getBucketRange", c -> {
            JsonNode input = c.get(1);
            List<BucketRange> actual =
                    BucketRange.cut(input.get(0).asInt(), input.get(1).asDouble(), numbers(input.get(2)));
            List<BucketRange> expected = ranges(c.get(2));
            assertEquals(expected.size(), actual.size());
            for (int i = 0; i < expected.size(); i++) {
                assertEquals(expected.get(i).start(), actual.get(i).start(), PRINTED);
                assertEquals(expected.get(i).end(), actual.get(i).end(), PRINTED);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> chooseVariation() throws IOException {
        return cases(
                "chooseVariation",
                c -> assertEquals(c.get(3).asInt(), BucketRange.choose(c.get(1).asDouble(), ranges(c.get(2)))));
    }

    @TestFactory
    Stream<DynamicTest> inNamespace() throws IOException {
        return cases("inNamespace", c -> {
            JsonNode namespace = c.get(2);
            boolean actual = GrowthBookHash.inNamespace(
                    c.get(1).asText(),
                    namespace.get(0).asText(),
                    namespace.get(1).asDouble(),
                    namespace.get(2).asDouble());
            assertEquals(c.get(3).asBoolean(), actual);
        });
    }

    @TestFactory
    Stream<DynamicTest> hashVectors() throws IOException {
        return tests(read("hash_vectors.json").get("growthbook_v2_extra"), c -> {
            String seed = c.get("seed").asText();
            String value = c.get("value").asText();
            assertEquals(
                    c.get("fnv32a_seed_value").asLong(), Integer.toUnsignedLong(GrowthBookHash.fnv1a32(seed + value)));
            assertEquals(
                    c.get("v1").asDouble(), GrowthBookHash.hash(seed, value, 1).orElseThrow());
            assertEquals(c.get("v2").asDouble(), GrowthBookHash.v2(seed, value));
            assertEquals(c.get("v2").asDouble(), Salt.of(seed).point(value));
        });
    }

    private interface Case {
        void check(JsonNode line);
    }

    private static Stream<DynamicTest> cases(String name, Case check) throws IOException {
        return tests(read("growthbook_cases.json").get(name), check);
    }

    private static Stream<DynamicTest> tests(JsonNode lines, Case check) {
        assertFalse(lines.isEmpty(), "no cases found");
        return StreamSupport.stream(lines.spliterator(), false)
                .map(line -> DynamicTest.dynamicTest(line.toString(), () -> check.check(line)));
    }

    private static JsonNode read(String file) throws IOException {
        String given = System.getProperty("zugabe.data", "");
        boolean unset = given.isEmpty() || given.startsWith("${");
        Path folder = unset ? besideTheProject() : Path.of(given);
        Path path = folder.resolve("experiments").resolve(file);
        assumeTrue(
                Files.exists(path),
                () -> "SKIPPED: " + path + " does not exist; set -Dzugabe.data=<folder with experiments/" + file + ">");
        return new ObjectMapper().readTree(path.toFile());
    }

    private static Path besideTheProject() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("contracts"))) {
            folder = folder.getParent();
        }
        return folder.resolveSibling("shared").resolve("data");
    }

    private static List<Double> numbers(JsonNode node) {
        List<Double> numbers = new ArrayList<>();
        node.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }

    private static List<BucketRange> ranges(JsonNode node) {
        List<BucketRange> ranges = new ArrayList<>();
        node.forEach(range ->
                ranges.add(new BucketRange(range.get(0).asDouble(), range.get(1).asDouble())));
        return ranges;
    }
}
