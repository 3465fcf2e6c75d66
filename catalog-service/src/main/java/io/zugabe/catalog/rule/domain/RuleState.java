package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.rule.domain.RuleVersion.State;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was declared at run time, as of some moment.
 *
 * @param types by name
 * @param versions by rule and number
 * @param lastNumbers by rule, the highest number that a version ever had
 */
public record RuleState(
        SortedMap<String, RunTimeType> types,
        SortedMap<String, RuleVersion> versions,
        Map<String, Integer> lastNumbers) {

    /** There are at most so many versions of rules, whatever their state. */
    public static final int MOST_VERSIONS = 5_000;

    /** Nothing was declared. */
    public static final RuleState EMPTY = new RuleState(new TreeMap<>(), new TreeMap<>(), Map.of());

    public RuleState {
        types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        lastNumbers = Map.copyOf(lastNumbers);
    }

    /** The versions of a rule by number. */
    public Collection<RuleVersion> versionsOf(String ruleId) {
        return versions.subMap(RuleVersion.sortKey(ruleId, 0), RuleVersion.sortKey(ruleId, 999_999_999))
                .values();
    }

    /** A version of a rule by its name. */
    public Optional<RuleVersion> find(String ruleId, String version) {
        return versionsOf(ruleId).stream()
                .filter(each -> each.version().equals(version))
                .findFirst();
    }

    /** The version of a rule that is in force; empty if that is the pack's, or none. */
    public Optional<RuleVersion> inForce(String ruleId) {
        return versionsOf(ruleId).stream()
                .filter(each -> each.state() == State.IN_FORCE)
                .findFirst();
    }

    /** The versions in force by rule. */
    public List<RuleVersion> allInForce() {
        return versions.values().stream()
                .filter(each -> each.state() == State.IN_FORCE)
                .toList();
    }

    /** The number of the next version of a rule. */
    public int nextNumber(String ruleId) {
        return lastNumbers.getOrDefault(ruleId, 0) + 1;
    }

    /** This after types were declared. */
    public RuleState withTypes(Collection<TypeDeclaration> declared) {
        SortedMap<String, RunTimeType> changed = new TreeMap<>(types);
        declared.forEach(each -> changed.put(each.type(), new RunTimeType(each, Long.MAX_VALUE)));
        return new RuleState(changed, versions, lastNumbers);
    }

    /** This after what was declared of a type was deleted. */
    public RuleState withoutType(String type) {
        SortedMap<String, RunTimeType> changed = new TreeMap<>(types);
        changed.remove(type);
        return new RuleState(changed, versions, lastNumbers);
    }

    /** This after versions were written. */
    public RuleState withVersions(Collection<RuleVersion> written) {
        SortedMap<String, RuleVersion> changed = new TreeMap<>(versions);
        Map<String, Integer> numbers = new HashMap<>(lastNumbers);
        written.forEach(each -> {
            changed.put(each.sortKey(), each);
            numbers.merge(each.ruleId(), each.number(), Math::max);
        });
        return new RuleState(types, changed, numbers);
    }

    /**
     * What was declared of a type.
     *
     * @param position of its last write
     */
    public record RunTimeType(TypeDeclaration declaration, long position) {}
}
