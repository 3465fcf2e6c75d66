package io.zugabe.catalog.rule;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.rule.ListTypes.DescribedType;
import io.zugabe.catalog.rule.RuleChanges.Decision;
import io.zugabe.catalog.rule.RuleChanges.Situation;
import io.zugabe.catalog.rule.domain.AuditEntry;
import io.zugabe.catalog.rule.domain.AuditEntry.Action;
import io.zugabe.catalog.rule.domain.RuleBreakage;
import io.zugabe.catalog.rule.domain.RuleChange;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.catalog.rule.domain.RuleState.RunTimeType;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.rule.domain.TypeDifference;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.schema.domain.TypeEtag;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Declares types at run time. */
@Singleton
public final class UpsertTypes {

    private static final int MOST_TYPES = 200;

    private final RuleChanges changes;
    private final Clock clock;

    UpsertTypes(RuleChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Declares types, all or none. Fails with the fields at fault if types or rules in force would break; with
     * ETAG_MISMATCH if something else was declared of a type since it was read.
     *
     * @param etags of the types as they were read, by type; those that are not named may have changed
     * @param validateOnly whether only to check, and write nothing
     */
    public Uni<Declared> upsert(
            List<TypeDeclaration> types, Map<String, String> etags, boolean validateOnly, Caller caller) {
        return changes.make(situation -> {
            Decision<Declared> decision = decide(situation, types, etags, caller);
            return validateOnly ? new Decision<>(RuleChange.NONE, decision.answer()) : decision;
        });
    }

    private Decision<Declared> decide(
            Situation situation, List<TypeDeclaration> types, Map<String, String> etags, Caller caller) {
        List<TypeDeclaration> changed =
                types.stream().filter(type -> !isDeclared(situation, type)).toList();
        changed.forEach(type -> checkEtag(situation, type.type(), etags));
        RuleState state = situation.state().withTypes(changed);
        if (state.types().size() > MOST_TYPES) {
            throw ZugabeException.of(
                    CatalogReason.TOO_MANY_DECLARED,
                    state.types().size() + " types would be declared at run time; at most 200 can be",
                    Map.of());
        }
        Violations violations = Violations.ofRequest();
        checkTypes(situation, state, types, violations);
        violations.throwIfAny();
        checkRules(situation, state, types, violations);
        violations.throwIfAny();
        Instant now = clock.instant();
        Schema before = situation.book().schemaInForce(situation.state());
        Schema after = situation.book().schema(state);
        List<AuditEntry> audit = changed.stream()
                .map(type -> caller.did(Action.TYPE_UPSERTED, type.type(), now, detail(before, after, type.type())))
                .toList();
        RuleSet rules = situation.book().assemble(state);
        List<DescribedType> described = types.stream()
                .map(type -> ListTypes.describe(
                        rules, state, rules.schema().find(type.type()).orElse(type)))
                .toList();
        List<TypeChange> typeChanges =
                types.stream().map(type -> change(before, after, type.type())).toList();
        return new Decision<>(RuleChange.ofTypes(changed, audit), new Declared(described, typeChanges));
    }

    private static void checkEtag(Situation situation, String type, Map<String, String> etags) {
        String now = TypeEtag.of(
                Optional.ofNullable(situation.state().types().get(type)).map(RunTimeType::declaration));
        if (!etags.getOrDefault(type, now).equals(now)) {
            throw ZugabeException.of(
                    CatalogReason.ETAG_MISMATCH,
                    "the type \"" + type + "\" has been declared otherwise since it was read; read it again",
                    Map.of("type", type));
        }
    }

    private static TypeChange change(Schema before, Schema after, String type) {
        return new TypeChange(
                type, before.find(type).isEmpty(), TypeDifference.between(before.find(type), after.find(type)));
    }

    /**
     * Notes the types that contradict packs, each other, or what is declared.
     *
     * @param state after the types were declared
     */
    static void checkTypes(Situation situation, RuleState state, List<TypeDeclaration> types, Violations violations) {
        for (int i = 0; i < types.size(); i++) {
            TypeDeclaration type = types.get(i);
            Optional<TypeDeclaration> pack = situation.book().packType(type.type());
            violations.check(
                    pack.isEmpty()
                            || type.parent().isEmpty()
                            || type.parent().equals(pack.get().parent()),
                    "types[" + i + "].parent_type",
                    type.parent(),
                    "must be as in the pack, or empty");
            if (pack.isEmpty() && type.name().isEmpty()) {
                violations.add("types[" + i + "].name", "is required for a type that no pack declares");
            }
        }
        if (violations.isEmpty()) {
            checkSchema(situation, state, types, violations);
        }
    }

    private static void checkSchema(
            Situation situation, RuleState state, List<TypeDeclaration> types, Violations violations) {
        try {
            situation.book().schema(state);
        } catch (IllegalArgumentException e) {
            violations.add(fieldNamed(types, String.valueOf(e.getMessage())), String.valueOf(e.getMessage()));
        }
    }

    private static void checkRules(
            Situation situation, RuleState state, List<TypeDeclaration> types, Violations violations) {
        Schema after = situation.book().schema(state);
        List<StatedRule> rules = situation.book().inForce(state);
        for (RuleBreakage broken : RuleBreakage.between(
                situation.book(), rules, situation.book().schemaInForce(situation.state()), after)) {
            violations.add(fieldOf(types, after, broken.rule()), broken.how());
        }
    }

    private static String fieldNamed(List<TypeDeclaration> types, String message) {
        for (int i = 0; i < types.size(); i++) {
            if (Pattern.compile("\\b" + types.get(i).type() + "\\b")
                    .matcher(message)
                    .find()) {
                return "types[" + i + "]";
            }
        }
        return "types";
    }

    private static String fieldOf(List<TypeDeclaration> types, Schema schema, StatedRule rule) {
        for (int i = 0; i < types.size(); i++) {
            String type = types.get(i).type();
            if (schema.isA(rule.text().hostType(), type)
                    || schema.isA(rule.text().partType(), type)) {
                return "types[" + i + "].attributes";
            }
        }
        return "types";
    }

    /** A type that is declared like this already is not written, so that verdicts keep their version. */
    private static boolean isDeclared(Situation situation, TypeDeclaration type) {
        RunTimeType declared = situation.state().types().get(type.type());
        return declared != null && declared.declaration().equals(type);
    }

    /** What was in force of a type before and after. */
    static String detail(Schema before, Schema after, String type) {
        List<String> differences = TypeDifference.between(before.find(type), after.find(type));
        return differences.isEmpty() ? "what is in force stays" : AuditEntry.detail("; ", differences);
    }

    /** The types as they are then, and what changes of each, both in the order given. */
    public record Declared(List<DescribedType> types, List<TypeChange> changes) {}

    /**
     * What changes of a type.
     *
     * @param isNew whether nobody had declared it before
     * @param differences in English; empty if it is in force as given
     */
    public record TypeChange(String type, boolean isNew, List<String> differences) {}
}
