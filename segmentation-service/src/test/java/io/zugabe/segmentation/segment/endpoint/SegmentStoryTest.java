package io.zugabe.segmentation.segment.endpoint;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.ServiceClient;
import io.zugabe.segmentation.v1.ArchiveSegmentRequest;
import io.zugabe.segmentation.v1.CreateSegmentRequest;
import io.zugabe.segmentation.v1.DryRunSegmentRequest;
import io.zugabe.segmentation.v1.DryRunSegmentResponse;
import io.zugabe.segmentation.v1.Feature;
import io.zugabe.segmentation.v1.GetSegmentRequest;
import io.zugabe.segmentation.v1.GetTreatmentPolicyRequest;
import io.zugabe.segmentation.v1.GetTreatmentRequest;
import io.zugabe.segmentation.v1.GetTreatmentResponse;
import io.zugabe.segmentation.v1.ListFeaturesRequest;
import io.zugabe.segmentation.v1.ListSegmentChangesRequest;
import io.zugabe.segmentation.v1.ListSegmentMembersRequest;
import io.zugabe.segmentation.v1.ListSegmentMembersResponse;
import io.zugabe.segmentation.v1.ListSegmentsRequest;
import io.zugabe.segmentation.v1.ListSegmentsResponse;
import io.zugabe.segmentation.v1.ListTreatmentPoliciesRequest;
import io.zugabe.segmentation.v1.PublishSegmentRequest;
import io.zugabe.segmentation.v1.RollbackSegmentRequest;
import io.zugabe.segmentation.v1.RollbackTreatmentPolicyRequest;
import io.zugabe.segmentation.v1.Segment;
import io.zugabe.segmentation.v1.SegmentChange;
import io.zugabe.segmentation.v1.SegmentDefinition;
import io.zugabe.segmentation.v1.SegmentEvaluation;
import io.zugabe.segmentation.v1.SegmentMember;
import io.zugabe.segmentation.v1.SegmentServiceGrpc.SegmentServiceBlockingStub;
import io.zugabe.segmentation.v1.TraitsChanged;
import io.zugabe.segmentation.v1.TreatmentEffects;
import io.zugabe.segmentation.v1.TreatmentPolicy;
import io.zugabe.segmentation.v1.TreatmentRule;
import io.zugabe.segmentation.v1.TreatmentServiceGrpc.TreatmentServiceBlockingStub;
import io.zugabe.segmentation.v1.UpdateSegmentRequest;
import io.zugabe.segmentation.v1.UpdateTreatmentPolicyRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A merchandiser's way through segments and treatment, over the real API. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
@Proves({"C2", "C4", "T3"})
class SegmentStoryTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    @Inject
    Pool pool;

    private ServiceClient client;
    private SegmentServiceBlockingStub segments;
    private TreatmentServiceBlockingStub treatments;
    private final String id = "s-" + UUID.randomUUID();

    @BeforeEach
    void connect() {
        client = new ServiceClient();
        segments = client.segments();
        treatments = client.treatments();
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        client.close();
    }

    @Test
    void segment_fromDraftToTreatment() {
        String buyer = buyer(3);
        String visitor = buyer(1);
        Segment draft = create("orders >= 2 && orders_12m <= 500", "{orders} orders");
        assertEquals(List.of("orders", "orders_12m"), draft.getDraft().getFeaturesList());
        assertFalse(draft.hasInForce());

        DryRunSegmentResponse trial = dryRun(DryRunSegmentRequest.newBuilder().setSegmentId(id));
        assertTrue(trial.getMatching() >= 1 && trial.getMatching() < trial.getExamined(), trial::toString);
        assertEquals(trial.getMatching(), trial.getEntering());
        assertEquals(List.of(), segmentsOf(buyer, id));

        Segment published = publish(1);
        assertEquals(1, published.getInForce().getVersion());
        assertFalse(published.hasDraft());
        assertEquals(List.of(id), segmentsOf(buyer, id));
        assertEquals(List.of(), segmentsOf(visitor, id));

        TreatmentPolicy before = policy();
        TreatmentPolicy after = put(before.toBuilder()
                .addRules(TreatmentRule.newBuilder()
                        .setRuleId("story")
                        .setSegmentId(id)
                        .setReasonCode("STORY")
                        .setEffects(TreatmentEffects.newBuilder()
                                .setAllowedIncentives(TreatmentEffects.IncentiveList.newBuilder()
                                        .addIncentives("NEWSLETTER"))))
                .build());
        assertEquals(before.getVersion() + 1, after.getVersion());
        GetTreatmentResponse treatment = treatment(buyer);
        assertTrue(treatment.getTreatment().getAllowed());
        assertEquals(List.of("NEWSLETTER"), treatment.getTreatment().getAllowedIncentivesList());
        assertTrue(treatment.getTreatment().getReasonCodesList().contains("STORY"));
        assertEquals(after.getVersion(), treatment.getTreatment().getPolicyVersion());

        assertEquals(
                "SEGMENT_IN_USE",
                reason(() -> segments.archiveSegment(
                        ArchiveSegmentRequest.newBuilder().setSegmentId(id).build())));
        TreatmentPolicy back = treatments
                .rollbackTreatmentPolicy(RollbackTreatmentPolicyRequest.newBuilder()
                        .setVersion(before.getVersion())
                        .setEtag(after.getEtag())
                        .build())
                .getPolicy();
        assertEquals(before.getRulesList(), back.getRulesList());
        assertEquals(after.getVersion() + 1, back.getVersion());
        assertEquals(
                List.of(back.getVersion(), after.getVersion()),
                treatments
                        .listTreatmentPolicies(ListTreatmentPoliciesRequest.newBuilder()
                                .setPageSize(2)
                                .build())
                        .getPoliciesList()
                        .stream()
                        .map(TreatmentPolicy::getVersion)
                        .toList());
        assertTrue(segments.archiveSegment(
                        ArchiveSegmentRequest.newBuilder().setSegmentId(id).build())
                .getSegment()
                .getArchived());
        assertEquals(List.of(), segmentsOf(buyer, id));
        assertEquals(
                List.of(
                        SegmentChange.Action.ACTION_ARCHIVED,
                        SegmentChange.Action.ACTION_PUBLISHED,
                        SegmentChange.Action.ACTION_CREATED),
                changes());
    }

    @Test
    void segment_changedPublishedAndTakenBack_isAsBefore() {
        String buyer = buyer(1);
        create("orders >= 1", "");
        publish(0);
        Segment changed = segments.updateSegment(UpdateSegmentRequest.newBuilder()
                        .setDefinition(definition("orders >= 2", ""))
                        .setUpdateMask(FieldMask.newBuilder().addPaths("expression"))
                        .setEtag(get().getEtag())
                        .build())
                .getSegment();
        assertEquals(2, changed.getDraft().getVersion());
        DryRunSegmentResponse trial = dryRun(DryRunSegmentRequest.newBuilder().setSegmentId(id));
        assertTrue(trial.getLeaving() >= 1, trial::toString);
        publish(2);
        assertEquals(List.of(), segmentsOf(buyer, id));
        Segment back = segments.rollbackSegment(RollbackSegmentRequest.newBuilder()
                        .setSegmentId(id)
                        .setVersion(2)
                        .build())
                .getSegment();
        assertEquals(1, back.getInForce().getVersion());
        assertEquals(List.of(id), segmentsOf(buyer, id));
        assertEquals(
                "SEGMENT_NOT_IN_FORCE",
                reason(() -> segments.rollbackSegment(RollbackSegmentRequest.newBuilder()
                        .setSegmentId(id)
                        .setVersion(2)
                        .build())));
    }

    @Test
    void members_areListedInPages_sinceWhenAndWhy_onceTheEvaluationIsOver() {
        Set<String> buyers = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            buyers.add(buyer(1));
        }
        String trait = "story_" + id.substring(2, 10);
        buyers.forEach(buyer -> client.publish(Events.of(buyer)
                .setTraitsChanged(TraitsChanged.newBuilder()
                        .putTraits(
                                trait,
                                AttributeValue.newBuilder().setTruth(true).build()))
                .build()));
        await().atMost(LONGEST).until(() -> features().contains("trait_" + trait));
        Instant asked = Instant.now().minusSeconds(5);
        create("trait_" + trait + " && orders >= 1", "{orders} orders");
        publish(0);
        await().atMost(LONGEST).untilAsserted(() -> {
            SegmentEvaluation evaluation = get().getEvaluation();
            assertFalse(evaluation.getRunning());
            assertTrue(evaluation.getStartTime().getSeconds() >= asked.getEpochSecond());
            assertTrue(evaluation.getEndTime().getSeconds()
                    >= evaluation.getStartTime().getSeconds());
            assertEquals(evaluation.getTotal(), evaluation.getEvaluated());
            assertTrue(evaluation.getEvaluated() >= buyers.size());
            assertEquals(buyers.size(), get().getSize());
        });

        List<SegmentMember> members = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        ListSegmentMembersResponse page = ListSegmentMembersResponse.getDefaultInstance();
        do {
            page = members(2, page.getNextPageToken());
            pages.add(page.getMembersCount());
            members.addAll(page.getMembersList());
        } while (!page.getNextPageToken().isEmpty());
        assertEquals(List.of(2, 2, 1), pages);
        assertEquals(
                List.copyOf(buyers),
                members.stream().map(SegmentMember::getSubjectId).toList());
        members.forEach(member -> {
            assertEquals("1 orders", member.getWhy().getTextsOrThrow("en"));
            assertEquals(1, member.getSegmentVersion());
            assertTrue(member.getSinceTime().getSeconds() >= asked.getEpochSecond());
        });

        segments.updateSegment(UpdateSegmentRequest.newBuilder()
                .setDefinition(definition("trait_" + trait + " && orders > 0", "buys"))
                .setEtag(get().getEtag())
                .build());
        publish(2);
        await().atMost(LONGEST).untilAsserted(() -> {
            SegmentMember after = members(1, "").getMembers(0);
            assertEquals(2, after.getSegmentVersion());
            assertEquals("buys", after.getWhy().getTextsOrThrow("en"));
            assertEquals(members.getFirst().getSinceTime(), after.getSinceTime());
        });
        assertEquals("SEGMENT_NOT_FOUND", reason(() -> members("s-none", 2, "")));
        assertEquals("page_token", violation(() -> members("other", 2, page(2))).getField());
        assertEquals("page_size", violation(() -> members(id, -1, "")).getField());
    }

    private String page(int size) {
        return members(size, "").getNextPageToken();
    }

    private ListSegmentMembersResponse members(int size, String token) {
        return members(id, size, token);
    }

    private ListSegmentMembersResponse members(String segment, int size, String token) {
        return segments.listSegmentMembers(ListSegmentMembersRequest.newBuilder()
                .setSegmentId(segment)
                .setPageSize(size)
                .setPageToken(token)
                .build());
    }

    private List<String> features() {
        return segments
                .listFeatures(ListFeaturesRequest.newBuilder().setPageSize(1000).build())
                .getFeaturesList()
                .stream()
                .map(Feature::getName)
                .toList();
    }

    @Test
    void etag_ofAnotherState_isRefused() {
        create("orders >= 1", "");
        UpdateSegmentRequest update = UpdateSegmentRequest.newBuilder()
                .setDefinition(definition("orders >= 2", ""))
                .setEtag(get().getEtag())
                .build();
        segments.updateSegment(update);
        assertEquals("CONCURRENT_CHANGE", reason(() -> segments.updateSegment(update)));
        assertEquals(
                "CONCURRENT_CHANGE",
                reason(() -> treatments.updateTreatmentPolicy(UpdateTreatmentPolicyRequest.newBuilder()
                        .setPolicy(policy().toBuilder().clearRules())
                        .setEtag("0")
                        .build())));
    }

    @Test
    void definition_thatCannotBe_isRefusedWithThePlace() {
        BadRequest.FieldViolation violation = violation(() -> create("order_count >= 2", ""));
        assertEquals("definition.expression", violation.getField());
        assertTrue(violation.getDescription().startsWith("1:1: there is no feature 'order_count'"));
        assertTrue(violation.getDescription().endsWith("\n | ^"));
        assertEquals(
                "definition.evidence.texts[en]",
                violation(() -> create("orders > 1", "{oders}")).getField());
        TreatmentPolicy wrong = TreatmentPolicy.newBuilder()
                .addRules(TreatmentRule.newBuilder()
                        .setRuleId("wrong")
                        .setSegmentId("lifecycle-actve")
                        .setReasonCode("WRONG"))
                .build();
        BadRequest.FieldViolation ofRule = violation(() -> put(wrong));
        assertEquals("policy.rules[0].segment_id", ofRule.getField());
        assertTrue(ofRule.getDescription().contains("near to it: lifecycle-active"), ofRule::getDescription);
    }

    /** Archived on another replica within the second in which this one has not heard of it. */
    @Test
    void policy_thatAsksForASegmentJustArchived_isRefused() {
        create("orders >= 1", "");
        publish(0);
        pool.preparedQuery("update segment set in_force = null, archived = true where segment_id = $1")
                .execute(Tuple.of(id))
                .await()
                .atMost(Duration.ofMinutes(1));
        TreatmentPolicy asking = policy().toBuilder()
                .addRules(TreatmentRule.newBuilder()
                        .setRuleId("archived")
                        .setSegmentId(id)
                        .setReasonCode("ARCHIVED"))
                .build();
        assertTrue(violation(() -> put(asking)).getDescription().contains("is not in force"));
    }

    @Test
    void builtInSegments_areListedAndCannotBeChanged() {
        List<Segment> listed = new ArrayList<>();
        ListSegmentsResponse page = ListSegmentsResponse.getDefaultInstance();
        do {
            page = segments.listSegments(ListSegmentsRequest.newBuilder()
                    .setPageSize(7)
                    .setPageToken(page.getNextPageToken())
                    .build());
            listed.addAll(page.getSegmentsList());
        } while (!page.getNextPageToken().isEmpty());
        assertTrue(listed.stream().filter(Segment::getBuiltIn).count() >= 15);
        assertEquals(
                listed.stream().map(Segment::getSegmentId).sorted().distinct().toList(),
                listed.stream().map(Segment::getSegmentId).toList());
        assertEquals(
                "SEGMENT_BUILT_IN",
                reason(() -> segments.archiveSegment(ArchiveSegmentRequest.newBuilder()
                        .setSegmentId("rfm-loyal")
                        .build())));
        assertTrue(
                segments
                        .listFeatures(ListFeaturesRequest.newBuilder()
                                .setPageSize(500)
                                .build())
                        .getFeaturesList()
                        .stream()
                        .anyMatch(feature -> feature.getName().equals("orders_12m")));
    }

    @Test
    void openCase_silencesUntilItIsSolved() {
        String customer = Events.unique("c");
        client.publish(Events.caseOpened(customer, "k-1", Events.NOON));
        await().ignoreExceptions()
                .until(() -> !treatment(customer).getTreatment().getAllowed());
        assertEquals("OPEN_SERVICE_CASE", treatment(customer).getTreatment().getReasonCodes(0));
        client.publish(Events.caseResolved(customer, "k-1", Events.NOON.plusSeconds(60)));
        await().until(() -> treatment(customer).getTreatment().getAllowed());
    }

    private String buyer(int orders) {
        String customer = Events.unique("c");
        for (int i = 0; i < orders; i++) {
            client.publish(Events.purchase(customer, Events.item("lamp", 1, 10)));
        }
        await().ignoreExceptions().until(() -> treatment(customer).isInitialized());
        return customer;
    }

    private GetTreatmentResponse treatment(String customer) {
        return treatments.getTreatment(
                GetTreatmentRequest.newBuilder().setCustomerId(customer).build());
    }

    private List<String> segmentsOf(String customer, String segment) {
        return treatment(customer).getSegmentIdsList().stream()
                .filter(segment::equals)
                .toList();
    }

    private SegmentDefinition definition(String expression, String sentence) {
        LocalizedText.Builder evidence = LocalizedText.newBuilder();
        if (!sentence.isEmpty()) {
            evidence.putTexts("en", sentence);
        }
        return SegmentDefinition.newBuilder()
                .setSegmentId(id)
                .setName(LocalizedText.newBuilder().putTexts("en", "Story"))
                .setExpression(expression)
                .setEvidence(evidence)
                .build();
    }

    private Segment create(String expression, String sentence) {
        return segments.createSegment(CreateSegmentRequest.newBuilder()
                        .setDefinition(definition(expression, sentence))
                        .build())
                .getSegment();
    }

    private Segment get() {
        return segments.getSegment(
                        GetSegmentRequest.newBuilder().setSegmentId(id).build())
                .getSegment();
    }

    private Segment publish(int version) {
        return segments.publishSegment(PublishSegmentRequest.newBuilder()
                        .setSegmentId(id)
                        .setVersion(version)
                        .build())
                .getSegment();
    }

    private DryRunSegmentResponse dryRun(DryRunSegmentRequest.Builder request) {
        Iterator<DryRunSegmentResponse> progress = segments.dryRunSegment(request.build());
        DryRunSegmentResponse last = progress.next();
        while (progress.hasNext()) {
            last = progress.next();
        }
        assertTrue(last.getDone());
        assertFalse(last.getCutShort());
        return last;
    }

    @Test
    void ruleOfAFormerDefault_followsThePresentOne_andAChangedOneIsToldOf() {
        TreatmentPolicy before = policy();
        TreatmentRule present = rule(before, "no-proven-effect");
        TreatmentRule former = present.toBuilder()
                .setExpression("uplift_low <= 0")
                .setDescription(LocalizedText.newBuilder()
                        .putTexts(
                                "en",
                                "An effect of offers on the customer is not proven: no offer that costs anything.")
                        .putTexts(
                                "de",
                                "Eine Wirkung von Angeboten auf den Kunden ist nicht belegt: kein Angebot, das etwas"
                                        + " kostet."))
                .build();
        put(with(before, former));
        assertEquals(present, rule(policy(), "no-proven-effect"));
        assertEquals(List.of(), policy().getRuleNoticesList());

        TreatmentRule own = former.toBuilder().setExpression("uplift_low <= 5").build();
        put(with(policy(), own));
        assertEquals(own, rule(policy(), "no-proven-effect"));
        assertEquals("no-proven-effect", policy().getRuleNotices(0).getRuleId());
        assertTrue(policy().getRuleNotices(0).getText().contains("!uplift_worth_cost"));
        put(with(policy(), present));
        assertEquals(List.of(), policy().getRuleNoticesList());
    }

    @Test
    void valueThatAFeatureCanNeverHave_isRefusedWithItsPlaceAndThoseThereAre() {
        StatusRuntimeException refused =
                assertThrows(StatusRuntimeException.class, () -> create("orders >= 2 && lifecycle == \"LAPSE\"", ""));
        assertEquals(Status.Code.INVALID_ARGUMENT, refused.getStatus().getCode());
        assertTrue(
                String.valueOf(refused.getMessage())
                        .contains("1:29: 'LAPSE' is no value of lifecycle; must be one of PROSPECT, NEW, ACTIVE,"
                                + " LAPSING, LOST"),
                refused::toString);
        TreatmentPolicy before = policy();
        StatusRuntimeException alsoRefused = assertThrows(
                StatusRuntimeException.class,
                () -> put(with(
                        before,
                        rule(before, "no-proven-effect").toBuilder()
                                .setExpression("uplift_class in [\"SURE\"]")
                                .build())));
        assertTrue(
                String.valueOf(alsoRefused.getMessage()).contains("'SURE' is no value of uplift_class"),
                alsoRefused::toString);
    }

    private static TreatmentRule rule(TreatmentPolicy policy, String id) {
        return policy.getRulesList().stream()
                .filter(rule -> rule.getRuleId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static TreatmentPolicy with(TreatmentPolicy policy, TreatmentRule rule) {
        return policy.toBuilder()
                .clearRules()
                .addAllRules(policy.getRulesList().stream()
                        .map(each -> each.getRuleId().equals(rule.getRuleId()) ? rule : each)
                        .toList())
                .build();
    }

    private TreatmentPolicy policy() {
        return treatments
                .getTreatmentPolicy(GetTreatmentPolicyRequest.getDefaultInstance())
                .getPolicy();
    }

    private TreatmentPolicy put(TreatmentPolicy policy) {
        return treatments
                .updateTreatmentPolicy(UpdateTreatmentPolicyRequest.newBuilder()
                        .setPolicy(policy)
                        .setEtag(policy().getEtag())
                        .build())
                .getPolicy();
    }

    private List<SegmentChange.Action> changes() {
        return segments
                .listSegmentChanges(
                        ListSegmentChangesRequest.newBuilder().setSegmentId(id).build())
                .getChangesList()
                .stream()
                .map(SegmentChange::getAction)
                .toList();
    }

    private static String reason(Executable call) {
        StatusRuntimeException failure = assertThrows(StatusRuntimeException.class, call);
        return detail(failure, ErrorInfo.class).getReason();
    }

    private static BadRequest.FieldViolation violation(Executable call) {
        StatusRuntimeException failure = assertThrows(StatusRuntimeException.class, call);
        return detail(failure, BadRequest.class).getFieldViolations(0);
    }

    private static <T extends Message> T detail(StatusRuntimeException failure, Class<T> type) {
        return StatusProto.fromThrowable(failure).getDetailsList().stream()
                .filter(any -> any.is(type))
                .map(any -> {
                    try {
                        return any.unpack(type);
                    } catch (InvalidProtocolBufferException corrupt) {
                        throw new AssertionError(corrupt);
                    }
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " in " + failure));
    }
}
