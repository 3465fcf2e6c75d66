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
import io.zugabe.catalog.v1.TypeDeclaration;
import io.zugabe.catalog.v1.UpsertTypesRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

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
     * @param publish false to stop before anything is put in force; types are declared all the same
     */
    public boolean run(Path file, boolean publish) throws IOException {
        try {
            PackDocument document = PackDocument.read(file);
            PackMessages messages = new PackMessages(document);
            declare(document, messages.types());
            List<Rule> drafts = drafts(document, messages);
            List<Rule> sound = drafts.stream().filter(trial::isSound).toList();
            refused += drafts.size() - sound.size();
            if (refused > 0 || !publish) {
                out.println(
                        refused > 0
                                ? "Nothing was published: " + refused + " rule" + (refused == 1 ? " is" : "s are")
                                        + " not sound."
                                : "Nothing was published, as asked; the drafts are kept.");
                return refused == 0;
            }
            sound.forEach(this::publish);
            return true;
        } catch (PackFault e) {
            out.println(e.getMessage());
            return false;
        }
    }

    private void declare(PackDocument document, List<TypeDeclaration> types) {
        if (types.isEmpty()) {
            return;
        }
        explained(
                document,
                FieldPlaces::ofTypes,
                () -> rules().upsertTypes(UpsertTypesRequest.newBuilder()
                        .addAllTypes(types)
                        .build()));
        out.printf(
                "Declared %d types: %s.%n",
                types.size(),
                String.join(", ", types.stream().map(TypeDeclaration::getType).toList()));
    }

    private List<Rule> drafts(PackDocument document, PackMessages messages) {
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
                out.println(e.getMessage());
                refused++;
            }
        }
        return drafts;
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
