package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.rule.domain.RuleText.LimitText;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compiles each rule once for types of one shape, so that a rule that did not change is the same instance
 * from one state of the rules to the next: what is worked out about it need not be worked out again.
 */
final class CompiledRules {

    private final RuleCompiler compiler;
    private final int mostRemembered;
    private final Map<Key, FitRule> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FitRule> eldest) {
            return size() > mostRemembered;
        }
    };

    /**
     * @param rules how many rules there can be. Twice as many are remembered: a change of types is tried on all of
     *     them, and if fewer were kept than are in force, each walk over those would find none of them
     */
    CompiledRules(RuleCompiler compiler, int rules) {
        this.compiler = compiler;
        this.mostRemembered = 2 * rules;
    }

    FitRule get(Schema schema, StatedRule rule) {
        RuleText text = rule.text();
        Key key = new Key(
                text,
                rule.version(),
                shape(schema, text.hostType()),
                shape(schema, text.partType()),
                Stream.concat(Stream.of(text.liftedBy()), text.limits().stream().map(LimitText::liftedBy))
                        .map(type -> schema.find(type).isPresent())
                        .toList());
        synchronized (remembered) {
            FitRule known = remembered.get(key);
            if (known != null) {
                return known;
            }
        }
        FitRule added = compiler.compile(schema, rule);
        synchronized (remembered) {
            FitRule first = remembered.putIfAbsent(key, added);
            return first == null ? added : first;
        }
    }

    private static TypeShape shape(Schema schema, String type) {
        Map<String, Shape> attributes = new TreeMap<>();
        schema.attributes(type)
                .forEach((key, declared) -> attributes.put(
                        key, new Shape(declared.kind(), declared.unit(), schema.valuesBelow(type, key))));
        return new TypeShape(schema.find(type).isPresent(), attributes);
    }

    private record Shape(AttributeKind kind, String unit, Set<String> values) {}

    private record TypeShape(boolean declared, Map<String, Shape> attributes) {}

    private record Key(
            RuleText text, String version, TypeShape host, TypeShape part, List<Boolean> liftingTypesDeclared) {}
}
