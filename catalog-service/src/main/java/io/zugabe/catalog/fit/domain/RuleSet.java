package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules in force and what they mean for types. Safe for concurrent use. */
public final class RuleSet {

    private final Schema schema;
    private final List<FitRule> rules;
    private final String hash;
    private final Set<String> ruledTypes;
    private final Map<TypePair, List<FitRule>> byTypes = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> readsByType = new ConcurrentHashMap<>();

    /**
     * @param hash changes whenever a rule or declaration changes
     */
    public RuleSet(Schema schema, List<FitRule> rules, String hash) {
        this.schema = schema;
        this.rules = List.copyOf(rules);
        this.hash = hash;
        this.ruledTypes = schema.types().stream()
                .map(TypeDeclaration::type)
                .filter(type -> rules.stream()
                        .anyMatch(rule -> schema.isA(type, rule.hostType()) || schema.isA(type, rule.partType())))
                .collect(Collectors.toUnmodifiableSet());
    }

    public Schema schema() {
        return schema;
    }

    public List<FitRule> rules() {
        return rules;
    }

    public String hash() {
        return hash;
    }

    /** The rules about hosts of one type and parts of another, in the order of their packs. */
    public List<FitRule> about(String hostType, String partType) {
        if (!isDeclared(hostType) || !isDeclared(partType)) {
            return List.of();
        }
        return byTypes.computeIfAbsent(new TypePair(hostType, partType), this::find);
    }

    /** Whether some rule is about hosts of one type and parts of another. */
    public boolean gates(String hostType, String partType) {
        return !about(hostType, partType).isEmpty();
    }

    /** The attributes of a type that rules read or name, in whatever role; empty if no rule is about the type. */
    public Set<String> readsOf(String type) {
        return isDeclared(type) ? readsByType.computeIfAbsent(type, this::collectReads) : Set.of();
    }

    /** What rules see of a product of a type. */
    public AttributeTuple tupleOf(String type, String brand, String model, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> seen = new HashMap<>();
        Map<String, AttributeDeclaration> declared = schema().attributes(type);
        for (String read : readsOf(type)) {
            AttributeValue value = valueOf(read, brand, model, attributes);
            if (value != null) {
                AttributeDeclaration declaration = declared.get(read);
                seen.put(read, declaration == null ? value : declaration.completed(value));
            }
        }
        return new AttributeTuple(type, seen);
    }

    /** What a product has of what rules read besides its type; null if it is missing. */
    static @Nullable AttributeValue valueOf(
            String read, String brand, String model, Map<String, AttributeValue> attributes) {
        return switch (read) {
            case "type" -> null;
            case "brand" -> brand.isEmpty() ? null : new AttributeValue.Text(brand);
            case "model" -> model.isEmpty() ? null : new AttributeValue.Text(model);
            default -> attributes.get(read);
        };
    }

    /** Whether some rule is about a type. */
    public boolean knows(String type) {
        return ruledTypes.contains(type);
    }

    /** The types of whose products these rules see other things than others do. */
    public Set<String> typesSeenOtherwise(RuleSet before) {
        return Stream.concat(before.schema.types().stream(), schema.types().stream())
                .map(TypeDeclaration::type)
                .distinct()
                .filter(type -> !seesAs(before, type))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a type is declared as it was before: what products of it said means the same. */
    public boolean declaresAs(RuleSet before, String type) {
        return schema == before.schema
                || (before.schema.path(type).equals(schema.path(type))
                        && before.schema.consumable(type) == schema.consumable(type)
                        && before.schema.attributes(type).equals(schema.attributes(type)));
    }

    private boolean seesAs(RuleSet before, String type) {
        return before.knows(type) == knows(type)
                && before.readsOf(type).equals(readsOf(type))
                && declaresAs(before, type);
    }

    /** Rules are about declared types only; asking this first bounds what is remembered. */
    private boolean isDeclared(String type) {
        return schema.find(type).isPresent();
    }

    private List<FitRule> find(TypePair pair) {
        return rules.stream()
                .filter(rule -> schema.isA(pair.host(), rule.hostType()) && schema.isA(pair.part(), rule.partType()))
                .toList();
    }

    private Set<String> collectReads(String type) {
        Set<String> reads = new TreeSet<>();
        for (FitRule rule : rules) {
            if (schema.isA(type, rule.hostType())) {
                addNames(rule, Pair.HOST, reads);
            }
            if (schema.isA(type, rule.partType())) {
                addNames(rule, Pair.PART, reads);
            }
        }
        return reads;
    }

    private static void addNames(FitRule rule, String role, Set<String> reads) {
        for (String name : rule.names()) {
            if (name.startsWith(role)) {
                reads.add(name.substring(role.length()));
            }
        }
    }
}
