package io.zugabe.catalog.rule.adapter;

import static io.zugabe.catalog.rule.adapter.TypeAssembler.orEmpty;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.catalog.fit.domain.AttributeTuple;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.schema.domain.Reading;
import io.zugabe.catalog.schema.domain.ValueReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the tests of packs into tests of their rules. */
final class TestAssembler {

    private final RuleSet rules;

    TestAssembler(RuleSet rules) {
        this.rules = rules;
    }

    List<PackTest> assemble(List<PackFile> files) {
        List<PackTest> tests = new ArrayList<>();
        for (PackFile file : files) {
            orEmpty(file.tests()).forEach(block -> tests.add(test(file, block)));
        }
        return List.copyOf(tests);
    }

    private PackTest test(PackFile file, PackFile.TestBlock block) {
        String place = "pack " + file.pack() + ", test \"" + block.name() + "\"";
        FitRule rule = rules.rules().stream()
                .filter(each -> each.id().equals(file.pack() + "/" + block.rule()))
                .findFirst()
                .orElseThrow(() -> new PackException(place + ": the pack has no rule " + block.rule()));
        return new PackTest(
                file.pack(),
                block.name(),
                rule,
                tuple(place + ", host", rule.hostType(), block.host()),
                tuple(place + ", part", rule.partType(), block.part()),
                verdict(place, block.verdict()),
                block.limits());
    }

    private AttributeTuple tuple(String place, String type, @Nullable Map<String, JsonNode> written) {
        Map<String, JsonNode> attributes = new HashMap<>(written == null ? Map.of() : written);
        JsonNode ownType = attributes.remove("type");
        String actual = ownType == null ? type : ownType.asText();
        if (!rules.schema().isA(actual, type)) {
            throw new PackException(place + ".type: " + actual + " is no " + type);
        }
        Map<String, AttributeValue> values = new HashMap<>();
        attributes.forEach((key, node) -> values.put(key, value(place + "." + key, actual, key, node)));
        return new AttributeTuple(actual, values);
    }

    private AttributeValue value(String place, String type, String key, JsonNode node) {
        if (Set.of("brand", "model").contains(key)) {
            return new AttributeValue.Text(node.asText());
        }
        AttributeDeclaration declared = rules.schema().attributes(type).get(key);
        if (declared == null) {
            throw new PackException(place + ": " + type + " has no such attribute");
        }
        return switch (ValueReader.read(declared, raw(place, node))) {
            case Reading.Accepted(AttributeValue value) -> value;
            case Reading.Refused(String why) -> throw new PackException(place + ": " + node + " " + why);
        };
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
