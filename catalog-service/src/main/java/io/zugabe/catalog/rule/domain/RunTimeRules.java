package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.rule.domain.RuleState.RunTimeType;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What was declared at run time, as far as the log was read. One thread writes; any number read. */
public final class RunTimeRules {

    private final ConcurrentNavigableMap<String, RunTimeType> types = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<String, RuleVersion> versions = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> lastNumbers = new ConcurrentHashMap<>();

    /** A copy. */
    public RuleState state() {
        return new RuleState(types, versions, lastNumbers);
    }

    /** Takes a type. */
    public void put(long position, TypeDeclaration type) {
        types.put(type.type(), new RunTimeType(type, position));
    }

    /** Drops a type. */
    public void removeType(String type) {
        types.remove(type);
    }

    /** Takes a version; whether it changes what is in force. */
    public boolean put(RuleVersion version) {
        lastNumbers.merge(version.ruleId(), version.number(), Math::max);
        RuleVersion old = versions.put(version.sortKey(), version);
        return counts(version) != (old != null && counts(old));
    }

    /** Drops a draft by its id, remembering that its number was used. */
    public void removeVersion(String id) {
        int at = id.lastIndexOf("@r");
        String ruleId = id.substring(0, at);
        int number = Integer.parseInt(id, at + 2, id.length(), 10);
        lastNumbers.merge(ruleId, number, Math::max);
        versions.remove(RuleVersion.sortKey(ruleId, number));
    }

    private static boolean counts(RuleVersion version) {
        return version.state() == RuleVersion.State.IN_FORCE;
    }
}
