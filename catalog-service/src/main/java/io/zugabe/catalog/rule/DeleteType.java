package io.zugabe.catalog.rule;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.rule.RuleChanges.Decision;
import io.zugabe.catalog.rule.RuleChanges.Situation;
import io.zugabe.catalog.rule.domain.AuditEntry.Action;
import io.zugabe.catalog.rule.domain.RuleBreakage;
import io.zugabe.catalog.rule.domain.RuleChange;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Deletes what was declared of a type at run time. */
@Singleton
public final class DeleteType {

    private static final int MOST_NAMED = 5;

    private final RuleChanges changes;
    private final Clock clock;

    DeleteType(RuleChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Deletes; fails with TYPE_NOT_FOUND, or TYPE_IN_USE if types or rules in force need it. Answers the type. */
    public Uni<String> delete(String type, Caller caller) {
        return changes.make(situation -> decide(situation, type, caller));
    }

    private Decision<String> decide(Situation situation, String type, Caller caller) {
        if (!situation.state().types().containsKey(type)) {
            throw ZugabeException.of(
                    CatalogReason.TYPE_NOT_FOUND,
                    "nothing is declared of a type \"" + type + "\" at run time",
                    Map.of("type", type));
        }
        RuleState after = situation.state().withoutType(type);
        Schema before = situation.book().schemaInForce(situation.state());
        Schema left = requireUnused(situation, before, after, type);
        String detail = UpsertTypes.detail(before, left, type);
        return new Decision<>(
                new RuleChange(
                        List.of(),
                        List.of(type),
                        List.of(),
                        List.of(),
                        List.of(caller.did(Action.TYPE_DELETED, type, clock.instant(), detail))),
                type);
    }

    private static Schema requireUnused(Situation situation, Schema before, RuleState after, String type) {
        Schema schema;
        try {
            schema = situation.book().schema(after);
        } catch (IllegalArgumentException e) {
            throw inUse(type, String.valueOf(e.getMessage()));
        }
        List<RuleBreakage> broken =
                RuleBreakage.between(situation.book(), situation.book().inForce(after), before, schema);
        if (!broken.isEmpty()) {
            String named =
                    broken.stream().limit(MOST_NAMED).map(RuleBreakage::how).collect(Collectors.joining("; "));
            throw inUse(type, named + (broken.size() > MOST_NAMED ? " and more" : ""));
        }
        return schema;
    }

    private static ZugabeException inUse(String type, String who) {
        return ZugabeException.of(
                CatalogReason.TYPE_IN_USE, "type " + type + " is needed: " + who, Map.of("type", type));
    }
}
