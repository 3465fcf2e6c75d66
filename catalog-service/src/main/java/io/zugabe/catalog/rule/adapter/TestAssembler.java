package io.zugabe.catalog.rule.adapter;

import static io.zugabe.catalog.rule.adapter.TypeAssembler.orEmpty;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.rule.domain.RuleTest;
import io.zugabe.catalog.rule.domain.TestProduct;
import io.zugabe.catalog.schema.domain.AttributeValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the tests of a pack. */
final class TestAssembler {

    private TestAssembler() {}

    /** The tests of a pack by the name of their rule. */
    static Map<String, List<RuleTest>> byRule(PackFile file) {
        List<String> names =
                orEmpty(file.rules()).stream().map(PackFile.RuleBlock::rule).toList();
        Map<String, List<RuleTest>> tests = new LinkedHashMap<>();
        for (PackFile.TestBlock block : orEmpty(file.tests())) {
            String place = "pack " + file.pack() + ", test \"" + block.name() + "\"";
            if (!names.contains(block.rule())) {
                throw new PackException(place + ": the pack has no rule " + block.rule());
            }
            tests.computeIfAbsent(block.rule(), _ -> new ArrayList<>()).add(test(place, block));
        }
        return tests;
    }

    private static RuleTest test(String place, PackFile.TestBlock block) {
        return new RuleTest(
                block.name(),
                product(place + ", host", block.host()),
                product(place + ", part", block.part()),
                verdict(place, block.verdict()),
                block.limits());
    }

    private static TestProduct product(String place, @Nullable Map<String, JsonNode> written) {
        Map<String, JsonNode> attributes = new HashMap<>(written == null ? Map.of() : written);
        String type = text(attributes.remove("type"));
        String brand = text(attributes.remove("brand"));
        String model = text(attributes.remove("model"));
        Map<String, AttributeValue> values = new HashMap<>();
        attributes.forEach((key, node) -> values.put(key, raw(place + "." + key, node)));
        return new TestProduct(type, brand, model, values);
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "" : node.asText();
    }

    private static AttributeValue raw(String place, JsonNode node) {
        if (node.isTextual()) {
            return new AttributeValue.Text(node.asText());
        }
        if (node.isNumber()) {
            return new AttributeValue.Number(node.asDouble(), "");
        }
        if (node.isBoolean()) {
            return new AttributeValue.Truth(node.asBoolean());
        }
        if (node.isArray()) {
            List<String> values = new ArrayList<>();
            node.forEach(each -> values.add(each.asText()));
            return new AttributeValue.TextList(values);
        }
        if (node.has("min") && node.has("max")) {
            return new AttributeValue.Range(
                    node.get("min").asDouble(), node.get("max").asDouble(), "");
        }
        throw new PackException(place + ": " + node + " is no value");
    }

    private static Verdict verdict(String place, String written) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(written)) {
                return verdict;
            }
        }
        throw new PackException(place + ": the verdict " + written + " does not exist");
    }
}
