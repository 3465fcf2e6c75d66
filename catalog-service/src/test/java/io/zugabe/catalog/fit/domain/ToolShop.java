package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.product.domain.Money;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.catalog.text.domain.SentenceTemplate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small world of drills and packs with rules in Java instead of CEL, for tests of what is done with rules. */
public final class ToolShop {

    public static final Schema SCHEMA = new Schema(List.of(
            type("tool", "", "platform", "size"),
            type("drill", "tool"),
            type("pack", "", "platform", "size", "region")));

    public static final FitRule PLATFORM = rule("platform", "tool", same("platform"), List.of());
    public static final FitRule SIZE = rule(
            "size",
            "drill",
            constant(true),
            List.of(new LimitRule(
                    not(same("size")),
                    "size",
                    constant("big"),
                    constant("small"),
                    "",
                    sentence("{got} for {needed}"),
                    "sleeve")));

    public static final RuleSet RULES = new RuleSet(SCHEMA, List.of(PLATFORM, SIZE), "hash");

    private ToolShop() {}

    public static MakerStatement statement(String id, Verdict verdict, Selector host, Selector part) {
        return new MakerStatement(
                id, List.of(host), List.of(part), verdict, List.of(), "The maker's page", LocalizedText.EMPTY);
    }

    public static Product product(String id, String type, String platform, String size, String region) {
        Map<String, AttributeValue> attributes = new java.util.HashMap<>();
        Map.of("platform", platform, "size", size, "region", region).forEach((key, value) -> {
            if (!value.isEmpty()) {
                attributes.put(key, new AttributeValue.Text(value));
            }
        });
        return new Product(
                id,
                "",
                type,
                "",
                "",
                new LocalizedText(Map.of("en", id)),
                LocalizedText.EMPTY,
                attributes,
                new Money("EUR", 1, 0),
                null,
                null,
                null,
                List.of(),
                "",
                List.of(),
                null,
                null,
                Map.of());
    }

    public static FitRule rule(String name, String host, CompiledExpression fits, List<LimitRule> limits) {
        return rule(name, host, fits, limits, Certainty.KNOWN);
    }

    public static FitRule rule(
            String name, String host, CompiledExpression fits, List<LimitRule> limits, Certainty certainty) {
        Sentences sentences = new Sentences(sentence("yes"), sentence("no"), sentence("?"));
        return new FitRule(
                "test/" + name, "1", host, "pack", constant(true), fits, limits, sentences, "test", certainty, "");
    }

    public static FitRule liftable(String name, CompiledExpression fits, Certainty certainty, String liftedBy) {
        FitRule rule = rule(name, "tool", fits, List.of(), certainty);
        return new FitRule(
                rule.id(),
                rule.version(),
                rule.hostType(),
                rule.partType(),
                rule.applies(),
                rule.fits(),
                rule.limits(),
                rule.sentences(),
                rule.provenance(),
                certainty,
                liftedBy);
    }

    public static SentenceTemplate sentence(String text) {
        return new SentenceTemplate(new LocalizedText(Map.of("en", text)));
    }

    public static TypeDeclaration type(String name, String parent, String... attributes) {
        return new TypeDeclaration(
                name,
                parent,
                LocalizedText.EMPTY,
                java.util.Arrays.stream(attributes)
                        .map(key -> new AttributeDeclaration(
                                key, AttributeKind.TEXT, "", List.of(), Map.of(), LocalizedText.EMPTY, false))
                        .toList(),
                null,
                "test");
    }

    public static CompiledExpression constant(Object value) {
        return new Expression(Set.of(), (_, _) -> new Evaluation.Known(value));
    }

    public static CompiledExpression same(String attribute) {
        return new Expression(Set.of(attribute), (host, part) -> {
            Set<String> missing = new java.util.TreeSet<>();
            if (!host.containsKey(attribute)) {
                missing.add("host." + attribute);
            }
            if (!part.containsKey(attribute)) {
                missing.add("part." + attribute);
            }
            return missing.isEmpty()
                    ? new Evaluation.Known(host.get(attribute).equals(part.get(attribute)))
                    : new Evaluation.Missing(missing);
        });
    }

    public static CompiledExpression not(CompiledExpression expression) {
        return new Expression(
                expression.hostReads(),
                (host, part) -> expression.evaluate(host, part) instanceof Evaluation.Known(Object value)
                        ? new Evaluation.Known(!(boolean) value)
                        : expression.evaluate(host, part));
    }

    /** An expression in Java instead of CEL; reads the same attributes of both. */
    private record Expression(
            Set<String> reads,
            java.util.function.BiFunction<Map<String, Object>, Map<String, Object>, Evaluation> evaluation)
            implements CompiledExpression {

        @Override
        public String source() {
            return "test";
        }

        @Override
        public Set<String> hostReads() {
            return reads;
        }

        @Override
        public Set<String> partReads() {
            return reads;
        }

        @Override
        public Evaluation evaluate(Map<String, Object> host, Map<String, Object> part) {
            return evaluation.apply(host, part);
        }
    }
}
