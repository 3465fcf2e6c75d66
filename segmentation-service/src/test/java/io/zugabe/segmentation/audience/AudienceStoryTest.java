package io.zugabe.segmentation.audience;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.ServiceClient;
import io.zugabe.segmentation.v1.Anchor;
import io.zugabe.segmentation.v1.AudienceServiceGrpc.AudienceServiceBlockingStub;
import io.zugabe.segmentation.v1.BuyerTrait;
import io.zugabe.segmentation.v1.ConsentChanged;
import io.zugabe.segmentation.v1.CreateTargetGroupRequest;
import io.zugabe.segmentation.v1.CustomerTrait;
import io.zugabe.segmentation.v1.DeleteTargetGroupRequest;
import io.zugabe.segmentation.v1.DescribeBuyersRequest;
import io.zugabe.segmentation.v1.DescribeBuyersResponse;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.ExportTargetGroupRequest;
import io.zugabe.segmentation.v1.ExportTargetGroupResponse;
import io.zugabe.segmentation.v1.FoundCustomer;
import io.zugabe.segmentation.v1.GetTargetGroupRequest;
import io.zugabe.segmentation.v1.GroupCount;
import io.zugabe.segmentation.v1.ListProfileReadsRequest;
import io.zugabe.segmentation.v1.ListTargetGroupChangesRequest;
import io.zugabe.segmentation.v1.ListTargetGroupsRequest;
import io.zugabe.segmentation.v1.PreviewTargetGroupRequest;
import io.zugabe.segmentation.v1.PreviewTargetGroupResponse;
import io.zugabe.segmentation.v1.SearchCustomersRequest;
import io.zugabe.segmentation.v1.SearchCustomersResponse;
import io.zugabe.segmentation.v1.SizeTargetGroupRequest;
import io.zugabe.segmentation.v1.SizeTargetGroupResponse;
import io.zugabe.segmentation.v1.TargetCustomer;
import io.zugabe.segmentation.v1.TargetGroup;
import io.zugabe.segmentation.v1.TargetGroupChange;
import io.zugabe.segmentation.v1.TargetGroupDefinition;
import io.zugabe.segmentation.v1.TargetGroupSize;
import io.zugabe.segmentation.v1.TraitsChanged;
import io.zugabe.segmentation.v1.UpdateTargetGroupRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From events to a list of whom to write to. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
@Proves("C9")
class AudienceStoryTest {

    private static final Metadata.Key<String> ACTOR =
            Metadata.Key.of("x-zugabe-actor", Metadata.ASCII_STRING_MARSHALLER);
    private static final int OWNERS = 40;
    private static final int OTHERS = 120;

    private final String shop = Events.unique("s").substring(0, 10);
    private final String leash = Events.unique("leash");
    private final String hobby = Events.unique("hiking");
    private ServiceClient client;

    @BeforeEach
    void connect() {
        client = new ServiceClient();
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        client.close();
    }

    private AudienceServiceBlockingStub audience() {
        Metadata headers = new Metadata();
        headers.put(ACTOR, "anna");
        return client.audience().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    /** Owners of the leash like hiking, three in four; of the others every second one does. */
    private void fill() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < OWNERS; i++) {
            String customer = shop + "-owner-" + i;
            events.add(hobby(customer, i % 4 != 0 ? hobby : "other"));
            events.add(Events.purchase(customer, Events.item(leash, 1, 10)));
        }
        for (int i = 0; i < OTHERS; i++) {
            String customer = shop + "-other-" + i;
            events.add(hobby(customer, i % 2 == 0 ? hobby : "other"));
            events.add(Events.purchase(customer, Events.item("lamp", 1, 10)));
            if (i >= 10) {
                events.add(consent(customer));
            }
        }
        events.add(Events.caseOpened(shop + "-other-20", Events.unique("case"), Events.NOON));
        client.publish(events.toArray(Event[]::new));
        await().atMost(Duration.ofSeconds(60)).until(() -> ready() == OWNERS + OTHERS);
    }

    /** Customers whose assessment has seen all events: those with an order and a hobby. */
    private int ready() {
        return search(SearchCustomersRequest.newBuilder().setIdPrefix(shop)).stream()
                .filter(customer -> customer.getOrders() == 1)
                .toList()
                .size();
    }

    private List<FoundCustomer> search(SearchCustomersRequest.Builder request) {
        List<FoundCustomer> found = new ArrayList<>();
        String token = "";
        do {
            SearchCustomersResponse page = audience()
                    .searchCustomers(request.setPageSize(50).setPageToken(token).build());
            found.addAll(page.getCustomersList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return found;
    }

    private static Event hobby(String customer, String hobby) {
        return Events.of(customer)
                .setTraitsChanged(TraitsChanged.newBuilder()
                        .putTraits(
                                "hobby",
                                AttributeValue.newBuilder().setText(hobby).build()))
                .build();
    }

    private static Event consent(String customer) {
        return Events.of(customer)
                .setConsentChanged(
                        ConsentChanged.newBuilder().setPurpose("email").setGranted(true))
                .build();
    }

    private CustomerTrait hiking() {
        return CustomerTrait.newBuilder()
                .setText(CustomerTrait.TextTrait.newBuilder()
                        .setFeature("trait_hobby")
                        .setValue(hobby))
                .build();
    }

    private TargetGroupDefinition.Builder definition(String id) {
        return TargetGroupDefinition.newBuilder()
                .setTargetGroupId(id)
                .setName("Hikers without a leash")
                .setChannel(TargetGroupDefinition.Channel.CHANNEL_EMAIL)
                .setControlShare(0.2)
                .setOwnersMissing(TargetGroupDefinition.OwnersMissing.newBuilder()
                        .setAnchor(Anchor.newBuilder().setProductId(leash))
                        .addTraits(hiking()));
    }

    @Test
    void fromEvents_toWhomToWriteTo() {
        fill();
        assertWhatMarksTheBuyers();
        String id = "group-" + shop;
        TargetGroup group = audience()
                .createTargetGroup(CreateTargetGroupRequest.newBuilder()
                        .setDefinition(definition(id))
                        .build())
                .getTargetGroup();
        assertEquals(1, group.getVersion());
        assertEquals(
                group,
                audience()
                        .createTargetGroup(CreateTargetGroupRequest.newBuilder()
                                .setDefinition(definition(id))
                                .build())
                        .getTargetGroup());

        TargetGroupSize size = size(id);
        // 60 hikers without a leash; 5 are without consent and one is in a case
        assertAbout(60, size.getMatching());
        assertAbout(54, size.getEligible());
        assertTrue(size.getExcludedList().stream()
                .noneMatch(each -> each.getCount().getCount() % 10 != 0));
        assertEquals(size, size(id), "the same noise again");

        List<String> exported = export(id);
        assertAbout(exported.size(), size.getExported());
        assertEquals(exported.stream().sorted().toList(), exported);
        assertFalse(exported.contains(shop + "-other-20"), "in a case");
        assertFalse(exported.contains(shop + "-other-2"), "no consent");
        assertEquals(exported, export(id));

        PreviewTargetGroupResponse preview = audience()
                .previewTargetGroup(PreviewTargetGroupRequest.newBuilder()
                        .setTargetGroupId(id)
                        .setMaxCustomers(5)
                        .build());
        assertEquals(5, preview.getCustomersCount());
        for (TargetCustomer customer : preview.getCustomersList()) {
            assertTrue(exported.contains(customer.getCustomerId()));
            assertEquals(List.of(hiking()), customer.getSharedTraitsList());
        }
        assertAudited(id, exported.size(), exported.getFirst());
        assertChangeAndDeletion(group);
    }

    /** Twice the noise that 1 in 20,000 questions has, as a multiple of half the least size. */
    private static void assertAbout(long expected, GroupCount count) {
        assertEquals(expected, count.getCount(), 40);
        assertEquals(0, count.getCount() % 10);
    }

    private void assertWhatMarksTheBuyers() {
        Iterator<DescribeBuyersResponse> answers = audience()
                .describeBuyers(DescribeBuyersRequest.newBuilder()
                        .setAnchor(Anchor.newBuilder().setProductId(leash))
                        .setMaxTraits(100)
                        .build());
        DescribeBuyersResponse last = last(answers);
        assertTrue(last.getDone());
        assertEquals(OWNERS, last.getBuyers(), 40);
        assertTrue(last.getOthers() >= OTHERS - 40);
        BuyerTrait mark = last.getTraitsList().stream()
                .filter(each -> each.getTrait().equals(hiking()))
                .findFirst()
                .orElseThrow();
        assertEquals(30, mark.getBuyers(), 40);
        assertEquals(0.75, mark.getBuyerShare());
        assertTrue(mark.getLiftLow() <= mark.getLift() && mark.getLift() <= mark.getLiftHigh());
        assertTrue(last.getTraitsList().stream()
                .noneMatch(each -> each.getTrait().getViewedProductId().equals(leash)));
    }

    private static <T> T last(Iterator<T> answers) {
        T last = answers.next();
        while (answers.hasNext()) {
            last = answers.next();
        }
        return last;
    }

    private TargetGroupSize size(String id) {
        SizeTargetGroupResponse last = last(audience()
                .sizeTargetGroup(
                        SizeTargetGroupRequest.newBuilder().setTargetGroupId(id).build()));
        assertEquals(1, last.getTargetGroup().getRule().getTraitsCount());
        return last.getSize();
    }

    /** Breaks off after the first part, and goes on from there. */
    private List<String> export(String id) {
        Iterator<ExportTargetGroupResponse> answers = audience()
                .exportTargetGroup(ExportTargetGroupRequest.newBuilder()
                        .setTargetGroupId(id)
                        .build());
        List<String> exported = new ArrayList<>();
        String token = "";
        while (token.isEmpty()) {
            ExportTargetGroupResponse part = answers.next();
            part.getCustomersList().forEach(customer -> exported.add(customer.getCustomerId()));
            token = part.getResumeToken();
        }
        answers.forEachRemaining(part -> {});
        audience()
                .exportTargetGroup(ExportTargetGroupRequest.newBuilder()
                        .setTargetGroupId(id)
                        .setResumeToken(token)
                        .build())
                .forEachRemaining(
                        part -> part.getCustomersList().forEach(customer -> exported.add(customer.getCustomerId())));
        return exported;
    }

    private void assertAudited(String id, int exported, String customer) {
        List<TargetGroupChange> changes = audience()
                .listTargetGroupChanges(ListTargetGroupChangesRequest.newBuilder()
                        .setTargetGroupId(id)
                        .build())
                .getChangesList();
        assertTrue(changes.stream().allMatch(change -> change.getActor().equals("anna")));
        assertTrue(changes.stream()
                .anyMatch(change -> change.getAction() == TargetGroupChange.Action.ACTION_EXPORT_ENDED
                        && change.getDetail().equals(exported + " customers")));
        assertEquals(TargetGroupChange.Action.ACTION_CREATED, changes.getLast().getAction());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> client
                        .privacy()
                        .listProfileReads(ListProfileReadsRequest.newBuilder()
                                .setCustomerId(customer)
                                .build())
                        .getReadsList()
                        .stream()
                        .anyMatch(read -> read.getCall().equals("AudienceService/ExportTargetGroup")));
    }

    private void assertChangeAndDeletion(TargetGroup group) {
        String id = group.getDefinition().getTargetGroupId();
        UpdateTargetGroupRequest update = UpdateTargetGroupRequest.newBuilder()
                .setDefinition(definition(id).setControlShare(0))
                .setEtag(group.getEtag())
                .build();
        assertEquals(2, audience().updateTargetGroup(update).getTargetGroup().getVersion());
        UpdateTargetGroupRequest stale = update.toBuilder()
                .setDefinition(definition(id).setControlShare(0.5))
                .build();
        assertFails(Status.Code.ABORTED, () -> audience().updateTargetGroup(stale));
        assertTrue(
                audience().listTargetGroups(ListTargetGroupsRequest.getDefaultInstance()).getTargetGroupsList().stream()
                        .anyMatch(each -> each.getVersion() == 2
                                && each.getDefinition().getTargetGroupId().equals(id)));
        audience()
                .deleteTargetGroup(DeleteTargetGroupRequest.newBuilder()
                        .setTargetGroupId(id)
                        .build());
        assertFails(
                Status.Code.NOT_FOUND,
                () -> audience()
                        .getTargetGroup(GetTargetGroupRequest.newBuilder()
                                .setTargetGroupId(id)
                                .build()));
        assertEquals(
                3,
                audience()
                        .createTargetGroup(CreateTargetGroupRequest.newBuilder()
                                .setDefinition(definition(id))
                                .build())
                        .getTargetGroup()
                        .getVersion());
    }

    @Test
    void smallGroup_isRefused_andBadDefinitionsByField() {
        assertFails(
                Status.Code.FAILED_PRECONDITION,
                () -> last(audience()
                        .describeBuyers(DescribeBuyersRequest.newBuilder()
                                .setAnchor(Anchor.newBuilder().setProductId(Events.unique("nobody-has-it")))
                                .build())));
        StatusRuntimeException bad = assertFails(
                Status.Code.INVALID_ARGUMENT,
                () -> audience()
                        .createTargetGroup(CreateTargetGroupRequest.newBuilder()
                                .setDefinition(definition("x")
                                        .setOwnersMissing(TargetGroupDefinition.OwnersMissing.newBuilder()
                                                .setAnchor(Anchor.newBuilder().setProductId(leash))
                                                .addTraits(CustomerTrait.newBuilder()
                                                        .setText(CustomerTrait.TextTrait.newBuilder()
                                                                .setFeature("orders")
                                                                .setValue("1")))))
                                .build()));
        assertTrue(String.valueOf(bad.getMessage()).contains("owners_missing.traits[0].text.feature"), bad::toString);
        StatusRuntimeException misspelled = assertFails(
                Status.Code.INVALID_ARGUMENT,
                () -> audience()
                        .createTargetGroup(CreateTargetGroupRequest.newBuilder()
                                .setDefinition(definition("x")
                                        .setSegmentMembers(TargetGroupDefinition.SegmentMembers.newBuilder()
                                                .setSegmentId("lifecycle-actve")))
                                .build()));
        assertTrue(
                String.valueOf(misspelled.getMessage())
                        .contains("definition.segment_members.segment_id: \"lifecycle-actve\" is no segment in force;"
                                + " near to it: lifecycle-active"),
                misspelled::toString);
        StatusRuntimeException unknown = assertFails(
                Status.Code.INVALID_ARGUMENT,
                () -> audience()
                        .createTargetGroup(CreateTargetGroupRequest.newBuilder()
                                .setDefinition(definition("x")
                                        .setOwnersMissing(TargetGroupDefinition.OwnersMissing.newBuilder()
                                                .setAnchor(Anchor.newBuilder().setProductId(leash))
                                                .addTraits(CustomerTrait.newBuilder()
                                                        .setSegmentId("qqqqqqqqqq"))))
                                .build()));
        assertTrue(
                String.valueOf(unknown.getMessage())
                        .contains(
                                "definition.owners_missing.traits[0].segment_id: \"qqqqqqqqqq\" is no segment in force;"
                                        + " ListSegments lists"),
                unknown::toString);
        assertFails(
                Status.Code.INVALID_ARGUMENT,
                () -> last(audience()
                        .exportTargetGroup(ExportTargetGroupRequest.newBuilder()
                                .setTargetGroupId("x")
                                .setResumeToken("x")
                                .build())));
    }

    private static StatusRuntimeException assertFails(
            Status.Code code, org.junit.jupiter.api.function.Executable call) {
        StatusRuntimeException failure = assertThrows(StatusRuntimeException.class, call);
        assertEquals(code, failure.getStatus().getCode(), failure::toString);
        return failure;
    }
}
