package io.zugabe.quickstart.imports.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.catalog.v1.AttributeDeclaration;
import io.zugabe.catalog.v1.AttributeDeclaration.Kind;
import io.zugabe.catalog.v1.ExpectedLimits;
import io.zugabe.catalog.v1.InterchangeFamily;
import io.zugabe.catalog.v1.Rule;
import io.zugabe.catalog.v1.RuleLimit;
import io.zugabe.catalog.v1.RuleTest;
import io.zugabe.catalog.v1.TestProduct;
import io.zugabe.catalog.v1.TypeDeclaration;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.common.v1.Quantity;
import io.zugabe.common.v1.QuantityRange;
import io.zugabe.common.v1.TextList;
import io.zugabe.common.v1.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The types and rules of a pack as the catalog takes them. */
final class PackMessages {

    private final PackDocument document;

    PackMessages(PackDocument document) {
        this.document = document;
    }

    List<TypeDeclaration> types() {
        List<TypeDeclaration> types = new ArrayList<>();
        for (JsonNode type : document.list("types")) {
            types.add(type("/types/" + types.size(), type));
        }
        return types;
    }

    /** A rule with its tests, by its place in the list of rules. */
    Rule rule(int index) {
        String place = "/rules/" + index;
        JsonNode node = document.list("rules").get(index);
        Rule.Builder rule = Rule.newBuilder()
                .setRuleId(document.pack() + "/" + text(node, "rule"))
                .setHostType(text(node, "host"))
                .setPartType(text(node, "part"))
                .setApplies(text(node, "applies").equals("true") ? "" : text(node, "applies"))
                .setFits(text(node, "fits"))
                .setFitsSentence(localized(node.path("sentences").path("fits")))
                .setDoesNotFitSentence(localized(node.path("sentences").path("does_not_fit")))
                .setUnknownSentence(localized(node.path("sentences").path("unknown")))
                .setProvenance(text(node, "provenance"))
                .setCertainty(certainty(place + "/certainty", text(node, "certainty")))
                .setLiftedByType(text(node, "lifted_by"));
        node.path("limits").forEach(limit -> rule.addLimits(limit(limit)));
        for (int test : testsOf(index)) {
            rule.addTests(test("/tests/" + test, document.list("tests").get(test)));
        }
        return rule.build();
    }

    /** Where the tests of a rule stand in the list of tests. */
    List<Integer> testsOf(int rule) {
        String name = text(document.list("rules").get(rule), "rule");
        List<JsonNode> tests = document.list("tests");
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            if (text(tests.get(i), "rule").equals(name)) {
                found.add(i);
            }
        }
        return found;
    }

    /**
     * Checks that every test is of a rule of the pack.
     *
     * @throws PackFault naming the first that is not: it would never run
     */
    void checkTests() {
        List<String> rules =
                document.list("rules").stream().map(rule -> text(rule, "rule")).toList();
        List<JsonNode> tests = document.list("tests");
        for (int i = 0; i < tests.size(); i++) {
            String rule = text(tests.get(i), "rule");
            if (!rules.contains(rule)) {
                throw document.fault(
                        "/tests/" + i + "/rule",
                        "the rule \"" + rule + "\" is none of this file's: " + String.join(", ", rules));
            }
        }
    }

    private TypeDeclaration type(String place, JsonNode node) {
        TypeDeclaration.Builder type = TypeDeclaration.newBuilder()
                .setType(text(node, "type"))
                .setParentType(text(node, "parent"))
                .setName(localized(node.path("name")));
        if (node.has("consumable")) {
            type.setConsumable(node.path("consumable").asBoolean());
        }
        for (JsonNode attribute : node.path("attributes")) {
            type.addAttributes(attribute(place + "/attributes/" + type.getAttributesCount(), attribute));
        }
        return type.build();
    }

    private AttributeDeclaration attribute(String place, JsonNode node) {
        AttributeDeclaration.Builder attribute = AttributeDeclaration.newBuilder()
                .setAttribute(text(node, "attribute"))
                .setKind(kind(place + "/kind", text(node, "kind")))
                .setUnit(text(node, "unit"))
                .setName(localized(node.path("name")))
                .setRequiredForFit(node.path("required_for_fit").asBoolean(false));
        node.path("values").forEach(value -> attribute.addValues(value.asText()));
        node.path("synonyms")
                .properties()
                .forEach(each ->
                        attribute.putSynonyms(each.getKey(), each.getValue().asText()));
        for (JsonNode family : node.path("families")) {
            InterchangeFamily.Builder values = InterchangeFamily.newBuilder();
            family.forEach(value -> values.addValues(value.asText()));
            attribute.addFamilies(values);
        }
        return attribute.build();
    }

    private static RuleLimit limit(JsonNode node) {
        return RuleLimit.newBuilder()
                .setWhen(text(node, "when"))
                .setAttribute(text(node, "attribute"))
                .setGot(text(node, "got"))
                .setNeeded(text(node, "needed"))
                .setUnit(text(node, "unit"))
                .setSentence(localized(node.path("sentence")))
                .setLiftedByType(text(node, "lifted_by"))
                .build();
    }

    private RuleTest test(String place, JsonNode node) {
        RuleTest.Builder test = RuleTest.newBuilder()
                .setName(text(node, "name"))
                .setHost(product(place + "/host", node.path("host")))
                .setPart(product(place + "/part", node.path("part")))
                .setVerdict(verdict(place + "/verdict", text(node, "verdict")));
        if (node.has("limits")) {
            ExpectedLimits.Builder limits = ExpectedLimits.newBuilder();
            node.path("limits").forEach(limit -> limits.addAttributes(limit.asText()));
            test.setLimits(limits);
        }
        return test.build();
    }

    private TestProduct product(String place, JsonNode node) {
        TestProduct.Builder product = TestProduct.newBuilder();
        node.properties().forEach(each -> {
            String key = each.getKey();
            switch (key) {
                case "type" -> product.setType(each.getValue().asText());
                case "brand" -> product.setBrand(each.getValue().asText());
                case "model" -> product.setModel(each.getValue().asText());
                default -> product.putAttributes(key, value(place + "/" + key, each.getValue()));
            }
        });
        return product.build();
    }

    private AttributeValue value(String place, JsonNode node) {
        AttributeValue.Builder value = AttributeValue.newBuilder();
        if (node.isBoolean()) {
            return value.setTruth(node.asBoolean()).build();
        }
        if (node.isNumber()) {
            return value.setNumber(Quantity.newBuilder().setValue(node.asDouble()))
                    .build();
        }
        if (node.isArray()) {
            TextList.Builder list = TextList.newBuilder();
            node.forEach(each -> list.addValues(each.asText()));
            return value.setList(list).build();
        }
        if (node.has("min") && node.has("max")) {
            return value.setRange(QuantityRange.newBuilder()
                            .setMin(node.path("min").asDouble())
                            .setMax(node.path("max").asDouble()))
                    .build();
        }
        if (!node.isTextual()) {
            throw document.fault(place, node + " is no value");
        }
        return value.setText(node.asText()).build();
    }

    private Kind kind(String place, String written) {
        return switch (written) {
            case "text" -> Kind.KIND_TEXT;
            case "number" -> Kind.KIND_NUMBER;
            case "truth" -> Kind.KIND_TRUTH;
            case "list" -> Kind.KIND_LIST;
            case "range" -> Kind.KIND_RANGE;
            default ->
                throw document.fault(place, "the kind \"" + written + "\" is none of text, number, truth, list, range");
        };
    }

    private Rule.Certainty certainty(String place, String written) {
        return switch (written) {
            case "documented" -> Rule.Certainty.CERTAINTY_DOCUMENTED;
            case "", "known" -> Rule.Certainty.CERTAINTY_KNOWN;
            case "hearsay" -> Rule.Certainty.CERTAINTY_HEARSAY;
            default ->
                throw document.fault(place, "the certainty \"" + written + "\" is none of documented, known, hearsay");
        };
    }

    private Verdict verdict(String place, String written) {
        return switch (written) {
            case "FITS" -> Verdict.VERDICT_FITS;
            case "FITS_WITH_LIMITS" -> Verdict.VERDICT_FITS_WITH_LIMITS;
            case "DOES_NOT_FIT" -> Verdict.VERDICT_DOES_NOT_FIT;
            case "UNKNOWN" -> Verdict.VERDICT_UNKNOWN;
            default ->
                throw document.fault(
                        place,
                        "the verdict \"" + written.toLowerCase(Locale.ROOT)
                                + "\" is none of FITS, FITS_WITH_LIMITS, DOES_NOT_FIT, UNKNOWN");
        };
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asText("");
    }

    private static LocalizedText localized(JsonNode node) {
        LocalizedText.Builder texts = LocalizedText.newBuilder();
        node.properties()
                .forEach(each -> texts.putTexts(each.getKey(), each.getValue().asText()));
        return texts.build();
    }
}
