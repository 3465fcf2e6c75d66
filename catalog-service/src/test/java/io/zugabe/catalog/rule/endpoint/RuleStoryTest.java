package io.zugabe.catalog.rule.endpoint;

import static io.zugabe.catalog.product.endpoint.Samples.product;
import static io.zugabe.catalog.product.endpoint.Samples.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.catalog.live.ChangeLog;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.product.endpoint.CatalogStory;
import io.zugabe.catalog.v1.AttributeDeclaration;
import io.zugabe.catalog.v1.AttributeDeclaration.Kind;
import io.zugabe.catalog.v1.AuditEntry;
import io.zugabe.catalog.v1.AuditEntry.Action;
import io.zugabe.catalog.v1.CreateRuleRequest;
import io.zugabe.catalog.v1.DeleteMakerStatementRequest;
import io.zugabe.catalog.v1.DeleteRuleRequest;
import io.zugabe.catalog.v1.DeleteTypeRequest;
import io.zugabe.catalog.v1.DryRunRuleRequest;
import io.zugabe.catalog.v1.DryRunRuleResponse;
import io.zugabe.catalog.v1.FitResult;
import io.zugabe.catalog.v1.ListAuditEntriesRequest;
import io.zugabe.catalog.v1.ListRulesRequest;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.ProductType;
import io.zugabe.catalog.v1.PublishRuleRequest;
import io.zugabe.catalog.v1.RollbackRuleRequest;
import io.zugabe.catalog.v1.RollbackRuleResponse;
import io.zugabe.catalog.v1.Rule;
import io.zugabe.catalog.v1.Rule.State;
import io.zugabe.catalog.v1.RuleLimit;
import io.zugabe.catalog.v1.RuleServiceGrpc.RuleServiceBlockingStub;
import io.zugabe.catalog.v1.RuleTest;
import io.zugabe.catalog.v1.TestProduct;
import io.zugabe.catalog.v1.TestRulesRequest;
import io.zugabe.catalog.v1.TestRulesResponse;
import io.zugabe.catalog.v1.TryRuleRequest;
import io.zugabe.catalog.v1.TryRuleResponse;
import io.zugabe.catalog.v1.TypeDeclaration;
import io.zugabe.catalog.v1.UpsertMakerStatementsRequest;
import io.zugabe.catalog.v1.UpsertTypesRequest;
import io.zugabe.catalog.v1.UpsertTypesResponse;
import io.zugabe.catalog.v1.VerdictChange;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.common.v1.Verdict;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A merchandiser teaches the catalog about taps and hoses, without a file on the server and without a restart. */
@QuarkusTest
@WithTestResource(value = EmbeddedServersResource.class, initArgs = @ResourceArg(name = "database", value = "catalog"))
@Proves("O2")
class RuleStoryTest extends CatalogStory {

    private static final Metadata.Key<String> ACTOR =
            Metadata.Key.of("x-zugabe-actor", Metadata.ASCII_STRING_MARSHALLER);
    private static final String THREAD = "rs-hoses/thread";

    @Inject
    LiveCatalog live;

    @Inject
    ChangeLog log;

    @Test
    void rule_isDraftedTriedPublishedReplacedAndTakenBack() throws Exception {
        declareTypes();
        storeProducts();
        assertEquals(
                Verdict.VERDICT_UNKNOWN, client.check("rs-tap-21", "rs-hose-21").getVerdict());

        FieldViolation misspelt = violation(() -> create(thread("part.fiting == host.thread")));
        assertEquals("rule.fits", misspelt.getField());
        assertTrue(misspelt.getDescription().startsWith("1:5: undefined field 'fiting'"), misspelt.getDescription());
        assertTrue(
                misspelt.getDescription().endsWith(" | part.fiting == host.thread\n | ....^"),
                misspelt.getDescription());
        String often = "[" + "0, ".repeat(29) + "0].all(n, '" + "a".repeat(500) + "'.matches('(a?){20}a{20}'))";
        FieldViolation dear = violation(() -> create(thread("host.thread > 5.0 && " + often)));
        assertEquals("rule.fits", dear.getField());
        assertTrue(dear.getDescription().contains("steps for ordinary products"), dear.getDescription());
        FieldViolation unread = violation(() -> create(thread("part.fitting == host.thread").toBuilder()
                .addTests(ruleTest("what", "21 V", "21 mm", Verdict.VERDICT_FITS))
                .build()));
        assertEquals("rule.tests[2].host.attributes[thread]", unread.getField());

        Rule draft = create(thread("part.fitting == host.thread"));
        assertEquals("r1", draft.getVersion());
        assertEquals(State.STATE_DRAFT, draft.getState());
        assertEquals("jo@shop.example", draft.getCreator());
        assertEquals(List.of("host.thread", "part.fitting"), draft.getReadsList());
        assertEquals(draft, create(thread("part.fitting == host.thread")), "the same draft, created once");
        assertTrue(list(State.STATE_IN_FORCE).isEmpty());
        assertEquals(
                Verdict.VERDICT_UNKNOWN, client.check("rs-tap-21", "rs-hose-21").getVerdict());

        TestRulesResponse tested = rules().testRules(TestRulesRequest.newBuilder()
                .setRuleId(THREAD)
                .setVersion("r1")
                .build());
        assertEquals(2, tested.getPassedCount());
        assertEquals(0, tested.getFailedCount());
        assertEquals(2, tested.getResultsCount());

        DryRunRuleResponse dryRun = dryRun("r1");
        assertEquals(8, dryRun.getConcernedPairCount());
        assertEquals(8, dryRun.getComparedPairCount());
        assertEquals("", dryRun.getCut());
        assertEquals(
                Map.of("VERDICT_UNKNOWN>VERDICT_FITS", 3L, "VERDICT_UNKNOWN>VERDICT_DOES_NOT_FIT", 3L), counts(dryRun));
        var example = dryRun.getChanges(0).getExamples(0);
        assertEquals("no-rule", example.getBefore().getEvidence(0).getId());
        assertEquals(THREAD + "@r1", example.getAfter().getEvidence(0).getId());
        assertEquals(
                Verdict.VERDICT_UNKNOWN, client.check("rs-tap-21", "rs-hose-21").getVerdict());

        Rule first = publish("r1");
        assertEquals(State.STATE_IN_FORCE, first.getState());
        FitResult fits = client.check("rs-tap-21", "rs-hose-2.1");
        assertEquals(Verdict.VERDICT_FITS, fits.getVerdict());
        assertEquals(THREAD + "@r1", fits.getEvidence(0).getId());
        assertEquals("21 mm on 21 mm.", fits.getEvidence(0).getSentence().getTextsOrThrow("en"));
        assertEquals(
                Verdict.VERDICT_DOES_NOT_FIT,
                client.check("rs-tap-21", "rs-hose-26").getVerdict());
        assertEquals(
                Verdict.VERDICT_UNKNOWN, client.check("rs-tap-21", "rs-hose").getVerdict());
        assertEquals(first, publish("r1"), "sent again, it changes nothing");

        Rule hearsay = thread("part.fitting == host.thread").toBuilder()
                .setCertainty(Rule.Certainty.CERTAINTY_HEARSAY)
                .build();
        assertEquals("r2", create(hearsay).getVersion());
        String failed = assertReason("RULE_TESTS_FAILED", Status.Code.FAILED_PRECONDITION, () -> publish("r2"));
        assertTrue(failed.contains("\"the same thread fits\"") && failed.contains("FITS_WITH_LIMITS"), failed);
        assertEquals(
                Verdict.VERDICT_FITS, client.check("rs-tap-21", "rs-hose-21").getVerdict());
        rules().deleteRule(DeleteRuleRequest.newBuilder()
                .setRuleId(THREAD)
                .setVersion("r2")
                .build());

        assertEquals("r3", create(limited()).getVersion(), "a number is used once");
        assertEquals(Map.of("VERDICT_FITS>VERDICT_FITS_WITH_LIMITS", 1L), counts(dryRun("r3")));
        String other =
                assertReason("RULE_NOT_IN_FORCE", Status.Code.FAILED_PRECONDITION, () -> publishInPlaceOf("", "r3"));
        assertTrue(other.endsWith("; r1 is"), other);
        assertReason("RULE_NOT_IN_FORCE", Status.Code.FAILED_PRECONDITION, () -> publishInPlaceOf("r2", "r3"));
        assertEquals("r1", publishInPlaceOf("r1", "r3").getReplaces());
        assertEquals("r3", publishInPlaceOf("r1", "r3").getVersion(), "sent again, it changes nothing");
        assertReason("RULE_NOT_DRAFT", Status.Code.FAILED_PRECONDITION, () -> publish("r1"));
        FitResult limited = client.check("rs-tap-26", "rs-hose-26");
        assertEquals(Verdict.VERDICT_FITS_WITH_LIMITS, limited.getVerdict());
        assertEquals("26 mm", limited.getLimits(0).getGot());
        assertEquals("rs_tap", limited.getLimits(0).getLiftedByType());
        assertEquals(
                List.of("r1 STATE_SUPERSEDED", "r3 STATE_IN_FORCE"),
                list(State.STATE_SUPERSEDED, State.STATE_IN_FORCE, State.STATE_DRAFT));
        assertRestartReadsTheSame();
        String version = live.rules().hash();
        declareTypes();
        assertEquals(version, live.rules().hash(), "types that are declared like this already are left alone");
        assertNeededTypesStay();

        assertEquals("version", violation(() -> rollBack("")).getField());
        String newer = assertReason("RULE_NOT_IN_FORCE", Status.Code.FAILED_PRECONDITION, () -> rollBack("r1"));
        assertTrue(newer.endsWith("; r3 is"), newer);
        assertEquals("r1", rollBack("r3").getRule().getVersion());
        assertEquals("r1", rollBack("r3").getRule().getVersion(), "sent again, it changes nothing");
        assertEquals(
                Verdict.VERDICT_FITS, client.check("rs-tap-26", "rs-hose-26").getVerdict());
        assertFalse(rollBack("r1").hasRule());
        assertFalse(rollBack("r1").hasRule(), "sent again, it changes nothing");
        assertReason("RULE_NOT_IN_FORCE", Status.Code.FAILED_PRECONDITION, () -> rollBack("r3"));
        assertEquals(
                Verdict.VERDICT_UNKNOWN, client.check("rs-tap-21", "rs-hose-21").getVerdict());
        assertRestartReadsTheSame();

        assertEquals(
                List.of(
                        Action.ACTION_RULE_ROLLED_BACK,
                        Action.ACTION_RULE_ROLLED_BACK,
                        Action.ACTION_RULE_PUBLISHED,
                        Action.ACTION_RULE_CREATED,
                        Action.ACTION_RULE_DELETED,
                        Action.ACTION_RULE_CREATED,
                        Action.ACTION_RULE_PUBLISHED,
                        Action.ACTION_RULE_CREATED),
                audit(THREAD).stream().map(AuditEntry::getAction).toList());
        AuditEntry last = audit(THREAD).getFirst();
        assertEquals("jo@shop.example", last.getActor());
        assertEquals("back to none", last.getDetail());
        assertFalse(last.getRequestId().isEmpty());
        deleteTypes();
        assertEquals(
                List.of(
                        "ACTION_TYPE_DELETED name in en: \"Tap\" -> none; thread: number in mm, required for fit -> none",
                        "ACTION_TYPE_UPSERTED name in en: none -> \"Tap\"; thread: none -> number in mm, required for fit"),
                details("rs_tap"));
    }

    @Test
    void trial_ofTypesThatNobodyDeclared_checksEverything_andStoresNothing() {
        Rule rule = untyped("part.fitting == host.thread");
        assertEquals("rule.host_type", violation(() -> create(rule)).getField());

        FieldViolation misspelt = violation(() -> tryOut(untyped("part.fiting == host.thread")));
        assertEquals("rule.fits", misspelt.getField());
        assertTrue(
                misspelt.getDescription().endsWith(" | part.fiting == host.thread\n | ....^"),
                misspelt.getDescription());
        assertEquals(
                "rule.fits",
                violation(() -> tryOut(untyped("has(host.thread)"))).getField());
        assertEquals(
                "rule.provenance",
                violation(() -> tryOut(rule.toBuilder().clearProvenance().build()))
                        .getField());
        assertEquals(
                "rule.fits_sentence",
                violation(() -> tryOut(rule.toBuilder()
                                .setFitsSentence(name("{part.fiting}"))
                                .build()))
                        .getField());
        assertEquals(
                "rule.tests[2].host.attributes[thread]",
                violation(() -> tryOut(rule.toBuilder()
                                .addTests(ruleTest("volts", "21 V", "21 mm", Verdict.VERDICT_FITS))
                                .build()))
                        .getField());

        client.store(List.of(
                product("rs-try-tap", "rs_try_tap")
                        .putAttributes("thread", text("21 mm"))
                        .build(),
                product("rs-try-hose", "rs_try_hose")
                        .putAttributes("fitting", text("2.1 cm"))
                        .build()));
        TryRuleResponse tried = tryOut(rule.toBuilder()
                .addTests(ruleTest("wrong", "21 mm", "26 mm", Verdict.VERDICT_FITS))
                .build());
        assertEquals(3, tried.getResultsCount());
        assertEquals(
                List.of(true, true, false),
                tried.getResultsList().stream()
                        .map(result -> result.getPassed())
                        .toList());
        assertEquals(
                "expects FITS, the rule says DOES_NOT_FIT", tried.getResults(2).getFailure());
        assertEquals(Map.of("VERDICT_UNKNOWN>VERDICT_FITS", 1L), counts(tried.getDryRun()));

        assertEquals("rule.host_type", violation(() -> create(rule)).getField(), "nothing was declared");
        assertTrue(
                rules().listRules(ListRulesRequest.newBuilder()
                                .setRuleId("rs-try/thread")
                                .addStates(State.STATE_DRAFT)
                                .build())
                        .getRulesList()
                        .isEmpty(),
                "no draft was stored");
    }

    private TryRuleResponse tryOut(Rule rule) {
        return rules().tryRule(TryRuleRequest.newBuilder()
                .setRule(rule)
                .addTypes(TypeDeclaration.newBuilder()
                        .setType("rs_try_tap")
                        .setName(name("Tap"))
                        .addAttributes(attribute("thread", Kind.KIND_NUMBER, "mm")))
                .addTypes(TypeDeclaration.newBuilder()
                        .setType("rs_try_hose")
                        .setName(name("Hose"))
                        .addAttributes(attribute("fitting", Kind.KIND_NUMBER, "mm")))
                .build());
    }

    private static Rule untyped(String fits) {
        return thread(fits).toBuilder()
                .setRuleId("rs-try/thread")
                .setHostType("rs_try_tap")
                .setPartType("rs_try_hose")
                .build();
    }

    @Test
    void makersStatements_areInTheAudit_withWhoBroughtThem() {
        int before = audit("maker-statements").size();
        rules().upsertMakerStatements(UpsertMakerStatementsRequest.newBuilder()
                .addStatements(statement("rs-list-1"))
                .addStatements(statement("rs-list-2"))
                .addStatements(statement("rs-list-3").toBuilder().clearProvenance())
                .build());
        for (String id : List.of("rs-list-1", "rs-list-2")) {
            rules().deleteMakerStatement(DeleteMakerStatementRequest.newBuilder()
                    .setStatementId(id)
                    .build());
        }
        assertReason(
                "STATEMENT_NOT_FOUND",
                Status.Code.NOT_FOUND,
                () -> rules().deleteMakerStatement(DeleteMakerStatementRequest.newBuilder()
                        .setStatementId("rs-list-2")
                        .build()));
        List<String> details = details("maker-statements");
        assertEquals(
                List.of(
                        "ACTION_STATEMENT_DELETED rs-list-2",
                        "ACTION_STATEMENT_DELETED rs-list-1",
                        "ACTION_STATEMENTS_UPSERTED 2: rs-list-1, rs-list-2"),
                details.subList(0, details.size() - before));
        AuditEntry last = audit("maker-statements").getFirst();
        assertEquals("jo@shop.example", last.getActor());
        assertFalse(last.getRequestId().isEmpty());
    }

    /** Whoever comes second decides again on what the first left. */
    @Test
    void publishers_atTheSameTime_leaveOneVersionInForce_andAWayBack() throws Exception {
        declareTypes();
        int publishers = 6;
        for (int i = 0; i < publishers; i++) {
            create(thread("part.fitting == host.thread").toBuilder()
                    .setRuleId("rs-hoses/race")
                    .setProvenance("Publisher " + i)
                    .build());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(publishers)) {
            List<Callable<Rule>> calls = IntStream.rangeClosed(1, publishers)
                    .<Callable<Rule>>mapToObj(i -> () -> publish("rs-hoses/race", "r" + i))
                    .toList();
            for (Future<Rule> published : threads.invokeAll(calls)) {
                assertEquals(State.STATE_IN_FORCE, published.get().getState());
            }
        }
        assertEquals(
                1,
                live.ruleState().allInForce().stream()
                        .filter(each -> each.ruleId().equals("rs-hoses/race"))
                        .count());
        int back = 0;
        String inForce = live.ruleState().inForce("rs-hoses/race").orElseThrow().version();
        RollbackRuleResponse left = rollBack("rs-hoses/race", inForce);
        while (left.hasRule()) {
            back++;
            left = rollBack("rs-hoses/race", left.getRule().getVersion());
        }
        assertEquals(publishers - 1, back);
        deleteTypes();
    }

    @Test
    void types_onlyChecked_areAnsweredAsIfAndNotDeclared() {
        ProductType tripod = type("tripod");
        UpsertTypesRequest request = UpsertTypesRequest.newBuilder()
                .setValidateOnly(true)
                .addTypes(TypeDeclaration.newBuilder()
                        .setType("rs_checked")
                        .setName(name("Checked"))
                        .addAttributes(attribute("thread", Kind.KIND_NUMBER, "mm")))
                .addTypes(TypeDeclaration.newBuilder()
                        .setType("tripod")
                        .addAttributes(attribute("rs_finish", Kind.KIND_TEXT, "")))
                .build();
        long before = live.position();
        UpsertTypesResponse checked = rules().upsertTypes(request);
        assertEquals("thread", checked.getTypes(0).getAttributes(0).getAttribute());
        assertTrue(checked.getChanges(0).getNewType());
        assertFalse(checked.getChanges(1).getNewType());
        assertTrue(
                checked.getChanges(1).getDifferencesList().contains("rs_finish: none -> text, required for fit"),
                checked::toString);
        assertEquals(tripod, type("tripod"));
        assertTrue(live.schema().find("rs_checked").isEmpty());
        assertEquals(before, live.position());
        assertEquals(
                "types[0].parent_type",
                violation(() -> rules().upsertTypes(UpsertTypesRequest.newBuilder()
                                .setValidateOnly(true)
                                .addTypes(TypeDeclaration.newBuilder()
                                        .setType("tripod")
                                        .setParentType("phone"))
                                .build()))
                        .getField());
    }

    @Test
    void typeWithTheEtagOfAnotherDeclaration_isRefused_whatIsDeclaredAlreadyIsNot() {
        assertEquals("0", type("tent").getEtag());
        TypeDeclaration first = TypeDeclaration.newBuilder()
                .setType("tent")
                .setEtag("0")
                .addAttributes(attribute("rs_shade", Kind.KIND_TEXT, ""))
                .build();
        String etag = declare(first).getEtag();
        assertEquals(etag, type("tent").getEtag());
        assertEquals(etag, declare(first).getEtag(), "the same again");
        TypeDeclaration second = first.toBuilder()
                .addAttributes(attribute("rs_bulbs", Kind.KIND_NUMBER, ""))
                .build();
        String type = assertReason("ETAG_MISMATCH", Status.Code.ABORTED, () -> declare(second));
        assertTrue(type.contains("tent"), type);
        assertNotEquals(etag, declare(second.toBuilder().setEtag(etag).build()).getEtag());
        declare(first.toBuilder().clearEtag().build());
        assertEquals(etag, type("tent").getEtag());
        rules().deleteType(DeleteTypeRequest.newBuilder().setType("tent").build());
        assertEquals("0", type("tent").getEtag());
    }

    private ProductType declare(TypeDeclaration type) {
        return rules().upsertTypes(
                        UpsertTypesRequest.newBuilder().addTypes(type).build())
                .getTypes(0);
    }

    @Test
    void ruleAndTypeOfAPack_areOverlaid_andComeBack() {
        ProductType before = type("tripod");
        ProductType after = rules().upsertTypes(UpsertTypesRequest.newBuilder()
                        .addTypes(TypeDeclaration.newBuilder()
                                .setType("tripod")
                                .addAttributes(attribute("rs_colour", Kind.KIND_TEXT, "")))
                        .build())
                .getTypes(0);
        assertEquals(before.getAttributesCount() + 1, after.getAttributesCount());
        assertEquals(before.getPack(), after.getPack());
        assertEquals(1, after.getDeclaredAtRunTime().getAttributesCount());
        rules().deleteType(DeleteTypeRequest.newBuilder().setType("tripod").build());
        assertEquals(before, type("tripod"));

        Rule pack = rules().listRules(ListRulesRequest.newBuilder()
                        .setRuleId("camera-packs/model")
                        .setWithTests(true)
                        .build())
                .getRules(0);
        assertTrue(pack.getTestsCount() > 0 && pack.getFitsSentence().getTextsCount() > 0);
        Rule own = create(pack.toBuilder().setProvenance("Our own list").build());
        assertEquals("r1", own.getVersion());
        rules().publishRule(PublishRuleRequest.newBuilder()
                .setRuleId(pack.getRuleId())
                .setVersion("r1")
                .build());
        assertEquals(
                List.of("1 STATE_SUPERSEDED", "r1 STATE_IN_FORCE"),
                rules()
                        .listRules(ListRulesRequest.newBuilder()
                                .setRuleId(pack.getRuleId())
                                .addStates(State.STATE_SUPERSEDED)
                                .addStates(State.STATE_IN_FORCE)
                                .build())
                        .getRulesList()
                        .stream()
                        .map(rule -> rule.getVersion() + " " + rule.getState())
                        .toList());
        assertEquals(
                pack.getVersion(),
                rules().rollbackRule(RollbackRuleRequest.newBuilder()
                                .setRuleId(pack.getRuleId())
                                .setVersion("r1")
                                .build())
                        .getRule()
                        .getVersion());
    }

    private void assertNeededTypesStay() {
        assertReason(
                "TYPE_IN_USE",
                Status.Code.FAILED_PRECONDITION,
                () -> rules().deleteType(DeleteTypeRequest.newBuilder()
                        .setType("rs_hose")
                        .build()));
        FieldViolation broken = violation(() -> rules().upsertTypes(UpsertTypesRequest.newBuilder()
                .addTypes(TypeDeclaration.newBuilder()
                        .setType("rs_hose")
                        .setName(name("Hose"))
                        .addAttributes(attribute("fitting", Kind.KIND_TEXT, "")))
                .build()));
        assertEquals("types[0].attributes", broken.getField());
        assertTrue(
                broken.getDescription()
                        .matches("(?s)rule " + THREAD + " as it is in force, version r\\d+, would not compile.*"),
                broken.getDescription());
        FieldViolation circle = violation(() -> rules().upsertTypes(UpsertTypesRequest.newBuilder()
                .addTypes(TypeDeclaration.newBuilder()
                        .setType("rs_loop")
                        .setParentType("rs_loop")
                        .setName(name("Loop")))
                .build()));
        assertEquals("types[0]", circle.getField());
    }

    private void assertRestartReadsTheSame() {
        LiveCatalog restarted = new LiveCatalog(live.ruleBook());
        restarted.apply(log.after(0, 100_000));
        restarted.rebuildTable();
        assertEquals(live.ruleState().versions(), restarted.ruleState().versions());
        assertEquals(live.rules().hash(), restarted.rules().hash());
        assertEquals(live.rules().rules(), restarted.rules().rules());
    }

    private void declareTypes() {
        rules().upsertTypes(UpsertTypesRequest.newBuilder()
                .addTypes(TypeDeclaration.newBuilder()
                        .setType("rs_tap")
                        .setName(name("Tap"))
                        .addAttributes(attribute("thread", Kind.KIND_NUMBER, "mm")))
                .addTypes(TypeDeclaration.newBuilder()
                        .setType("rs_hose")
                        .setName(name("Hose"))
                        .addAttributes(attribute("fitting", Kind.KIND_NUMBER, "mm")))
                .build());
        assertTrue(type("rs_tap").getAttributes(0).getRequiredForFit());
    }

    private void deleteTypes() {
        for (String type : List.of("rs_tap", "rs_hose")) {
            rules().deleteType(DeleteTypeRequest.newBuilder().setType(type).build());
        }
    }

    private void storeProducts() {
        client.store(List.of(
                product("rs-tap-21", "rs_tap")
                        .putAttributes("thread", text("21 mm"))
                        .build(),
                product("rs-tap-26", "rs_tap")
                        .putAttributes("thread", text("26 mm"))
                        .build(),
                product("rs-hose-21", "rs_hose")
                        .putAttributes("fitting", text("21 mm"))
                        .build(),
                product("rs-hose-2.1", "rs_hose")
                        .putAttributes("fitting", text("2.1 cm"))
                        .build(),
                product("rs-hose-26", "rs_hose")
                        .putAttributes("fitting", text("26 mm"))
                        .build(),
                product("rs-hose", "rs_hose").build()));
    }

    private static Rule thread(String fits) {
        return Rule.newBuilder()
                .setRuleId(THREAD)
                .setHostType("rs_tap")
                .setPartType("rs_hose")
                .setFits(fits)
                .setFitsSentence(name("{part.fitting} on {host.thread}."))
                .setDoesNotFitSentence(name("{part.fitting} does not go on {host.thread}."))
                .setProvenance("Measured")
                .addTests(ruleTest("the same thread fits", "21 mm", "2.1 cm", Verdict.VERDICT_FITS))
                .addTests(ruleTest("another does not", "21 mm", "26 mm", Verdict.VERDICT_DOES_NOT_FIT))
                .build();
    }

    private static Rule limited() {
        return thread("part.fitting == host.thread").toBuilder()
                .addLimits(RuleLimit.newBuilder()
                        .setWhen("part.fitting > 25.0")
                        .setAttribute("fitting")
                        .setGot("part.fitting")
                        .setNeeded("25.0")
                        .setUnit("mm")
                        .setLiftedByType("rs_tap")
                        .setSentence(name("{got} is wide.")))
                .build();
    }

    private static RuleTest ruleTest(String name, String thread, String fitting, Verdict verdict) {
        return RuleTest.newBuilder()
                .setName(name)
                .setHost(TestProduct.newBuilder().putAttributes("thread", text(thread)))
                .setPart(TestProduct.newBuilder().putAttributes("fitting", text(fitting)))
                .setVerdict(verdict)
                .build();
    }

    private static AttributeDeclaration attribute(String key, Kind kind, String unit) {
        return AttributeDeclaration.newBuilder()
                .setAttribute(key)
                .setKind(kind)
                .setUnit(unit)
                .setRequiredForFit(true)
                .build();
    }

    private static LocalizedText name(String english) {
        return LocalizedText.newBuilder().putTexts("en", english).build();
    }

    private RuleServiceBlockingStub rules() {
        Metadata who = new Metadata();
        who.put(ACTOR, "jo@shop.example");
        return client.rules().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(who));
    }

    private Rule create(Rule rule) {
        return rules().createRule(CreateRuleRequest.newBuilder().setRule(rule).build())
                .getRule();
    }

    private Rule publish(String version) {
        return publish(THREAD, version);
    }

    private Rule publish(String ruleId, String version) {
        return rules().publishRule(PublishRuleRequest.newBuilder()
                        .setRuleId(ruleId)
                        .setVersion(version)
                        .build())
                .getRule();
    }

    private Rule publishInPlaceOf(String expected, String version) {
        return rules().publishRule(PublishRuleRequest.newBuilder()
                        .setRuleId(THREAD)
                        .setVersion(version)
                        .setExpectedInForceVersion(expected)
                        .build())
                .getRule();
    }

    private RollbackRuleResponse rollBack(String version) {
        return rollBack(THREAD, version);
    }

    private RollbackRuleResponse rollBack(String ruleId, String version) {
        return rules().rollbackRule(RollbackRuleRequest.newBuilder()
                .setRuleId(ruleId)
                .setVersion(version)
                .build());
    }

    private DryRunRuleResponse dryRun(String version) {
        return rules().dryRunRule(DryRunRuleRequest.newBuilder()
                .setRuleId(THREAD)
                .setVersion(version)
                .build());
    }

    private static Map<String, Long> counts(DryRunRuleResponse dryRun) {
        Map<String, Long> counts = new TreeMap<>();
        for (VerdictChange change : dryRun.getChangesList()) {
            counts.put(change.getBefore() + ">" + change.getAfter(), change.getPairCount());
            assertFalse(change.getExamplesList().isEmpty());
        }
        return counts;
    }

    private List<String> list(State... states) {
        return rules()
                .listRules(ListRulesRequest.newBuilder()
                        .setRuleId(THREAD)
                        .addAllStates(List.of(states))
                        .build())
                .getRulesList()
                .stream()
                .map(rule -> rule.getVersion() + " " + rule.getState())
                .toList();
    }

    private List<AuditEntry> audit(String subject) {
        List<AuditEntry> entries = new ArrayList<>();
        String token = "";
        do {
            var page = rules().listAuditEntries(ListAuditEntriesRequest.newBuilder()
                    .setSubject(subject)
                    .setPageSize(3)
                    .setPageToken(token)
                    .build());
            entries.addAll(page.getEntriesList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return entries;
    }

    private List<String> details(String subject) {
        return audit(subject).stream()
                .map(entry -> entry.getAction() + " " + entry.getDetail())
                .toList();
    }

    private static MakerStatement statement(String id) {
        return MakerStatement.newBuilder()
                .setStatementId(id)
                .addHosts(ProductSelector.newBuilder().setProductId("rs-tap-21"))
                .addParts(ProductSelector.newBuilder().setProductId("rs-hose-21"))
                .setVerdict(Verdict.VERDICT_FITS)
                .setProvenance("Maker's list")
                .build();
    }

    private ProductType type(String type) {
        return rules()
                .listTypes(io.zugabe.catalog.v1.ListTypesRequest.newBuilder()
                        .setPageSize(1_000)
                        .build())
                .getTypesList()
                .stream()
                .filter(each -> each.getType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static FieldViolation violation(Runnable call) {
        StatusRuntimeException refused = assertThrows(StatusRuntimeException.class, call::run);
        assertEquals(Status.Code.INVALID_ARGUMENT, refused.getStatus().getCode(), String.valueOf(refused.getMessage()));
        return detail(refused, BadRequest.class).getFieldViolations(0);
    }

    private static String assertReason(String reason, Status.Code code, Runnable call) {
        StatusRuntimeException refused = assertThrows(StatusRuntimeException.class, call::run);
        assertEquals(code, refused.getStatus().getCode(), String.valueOf(refused.getMessage()));
        assertEquals(reason, detail(refused, ErrorInfo.class).getReason());
        return String.valueOf(refused.getMessage());
    }

    private static <T extends com.google.protobuf.Message> T detail(StatusRuntimeException refused, Class<T> type) {
        var status = StatusProto.fromThrowable(refused);
        for (Any any : status == null ? List.<Any>of() : status.getDetailsList()) {
            if (any.is(type)) {
                try {
                    return any.unpack(type);
                } catch (InvalidProtocolBufferException e) {
                    throw new AssertionError(e);
                }
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " in " + status);
    }
}
