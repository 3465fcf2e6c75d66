package io.zugabe.quickstart.imports.rules;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Status;
import io.grpc.Channel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.zugabe.catalog.v1.CreateRuleRequest;
import io.zugabe.catalog.v1.ListRulesRequest;
import io.zugabe.catalog.v1.PublishRuleRequest;
import io.zugabe.catalog.v1.Rule;
import io.zugabe.catalog.v1.RuleServiceGrpc;
import io.zugabe.catalog.v1.RuleServiceGrpc.RuleServiceBlockingStub;
import io.zugabe.catalog.v1.TryRuleRequest;
import io.zugabe.catalog.v1.TypeChange;
import io.zugabe.catalog.v1.TypeDeclaration;
import io.zugabe.catalog.v1.UpsertTypesRequest;
import io.zugabe.catalog.v1.UpsertTypesResponse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Brings a rule pack into a running catalog: declares its types, creates its rules as drafts, runs their
 * tests, shows what they would change, and publishes them. A rule that is in force as it stands is left alone.
 */
public final class RulesImport {

    private final Channel catalog;
    private final PrintStream out;
    private final RuleTrial trial;
    private int refused;

    /**
     * An import.
     *
     * @param catalog names who publishes with every call
     */
    public RulesImport(Channel catalog, PrintStream out) {
        this.catalog = catalog;
        this.out = out;
        this.trial = new RuleTrial(this::rules, out);
    }

    /**
     * Imports a pack; whether all of it is sound.
     *
     * @param publish false to store nothing: the types are only checked, and the rules tried over them
     */
    public boolean run(Path file, boolean publish) throws IOException {
        try {
            PackDocument document = PackDocument.read(file);
            PackMessages messages = new PackMessages(document);
            messages.checkTests();
            List<TypeDeclaration> types = messages.types();
            declare(document, types, publish);
            List<Rule> sound = publish ? drafts(document, messages) : List.of();
            if (!publish) {
                changed(document, messages).forEach((index, rule) -> tryOut(document, messages, index, rule, types));
            }
            if (refused > 0 || !publish) {
                out.println(
                        refused > 0
                                ? "Nothing was published: " + refused + " rule" + (refused == 1 ? " is" : "s are")
                                        + " not sound."
                                : "Nothing was declared, stored or published, as asked.");
                return refused == 0;
            }
            sound.forEach(this::publish);
            return true;
        } catch (PackFault e) {
            out.println(e.getMessage());
            return false;
        }
    }

    /** Declares types, or only says what that would change. */
    private void declare(PackDocument document, List<TypeDeclaration> types, boolean forGood) {
        if (types.isEmpty()) {
            return;
        }
        UpsertTypesResponse response = explained(
                document,
                FieldPlaces::ofTypes,
                () -> rules().upsertTypes(UpsertTypesRequest.newBuilder()
                        .addAllTypes(types)
                        .setValidateOnly(!forGood)
                        .build()));
        if (forGood) {
            out.printf(
                    "Declared %d types: %s.%n",
                    types.size(),
                    String.join(
                            ", ", types.stream().map(TypeDeclaration::getType).toList()));
            return;
        }
        for (TypeChange change : response.getChangesList()) {
            if (change.getDifferencesCount() > 0) {
                out.printf(
                        "Type %s would %s.%n",
                        change.getType(),
                        change.getNewType()
                                ? "be declared"
                                : "change: " + String.join("; ", change.getDifferencesList()));
            }
        }
    }

    /** The rules that are not in force as they stand, by their place in the file. */
    private Map<Integer, Rule> changed(PackDocument document, PackMessages messages) {
        Map<Integer, Rule> changed = new LinkedHashMap<>();
        for (int i = 0; i < document.list("rules").size(); i++) {
            Rule rule = messages.rule(i);
            if (isInForce(rule)) {
                out.printf("%s is in force as it stands.%n", rule.getRuleId());
            } else {
                changed.put(i, rule);
            }
        }
        return changed;
    }

    /** Creates drafts of the rules that are sound; counts those that are not. */
    private List<Rule> drafts(PackDocument document, PackMessages messages) {
        List<Rule> drafts = new ArrayList<>();
        changed(document, messages)
                .forEach((index, rule) -> ofRule(
                                document,
                                messages,
                                index,
                                () -> rules().createRule(CreateRuleRequest.newBuilder()
                                                .setRule(rule)
                                                .build())
                                        .getRule())
                        .ifPresent(draft -> {
                            out.printf("Created %s %s as a draft.%n", draft.getRuleId(), draft.getVersion());
                            drafts.add(draft);
                        }));
        List<Rule> sound = drafts.stream().filter(trial::isSound).toList();
        refused += drafts.size() - sound.size();
        return sound;
    }

    /** Tries a rule as if the file's types were declared; nothing is stored. */
    private void tryOut(
            PackDocument document, PackMessages messages, int index, Rule rule, List<TypeDeclaration> types) {
        TryRuleRequest request =
                TryRuleRequest.newBuilder().setRule(rule).addAllTypes(types).build();
        ofRule(document, messages, index, () -> rules().tryRule(request)).ifPresent(tried -> {
            if (!trial.isSound(rule, tried)) {
                refused++;
            }
        });
    }

    /** What a call about a rule answers; empty if the rule is refused, which is said and counted. */
    private <T> Optional<T> ofRule(PackDocument document, PackMessages messages, int index, Supplier<T> call) {
        try {
            return Optional.of(
                    explained(document, field -> FieldPlaces.ofRule(field, index, messages.testsOf(index)), call));
        } catch (PackFault e) {
            out.println(e.getMessage());
            refused++;
            return Optional.empty();
        }
    }

    private boolean isInForce(Rule rule) {
        return rules()
                .listRules(ListRulesRequest.newBuilder()
                        .setRuleId(rule.getRuleId())
                        .setWithTests(true)
                        .build())
                .getRulesList()
                .stream()
                .anyMatch(other -> asWritten(other).equals(rule));
    }

    private static Rule asWritten(Rule rule) {
        return rule.toBuilder()
                .clearVersion()
                .clearReads()
                .clearState()
                .clearCreateTime()
                .clearCreator()
                .clearPublishTime()
                .clearFault()
                .clearReplaces()
                .build();
    }

    private void publish(Rule draft) {
        rules().publishRule(PublishRuleRequest.newBuilder()
                .setRuleId(draft.getRuleId())
                .setVersion(draft.getVersion())
                .build());
        out.printf("Published %s %s: it is in force.%n", draft.getRuleId(), draft.getVersion());
    }

    private RuleServiceBlockingStub rules() {
        return RuleServiceGrpc.newBlockingStub(catalog).withDeadlineAfter(60, TimeUnit.SECONDS);
    }

    /** Makes a call; turns its complaints about fields into complaints about lines of the pack. */
    private static <T> T explained(PackDocument document, Function<String, String> placeOf, Supplier<T> call) {
        try {
            return call.get();
        } catch (StatusRuntimeException e) {
            List<FieldViolation> violations = violations(e);
            if (e.getStatus().getCode() != Code.INVALID_ARGUMENT || violations.isEmpty()) {
                throw e;
            }
            throw new PackFault(String.join(
                    "\n",
                    violations.stream()
                            .map(each -> String.valueOf(document.fault(
                                            placeOf.apply(each.getField()),
                                            each.getField() + ": " + each.getDescription())
                                    .getMessage()))
                            .toList()));
        }
    }

    private static List<FieldViolation> violations(StatusRuntimeException failure) {
        Status status = StatusProto.fromThrowable(failure);
        for (Any detail : status == null ? List.<Any>of() : status.getDetailsList()) {
            if (detail.is(BadRequest.class)) {
                try {
                    return detail.unpack(BadRequest.class).getFieldViolationsList();
                } catch (InvalidProtocolBufferException e) {
                    return List.of();
                }
            }
        }
        return List.of();
    }
}
