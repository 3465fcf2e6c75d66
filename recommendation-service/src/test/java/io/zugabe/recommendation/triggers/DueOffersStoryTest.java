package io.zugabe.recommendation.triggers;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.recommendation.fakes.FakeServices;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.v1.Channel;
import io.zugabe.recommendation.v1.CreateWebhookRequest;
import io.zugabe.recommendation.v1.DeleteWebhookRequest;
import io.zugabe.recommendation.v1.DueOffer;
import io.zugabe.recommendation.v1.DueOfferServiceGrpc;
import io.zugabe.recommendation.v1.DueOfferServiceGrpc.DueOfferServiceBlockingStub;
import io.zugabe.recommendation.v1.DueOfferStatus;
import io.zugabe.recommendation.v1.DueOfferStatus.State;
import io.zugabe.recommendation.v1.DueTimer;
import io.zugabe.recommendation.v1.ListDueOffersRequest;
import io.zugabe.recommendation.v1.ListTimersRequest;
import io.zugabe.recommendation.v1.ListTriggerChangesRequest;
import io.zugabe.recommendation.v1.ListTriggersRequest;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.RedeliverDueOfferRequest;
import io.zugabe.recommendation.v1.Trigger;
import io.zugabe.recommendation.v1.TriggerKind;
import io.zugabe.recommendation.v1.TriggerServiceGrpc;
import io.zugabe.recommendation.v1.TriggerServiceGrpc.TriggerServiceBlockingStub;
import io.zugabe.recommendation.v1.UpdateTriggerRequest;
import io.zugabe.recommendation.v1.Webhook;
import io.zugabe.segmentation.v1.ConsentChanged;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.IdentityLinked;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.ServiceHistory;
import io.zugabe.segmentation.v1.SubjectsErased;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cart is left behind; what is due is decided, and delivered once or visibly failed. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "recommendation"))
@WithTestResource(FakeServices.class)
@Proves("T4")
class DueOffersStoryTest {

    private static final java.time.Duration LONGEST_WAIT = java.time.Duration.ofMinutes(3);

    FakeServices services;

    @Inject
    CatalogReplica replica;

    @Inject
    RunDueOffers scheduler;

    @Inject
    Timers timers;

    @Inject
    DueOffers offers;

    @Inject
    Takers takers;

    @Inject
    DecideDue decide;

    @Inject
    RefreshTakers refresh;

    @Inject
    TriggersConfig config;

    @Inject
    MeterRegistry metrics;

    private ManagedChannel channel;
    private TriggerServiceBlockingStub triggers;
    private DueOfferServiceBlockingStub dueOffers;
    private String customer = "";
    private RunDueOffers mine;

    @BeforeEach
    void leaveNoDelay() throws InterruptedException {
        await().atMost(LONGEST_WAIT).until(() -> replica.current().isPresent());
        int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        Metadata actor = new Metadata();
        actor.put(Metadata.Key.of("x-zugabe-actor", Metadata.ASCII_STRING_MARSHALLER), "jane");
        triggers = TriggerServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(actor));
        dueOffers = DueOfferServiceGrpc.newBlockingStub(channel);
        setDelay(0);
        scheduler.stop(new ShutdownEvent()); // every test starts its own
        mine = another();
        mine.start(new StartupEvent());
        customer = "due-" + UUID.randomUUID();
        services.segmentation().put(customer, profile().build());
    }

    @AfterEach
    void end() throws InterruptedException {
        mine.stop(new ShutdownEvent());
        channel.shutdownNow();
        channel.awaitTermination(10, TimeUnit.SECONDS);
    }

    @Test
    void cartLeftBehind_isFollowedUpOnce_withWhatGoesWithIt() {
        try (Listener listener = new Listener(channel, true, Channel.CHANNEL_EMAIL)) {
            leaveCart(customer);
            DueOffer due = listener.first(customer, LONGEST_WAIT);
            assertEquals(TriggerKind.TRIGGER_KIND_CART_LEFT_BEHIND, due.getKind());
            assertEquals(List.of("camera-a"), due.getAnchorProductIdsList());
            List<String> offered =
                    due.getOffersList().stream().map(Offer::getProductId).toList();
            assertTrue(offered.contains("battery-a"), offered::toString);
            assertFalse(offered.contains("battery-b"), "does not fit");
            awaitState(State.STATE_DELIVERED);
            assertEquals(1, listener.of(customer).size());
        }
    }

    @Test
    void cartOfAVisitor_isFollowedUpWithTheCustomerThatTheyTurnOutToBe() {
        String visitor = "tab-" + UUID.randomUUID();
        services.segmentation()
                .happened(event("")
                        .setVisitorId(visitor)
                        .setAddToCart(ItemEvent.newBuilder()
                                .addItems(Item.newBuilder().setProductId("camera-a")))
                        .build());
        services.segmentation()
                .happened(event(customer)
                        .setVisitorId(visitor)
                        .setIdentityLinked(IdentityLinked.newBuilder().setMethod("login"))
                        .build());
        try (Listener listener = new Listener(channel, true, Channel.CHANNEL_EMAIL)) {
            DueOffer due = listener.first(customer, LONGEST_WAIT);
            assertEquals(List.of("camera-a"), due.getAnchorProductIdsList());
            awaitState(State.STATE_DELIVERED);
        }
    }

    @Test
    void openCase_silencesIt_andListDueOffersSaysSo() {
        services.segmentation()
                .put(
                        customer,
                        profile()
                                .setService(ServiceHistory.newBuilder().addOpenCaseIds("case-1"))
                                .build());
        try (Listener listener = new Listener(channel, true, Channel.CHANNEL_EMAIL)) {
            leaveCart(customer);
            assertEquals("OPEN_CASE", awaitState(State.STATE_SILENT).getReason());
            assertEquals(List.of(), listener.of(customer));
        }
    }

    @Test
    void whatIsNotAcknowledged_comesAgainWithTheSameId_andNotAfterItWasAcknowledged() {
        try (Listener listener = new Listener(channel, false, Channel.CHANNEL_EMAIL)) {
            leaveCart(customer);
            await().atMost(LONGEST_WAIT).until(() -> listener.of(customer).size() >= 2);
            Set<String> ids = new HashSet<>();
            listener.of(customer).forEach(due -> ids.add(due.getDueOfferId()));
            assertEquals(1, ids.size());
            listener.acknowledge(ids);
            assertTrue(awaitState(State.STATE_DELIVERED).getAttempts() >= 2);
        }
    }

    @Test
    void timersThatArePending_surviveARestartOfTheScheduler_andWithdrawnOnesAreGone() throws InterruptedException {
        leaveCart(customer);
        String other = "due-" + UUID.randomUUID();
        services.segmentation().put(other, profile().build());
        leaveCart(other);
        await().atMost(LONGEST_WAIT)
                .until(() -> timersOf(customer).size() == 1 && timersOf(other).size() == 1);
        mine.stop(new ShutdownEvent());
        services.segmentation()
                .happened(event(other)
                        .setConsentChanged(ConsentChanged.newBuilder().setPurpose("email"))
                        .build());
        await().atMost(LONGEST_WAIT).until(() -> timersOf(other).isEmpty());
        mine = another();
        mine.start(new StartupEvent());
        try (Listener listener = new Listener(channel, true, Channel.CHANNEL_EMAIL)) {
            listener.first(customer, LONGEST_WAIT);
            awaitState(State.STATE_DELIVERED);
            assertEquals(List.of(), listener.of(other));
        }
    }

    @Test
    void whatNobodyTakesInTime_isVisiblyDropped() {
        setPatience(30);
        try {
            leaveCart(customer);
            assertEquals("NOT_SENT_IN_TIME", awaitState(State.STATE_EXPIRED).getReason());
        } finally {
            setPatience(86_400);
        }
    }

    @Test
    void twoSchedulersAtOnce_deliverOnce() throws InterruptedException {
        RunDueOffers second = another();
        try (Listener listener = new Listener(channel, true, Channel.CHANNEL_EMAIL)) {
            second.start(new StartupEvent());
            Set<String> customers = new HashSet<>();
            for (int i = 0; i < 40; i++) {
                String who = customer + "-" + i;
                services.segmentation().put(who, profile().build());
                leaveCart(who);
                customers.add(who);
            }
            await().atMost(LONGEST_WAIT)
                    .until(() -> customers.stream()
                            .allMatch(who -> statusesOf(who).stream()
                                    .anyMatch(status -> status.getState() == State.STATE_DELIVERED)));
            for (String who : customers) {
                assertEquals(1, listener.of(who).size(), who);
            }
        } finally {
            second.stop(new ShutdownEvent());
        }
    }

    @Test
    void webhookThatFailsThrice_thenWorks_isSentTheSameSignedOfferFourTimes() {
        try (Receiver receiver = new Receiver(3)) {
            String secret = createWebhook(receiver.url());
            try {
                leaveCart(customer);
                DueOfferStatus delivered = awaitState(State.STATE_DELIVERED);
                assertEquals(4, delivered.getAttempts());
                List<Receiver.Call> calls = receiver.of(delivered.getDueOfferId());
                assertEquals(
                        List.of(503, 503, 503, 200),
                        calls.stream().map(Receiver.Call::answer).toList());
                calls.forEach(call -> call.verify(secret));
                assertTrue(calls.getFirst().body().contains("\"customerId\":\"" + customer + "\""));
                assertTrue(calls.getFirst().body().contains("battery-a"));
            } finally {
                deleteWebhook();
            }
        }
    }

    @Test
    void webhookThatNeverWorks_leavesADeadLetter_thatCanBeRedelivered() {
        try (Receiver receiver = new Receiver(Integer.MAX_VALUE)) {
            createWebhook(receiver.url());
            try {
                leaveCart(customer);
                DueOfferStatus dead = awaitState(State.STATE_DEAD);
                assertEquals("answered 503", dead.getReason());
                assertEquals(5, dead.getAttempts());
                receiver.failing(0);
                dueOffers.redeliverDueOffer(RedeliverDueOfferRequest.newBuilder()
                        .setDueOfferId(dead.getDueOfferId())
                        .build());
                assertEquals(
                        dead.getDueOfferId(), awaitState(State.STATE_DELIVERED).getDueOfferId());
                StatusRuntimeException refused = assertThrows(
                        StatusRuntimeException.class,
                        () -> dueOffers.redeliverDueOffer(RedeliverDueOfferRequest.newBuilder()
                                .setDueOfferId(dead.getDueOfferId())
                                .build()));
                assertEquals(
                        Status.Code.FAILED_PRECONDITION, refused.getStatus().getCode());
            } finally {
                deleteWebhook();
            }
        }
    }

    @Test
    @Proves("C10")
    void whoIsErased_leavesNoTimerAndNoDueOffer() throws Exception {
        try (Listener listener = new Listener(channel, true, Channel.CHANNEL_EMAIL)) {
            leaveCart(customer);
            awaitState(State.STATE_DELIVERED);
            listener.close();
        }
        setDelay(3_600);
        leaveCart(customer);
        await().atMost(LONGEST_WAIT).until(() -> timersOf(customer).size() == 1);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(("\n" + customer).getBytes(StandardCharsets.UTF_8));
        services.segmentation()
                .happened(Event.newBuilder()
                        .setSubjectsErased(SubjectsErased.newBuilder().addSubjectDigests(ByteString.copyFrom(digest)))
                        .build());
        await().atMost(LONGEST_WAIT)
                .until(() ->
                        timersOf(customer).isEmpty() && statusesOf(customer).isEmpty());
    }

    @Test
    void changesAndRefusals_areTold() {
        Trigger now = trigger();
        assertTrue(triggers.listTriggerChanges(ListTriggerChangesRequest.getDefaultInstance()).getChangesList().stream()
                .anyMatch(change ->
                        change.getActor().equals("jane") && change.getTarget().equals("CART_LEFT_BEHIND")));
        refused(
                Status.Code.ABORTED,
                () -> triggers.updateTrigger(UpdateTriggerRequest.newBuilder()
                        .setTrigger(now.toBuilder().setEtag("t999999"))
                        .build()));
        refused(Status.Code.INVALID_ARGUMENT, () -> createWebhook("http://example.org/hook"));
        refused(Status.Code.INVALID_ARGUMENT, () -> createWebhook("https://user:secret@example.org/hook"));
    }

    private static void refused(Status.Code code, Runnable call) {
        StatusRuntimeException refusal = assertThrows(StatusRuntimeException.class, call::run);
        assertEquals(code, refusal.getStatus().getCode());
    }

    private RunDueOffers another() {
        return new RunDueOffers(timers, offers, takers, decide, refresh, config, metrics);
    }

    private static Profile.Builder profile() {
        return Profile.newBuilder().setVersion(1).putConsents("email", true);
    }

    private static Event.Builder event(String who) {
        return Event.newBuilder()
                .setEventId("e-" + UUID.randomUUID())
                .setCustomerId(who)
                .setEventTime(com.google.protobuf.Timestamp.newBuilder()
                        .setSeconds(Instant.now().getEpochSecond()));
    }

    private void leaveCart(String who) {
        services.segmentation()
                .happened(event(who)
                        .setAddToCart(ItemEvent.newBuilder()
                                .addItems(Item.newBuilder().setProductId("camera-a")))
                        .build());
    }

    private void setDelay(long seconds) {
        triggers.updateTrigger(UpdateTriggerRequest.newBuilder()
                .setTrigger(trigger().toBuilder().setDelay(Duration.newBuilder().setSeconds(seconds)))
                .setUpdateMask(FieldMask.newBuilder().addPaths("delay"))
                .build());
    }

    private void setPatience(long seconds) {
        triggers.updateTrigger(UpdateTriggerRequest.newBuilder()
                .setTrigger(
                        trigger().toBuilder().setPatience(Duration.newBuilder().setSeconds(seconds)))
                .setUpdateMask(FieldMask.newBuilder().addPaths("patience"))
                .build());
    }

    private Trigger trigger() {
        return triggers.listTriggers(ListTriggersRequest.getDefaultInstance()).getTriggersList().stream()
                .filter(trigger -> trigger.getKind() == TriggerKind.TRIGGER_KIND_CART_LEFT_BEHIND)
                .findFirst()
                .orElseThrow();
    }

    private List<DueTimer> timersOf(String who) {
        return triggers.listTimers(
                        ListTimersRequest.newBuilder().setCustomerId(who).build())
                .getTimersList();
    }

    private List<DueOfferStatus> statusesOf(String who) {
        return dueOffers
                .listDueOffers(
                        ListDueOffersRequest.newBuilder().setCustomerId(who).build())
                .getDueOffersList();
    }

    private DueOfferStatus awaitState(State state) {
        await().atMost(LONGEST_WAIT)
                .until(() -> statusesOf(customer).stream().anyMatch(status -> status.getState() == state));
        return statusesOf(customer).stream()
                .filter(status -> status.getState() == state)
                .findFirst()
                .orElseThrow();
    }

    private String createWebhook(String url) {
        return triggers.createWebhook(CreateWebhookRequest.newBuilder()
                        .setWebhook(Webhook.newBuilder()
                                .setWebhookId("shop")
                                .setUrl(url)
                                .addChannels(Channel.CHANNEL_EMAIL))
                        .build())
                .getSecret();
    }

    private void deleteWebhook() {
        triggers.deleteWebhook(
                DeleteWebhookRequest.newBuilder().setWebhookId("shop").build());
    }
}
