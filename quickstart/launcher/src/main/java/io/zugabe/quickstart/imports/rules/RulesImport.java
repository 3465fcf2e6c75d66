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
import io.zugabe.catalog.v1.TypeChange;
import io.zugabe.catalog.v1.TypeDeclaration;
import io.zugabe.catalog.v1.UpsertTypesRequest;
import io.zugabe.catalog.v1.UpsertTypesResponse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Brings a rule pack into a running catalog: declares its types, creates its rules as drafts, runs their
 * tests, shows what they would change, and publishes them. A rule that is in force as it stands is left alone.
 */
public final class RulesImport {

    private final Channel catalog;
    private final PrintStream out;
    private final RuleTrial trial;
    private int refused;
    private int untried;

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
     * @param publish false to put nothing in force: no type is declared and no rule published; rules whose types are
     *     not declared yet cannot be tried then
     */
    public boolean run(Path file, boolean publish) throws IOException {
        try {
            PackDocument document = PackDocument.read(file);
            PackMessages messages = new PackMessages(document);
            Set<String> pending = declare(document, messages.types(), publish);
            List<Rule> drafts = drafts(document, messages, pending);
            List<Rule> sound = drafts.stream().filter(trial::isSound).toList();
            refused += drafts.size() - sound.size();
            if (refused > 0 || !publish) {
                out.println(
                        refused > 0
                                ? "Nothing was published: " + refused + " rule" + (refused == 1 ? " is" : "s are")
                                        + " not sound."
                                : "Nothing was declared or published, as asked; the drafts are kept." + untried());
                return refused == 0;
            }
            sound.forEach(this::publish);
            return true;
        } catch (PackFault e) {
            out.println(e.getMessage());
            return false;
        }
    }

    /** Declares types, or only says what that would change; the types that are pending then. */
    private Set<String> declare(PackDocument document, List<TypeDeclaration> types, boolean forGood) {
        if (types.isEmpty()) {
            return Set.of();
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
            return Set.of();
        }
        Set<String> pending = new LinkedHashSet<>();
        for (TypeChange change : response.getChangesList()) {
            if (change.getDifferencesCount() > 0) {
                pending.add(change.getType());
                out.printf(
                        "Type %s would %s.%n",
                        change.getType(),
                        change.getNewType()
                                ? "be declared"
                                : "change: " + String.join("; ", change.getDifferencesList()));
            }
        }
        return pending;
    }

    private List<Rule> drafts(PackDocument document, PackMessages messages, Set<String> pending) {
        List<Rule> drafts = new ArrayList<>();
        for (int i = 0; i < document.list("rules").size(); i++) {
            int index = i;
            Rule rule = messages.rule(i);
            if (isInForce(rule)) {
                out.printf("%s is in force as it stands.%n", rule.getRuleId());
                continue;
            }
            try {
                Rule draft = explained(
                        document,
                        field -> FieldPlaces.ofRule(field, index, messages.testsOf(index)),
                        () -> rules().createRule(CreateRuleRequest.newBuilder()
                                        .setRule(rule)
                                        .build())
                                .getRule());
                out.printf("Created %s %s as a draft.%n", draft.getRuleId(), draft.getVersion());
                drafts.add(draft);
            } catch (PackFault e) {
                List<String> missing = Stream.of(rule.getHostType(), rule.getPartType())
                        .filter(pending::contains)
                        .distinct()
                        .toList();
                if (missing.isEmpty()) {
                    out.println(e.getMessage());
                    refused++;
                } else {
                    out.printf(
                            "%s could not be tried: the file's %s %s not declared yet.%n",
                            rule.getRuleId(), String.join(" and ", missing), missing.size() == 1 ? "is" : "are");
                    untried++;
                }
            }
        }
        return drafts;
    }

    private String untried() {
        return untried == 0
                ? ""
                : " " + untried + (untried == 1 ? " rule was" : " rules were")
                        + " not tried, because types are not declared yet.";
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
    private static <T> T explained(
            PackDocument document, Function<String, String> placeOf, java.util.function.Supplier<T> call) {
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
