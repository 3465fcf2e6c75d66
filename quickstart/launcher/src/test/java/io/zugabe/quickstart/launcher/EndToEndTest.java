package io.zugabe.quickstart.launcher;

import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.CheckFitRequest;
import io.zugabe.catalog.v1.FitResult;
import io.zugabe.catalog.v1.FitServiceGrpc;
import io.zugabe.catalog.v1.ListProductsRequest;
import io.zugabe.catalog.v1.Product;
import io.zugabe.common.v1.Verdict;
import io.zugabe.experiment.v1.Arm;
import io.zugabe.experiment.v1.CreateExperimentRequest;
import io.zugabe.experiment.v1.Experiment;
import io.zugabe.experiment.v1.ExperimentServiceGrpc;
import io.zugabe.experiment.v1.StartExperimentRequest;
import io.zugabe.experiment.v1.StopExperimentRequest;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.demoshop.DemoFile;
import io.zugabe.quickstart.demoshop.DemoShop;
import io.zugabe.recommendation.v1.CartLine;
import io.zugabe.recommendation.v1.DecisionTrace;
import io.zugabe.recommendation.v1.ExplainDecisionRequest;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.OfferKind;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.Reason;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import io.zugabe.recommendation.v1.Silence;
import io.zugabe.recommendation.v1.StageTrace;
import io.zugabe.segmentation.v1.CaseOpened;
import io.zugabe.segmentation.v1.CaseResolved;
import io.zugabe.segmentation.v1.EraseCustomerRequest;
import io.zugabe.segmentation.v1.Erasure;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.GetLogStatusRequest;
import io.zugabe.segmentation.v1.GetTreatmentRequest;
import io.zugabe.segmentation.v1.IdentityLinked;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.PrivacyServiceGrpc;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import io.zugabe.segmentation.v1.PublishEventsResponse;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.Refund;
import io.zugabe.segmentation.v1.Search;
import io.zugabe.segmentation.v1.Treatment;
import io.zugabe.segmentation.v1.TreatmentServiceGrpc;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The packaged services with the demo shop, as {@code ./zugabe up} starts them, through the public API alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final Set<Verdict> FITTING = Set.of(Verdict.VERDICT_FITS, Verdict.VERDICT_FITS_WITH_LIMITS);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    /** Keeps whom it is about until archives and caches were searched once more. */
    private static final String STILL_ERASING = "segmentation.erasure";

    private final Map<Room, ManagedChannel> channels = new EnumMap<>(Room.class);
    private Ports ports;
    private Path data;
    private RunningZugabe zugabe;
    private Thread supervisor;

    @BeforeAll
    void up(@TempDir Path directory) throws Exception {
        for (Room room : Room.values()) {
            assertTrue(
                    Files.exists(HOME.resolve(room.module()).resolve("target/quarkus-app/quarkus-run.jar")),
                    room.module() + " is not packaged: run the tests of the whole project with ./zugabe test");
        }
        ports = new Ports(freeBase());
        data = directory.resolve("data");
        zugabe = new RunningZugabe(HOME, data, ports, false);
        zugabe.start(true);
        supervisor = Thread.ofPlatform().daemon().start(() -> {
            try {
                zugabe.superviseUntilStopped();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        for (Room room : Room.values()) {
            channels.put(
                    room,
                    ManagedChannelBuilder.forTarget(ports.target(room))
                            .usePlaintext()
                            .maxInboundMessageSize(16 * 1024 * 1024)
                            .build());
        }
        await("orders of the demo reach the models")
                .atMost(Duration.ofMinutes(2))
                .until(() -> {
                    var status = EventServiceGrpc.newBlockingStub(channels.get(Room.SEGMENTATION))
                            .getLogStatus(GetLogStatusRequest.getDefaultInstance());
                    return status.getEvents() > 0 && status.getProjectedPosition() == status.getEndPosition();
                });
    }

    @AfterAll
    void down() throws Exception {
        channels.values().forEach(ManagedChannel::shutdownNow);
        if (zugabe != null) {
            zugabe.close();
            supervisor.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    @Test
    @Proves({"O1", "O3", "T1"})
    void productPage_everyCameraBody_offersAtLeastFiveThatFit() {
        Set<String> mounts = new TreeSet<>();
        for (Product body : products("camera_body")) {
            RecommendResponse response = recommend(productPage(body.getProductId()));
            String what = body.getProductId() + " → "
                    + response.getOffersList().stream().map(Offer::getProductId).toList();
            assertTrue(response.getOffersCount() >= 5, what + " " + response.getSilence());
            for (Offer offer : response.getOffersList()) {
                if (Set.of(OfferKind.OFFER_KIND_UPGRADE, OfferKind.OFFER_KIND_BUNDLE)
                        .contains(offer.getKind())) {
                    continue; // they are the body, or replace it
                }
                assertTrue(offer.hasFit(), what + ": nothing says how " + offer.getProductId() + " fits");
                assertTrue(FITTING.contains(offer.getFit().getVerdict()), what);
                assertEquals(
                        offer.getFit().getVerdict() == Verdict.VERDICT_FITS_WITH_LIMITS,
                        offer.getFit().getLimitsCount() > 0,
                        what + ": limits of " + offer.getProductId());
                assertTrue(offer.getReasonsCount() > 0, what + ": no reason for " + offer.getProductId());
            }
            mounts.add(body.getAttributesOrThrow("mount").getText());
        }
        assertTrue(mounts.size() >= 6, "camera systems: " + mounts);
    }

    @Test
    @Proves({"O3", "O7", "O8", "T1", "T2"})
    void mission_everyExample_worksOnTheDemoShop() {
        MissionStory story = new MissionStory(channels.get(Room.RECOMMENDATION), channels.get(Room.CATALOG));
        story.everyExample_getsSensibleAddOns();
        story.batteriesComeBefore_theTripodAfterThePurchase();
        story.upgradesPacksAndContracts_areOfferedWithTheirDifferences();
        story.bundleAndSample_areOffered();
        story.dealOfTheDay_hasAPlace();
    }

    @Test
    @Proves({"O1", "O2"})
    void traps_everyLookAlike_isRefusedWithEvidenceAndNeverOffered() throws IOException {
        int traps = 0;
        for (DemoFile file : DemoShop.traps()) {
            for (String line : file.lines()) {
                JsonNode trap = JSON.readTree(line);
                FitResult result =
                        checkFit(trap.get("host").asText(), trap.get("part").asText());
                assertEquals(
                        "VERDICT_" + trap.get("verdict").asText(),
                        result.getVerdict().name(),
                        line);
                assertTrue(result.getEvidenceCount() > 0, line);
                if (!FITTING.contains(result.getVerdict())) {
                    assertNotOffered(trap.get("host").asText(), trap.get("part").asText());
                }
                traps++;
            }
        }
        assertTrue(traps >= 60, traps + " traps");
    }

    private void assertNotOffered(String host, String part) {
        Set<String> offered = recommend(productPage(host)).getOffersList().stream()
                .map(Offer::getProductId)
                .collect(toSet());
        assertFalse(offered.contains(part), part + " was offered for " + host);
    }

    @Test
    @Proves({"O11", "T1"})
    void recommend_everyPlacement_answersWithOffersOrAReasonAndCanBeExplained() {
        for (Placement placement : Placement.values()) {
            if (placement == Placement.UNRECOGNIZED || placement == Placement.PLACEMENT_UNSPECIFIED) {
                continue;
            }
            RecommendResponse response = recommend(RecommendRequest.newBuilder()
                    .setCustomerId("c-00001")
                    .setPlacement(placement)
                    .addAnchorProductIds("canon-eos-r6-mark-ii")
                    .addCart(CartLine.newBuilder().setProductId("canon-eos-r6-mark-ii"))
                    .build());
            assertEquals(response.getOffersCount() == 0, response.hasSilence(), placement.name());
            DecisionTrace trace = recommendation()
                    .explainDecision(ExplainDecisionRequest.newBuilder()
                            .setDecisionId(response.getDecisionId())
                            .build())
                    .getTrace();
            assertEquals(response, trace.getResponse());
            assertTrue(
                    trace.getStagesList().stream()
                            .map(StageTrace::getStage)
                            .toList()
                            .contains("policy"),
                    placement.name());
        }
    }

    @Test
    @Proves({"C4", "T3"})
    void openCase_silencesOffers_untilItIsSolved() {
        String customer = "e2e-case";
        assertTrue(recommend(productPage("canon-eos-r6-mark-ii", customer)).getOffersCount() > 0);
        publish(List.of(event(customer, "case-1")
                .setCaseOpened(CaseOpened.newBuilder().setCaseId("k-1"))
                .build()));
        Instant opened = Instant.now();
        await().pollInterval(OFTEN)
                .atMost(SOON)
                .until(() -> recommend(productPage("canon-eos-r6-mark-ii", customer))
                                .getSilence()
                                .getReason()
                        == Silence.Reason.REASON_OPEN_CASE);
        System.out.println("An open case silenced offers after " + Duration.between(opened, Instant.now()));
        await().atMost(SOON)
                .until(() -> treatment(customer)
                        .getReasonCodesList()
                        .equals(List.of("OPEN_SERVICE_CASE", "NO_EMAIL_CONSENT", "NO_PUSH_CONSENT")));
        publish(List.of(event(customer, "case-2")
                .setCaseResolved(CaseResolved.newBuilder().setCaseId("k-1"))
                .build()));
        Instant solved = Instant.now();
        await().pollInterval(OFTEN)
                .atMost(SOON)
                .until(() ->
                        recommend(productPage("canon-eos-r6-mark-ii", customer)).getOffersCount() > 0);
        System.out.println("A solved case lifted the silence after " + Duration.between(solved, Instant.now()));
        assertTrue(treatment(customer).getAllowed());
    }

    private Treatment treatment(String customer) {
        return TreatmentServiceGrpc.newBlockingStub(channels.get(Room.SEGMENTATION))
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .getTreatment(
                        GetTreatmentRequest.newBuilder().setCustomerId(customer).build())
                .getTreatment();
    }

    @Test
    @Proves("C10")
    void erasedCustomer_leavesNoTrace_inAnyStoreOrLog() throws Exception {
        String customer = "e2e-forget-" + UUID.randomUUID();
        String visitor = "e2e-cookie-" + UUID.randomUUID();
        Item camera = Item.newBuilder()
                .setProductId("canon-eos-r6-mark-ii")
                .setQuantity(1)
                .build();
        publish(List.of(
                event(customer, "forget-1" + customer)
                        .setPurchase(Purchase.newBuilder()
                                .setOrderId("o-" + customer)
                                .addItems(camera))
                        .build(),
                event(customer, "forget-2" + customer)
                        .setRefund(Refund.newBuilder().addItems(camera).setReason(Refund.Reason.REASON_NOT_WANTED))
                        .build(),
                event(customer, "forget-3" + customer)
                        .setVisitorId(visitor)
                        .setIdentityLinked(IdentityLinked.newBuilder().setMethod("login"))
                        .build()));
        StoredTraces traces = new StoredTraces(ports, data);
        recommend(productPage("canon-eos-r6-mark-ii", customer));
        await().atMost(SOON)
                .until(() -> traces.of(customer)
                        .containsAll(List.of(
                                "segmentation.profile",
                                "segmentation.event_log",
                                "recommendation.basket",
                                "recommendation.decision",
                                "redis")));

        Erasure erasure = PrivacyServiceGrpc.newBlockingStub(channels.get(Room.SEGMENTATION))
                .withDeadlineAfter(Duration.ofSeconds(10))
                .eraseCustomer(EraseCustomerRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .getErasure();
        assertEquals(3, erasure.getEvents());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals(List.of(STILL_ERASING), traces.of(customer)));
        assertEquals(List.of(STILL_ERASING), traces.of(visitor));
        assertEquals(PersonalColumns.DECLARED, traces.personalColumns());
    }

    @Test
    @Proves({"E1", "E2"})
    void experiment_whileItRuns_isReportedWithTheDecision() {
        ExperimentServiceGrpc.ExperimentServiceBlockingStub experiments =
                ExperimentServiceGrpc.newBlockingStub(channels.get(Room.EXPERIMENT));
        experiments.createExperiment(CreateExperimentRequest.newBuilder()
                .setExperiment(Experiment.newBuilder()
                        .setExperimentId("e2e-ranking")
                        .setName("Ranking by confidence")
                        .addArms(Arm.newBuilder().setArmId("control").setWeight(0.5))
                        .addArms(Arm.newBuilder()
                                .setArmId("confidence")
                                .setWeight(0.5)
                                .putParameters("ranking", "confidence")))
                .build());
        experiments.startExperiment(StartExperimentRequest.newBuilder()
                .setExperimentId("e2e-ranking")
                .build());
        Set<String> arms = new TreeSet<>();
        await().atMost(SOON).until(() -> {
            for (int i = 0; i < 20; i++) {
                recommend(productPage("canon-eos-r6-mark-ii", "e2e-" + i))
                        .getArmsList()
                        .forEach(arm -> arms.add(arm.getArmId()));
            }
            return arms.equals(Set.of("control", "confidence"));
        });
        experiments.stopExperiment(StopExperimentRequest.newBuilder()
                .setExperimentId("e2e-ranking")
                .build());
        await().atMost(SOON)
                .until(() ->
                        recommend(productPage("canon-eos-r6-mark-ii", "e2e-0")).getArmsCount() == 0);
    }

    @Test
    @Proves("C1")
    void kill_segmentationWhilePublishing_losesNothingAcknowledged() {
        long before = events();
        int acknowledged = 0;
        int sent = 0;
        boolean killed = false;
        for (int batch = 0; batch < 60; batch++) {
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                events.add(event("e2e-kill-" + i, "kill-" + sent++)
                        .setSearch(Search.newBuilder().setSearchTerm("tripod"))
                        .build());
            }
            if (batch == 20) {
                zugabe.kill(Room.SEGMENTATION);
                killed = true;
            }
            int current = batch;
            await("batch " + current)
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> {
                        publish(events);
                        return true;
                    });
            acknowledged += events.size();
        }
        assertTrue(killed);
        assertEquals(before + acknowledged, events());
    }

    @Test
    @Proves("O4")
    void onlineRetail_imported_showsThePublishedPairCounts() {
        Path file = dataFolder().resolve("online-retail/online_retail.csv.gz");
        assumeTrue(
                Files.exists(file), "skipped: " + file + " is absent; pass its folder's parent with -Dzugabe.data=DIR");
        String base = String.valueOf(ports.base());
        assertEquals(0, Zugabe.run("import", "online-retail", file.toString(), "--port-base", base));
        long events = events();
        assertEquals(0, Zugabe.run("import", "online-retail", file.toString(), "--port-base", base));
        assertEquals(events, events(), "a repeated import doubles nothing");

        Map<String, Map<String, Integer>> published = Map.of(
                "22386", Map.of("85099B", 825),
                "22697", Map.of("22699", 768),
                "21931", Map.of("85099B", 724),
                "22411", Map.of("85099B", 680),
                "20725", Map.of("22383", 655));
        published.forEach((anchor, partners) -> partners.forEach((partner, support) -> await(anchor + "+" + partner)
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> {
                    Map<String, Double> numbers = boughtTogether(anchor, partner);
                    assertEquals(
                            support.doubleValue(), numbers.get("support"), anchor + "+" + partner + ": " + numbers);
                    assertTrue(numbers.get("returned_support") > 0, anchor + "+" + partner + ": " + numbers);
                })));
    }

    private Map<String, Double> boughtTogether(String anchor, String partner) {
        for (Offer offer : recommend(productPage(anchor)).getOffersList()) {
            for (Reason reason : offer.getReasonsList()) {
                if (offer.getProductId().equals(partner) && reason.getCode() == Reason.Code.CODE_BOUGHT_TOGETHER) {
                    return reason.getEvidence().getNumbersMap();
                }
            }
        }
        throw new AssertionError(partner + " is not offered beside " + anchor);
    }

    @Test
    void malformedRequests_nameTheField() {
        assertInvalid(
                "placement",
                () -> recommend(RecommendRequest.newBuilder().setVisitorId("v").build()));
        assertInvalid(
                "cart[0].quantity",
                () -> recommend(RecommendRequest.newBuilder()
                        .setVisitorId("v")
                        .setPlacement(Placement.PLACEMENT_CART)
                        .addCart(CartLine.newBuilder()
                                .setProductId("canon-eos-r6-mark-ii")
                                .setQuantity(-1))
                        .build()));
        assertInvalid(
                "anchor_product_ids",
                () -> FitServiceGrpc.newBlockingStub(channels.get(Room.CATALOG))
                        .checkFit(CheckFitRequest.newBuilder()
                                .addCandidateProductIds("x")
                                .build()));
        assertInvalid(
                "experiment.arms",
                () -> ExperimentServiceGrpc.newBlockingStub(channels.get(Room.EXPERIMENT))
                        .createExperiment(CreateExperimentRequest.newBuilder()
                                .setExperiment(Experiment.newBuilder()
                                        .setExperimentId("x")
                                        .setName("x")
                                        .addArms(Arm.newBuilder().setArmId("a").setWeight(0.3))
                                        .addArms(Arm.newBuilder().setArmId("b").setWeight(0.3)))
                                .build()));
    }

    private static void assertInvalid(String field, Runnable call) {
        StatusRuntimeException failure = assertThrows(StatusRuntimeException.class, call::run);
        assertEquals(Status.Code.INVALID_ARGUMENT, failure.getStatus().getCode(), failure.toString());
        assertTrue(String.valueOf(failure.getStatus().getDescription()).contains(field), failure.toString());
    }

    private List<Product> products(String type) {
        return CatalogServiceGrpc.newBlockingStub(channels.get(Room.CATALOG))
                .listProducts(ListProductsRequest.newBuilder()
                        .setType(type)
                        .setPageSize(1_000)
                        .build())
                .getProductsList();
    }

    private FitResult checkFit(String anchor, String candidate) {
        return FitServiceGrpc.newBlockingStub(channels.get(Room.CATALOG))
                .checkFit(CheckFitRequest.newBuilder()
                        .addAnchorProductIds(anchor)
                        .addCandidateProductIds(candidate)
                        .setWithEvidence(true)
                        .build())
                .getResults(0);
    }

    private RecommendationServiceGrpc.RecommendationServiceBlockingStub recommendation() {
        return RecommendationServiceGrpc.newBlockingStub(channels.get(Room.RECOMMENDATION))
                .withDeadlineAfter(Duration.ofSeconds(10));
    }

    private RecommendResponse recommend(RecommendRequest request) {
        return recommendation().recommend(request);
    }

    private static RecommendRequest productPage(String anchor) {
        return RecommendRequest.newBuilder()
                .setVisitorId("e2e-visitor")
                .setPlacement(Placement.PLACEMENT_PRODUCT_PAGE)
                .addAnchorProductIds(anchor)
                .build();
    }

    private static RecommendRequest productPage(String anchor, String customer) {
        return productPage(anchor).toBuilder()
                .clearVisitorId()
                .setCustomerId(customer)
                .build();
    }

    private static Event.Builder event(String customer, String id) {
        return Event.newBuilder()
                .setEventId("e2e-" + id)
                .setCustomerId(customer)
                .setEventTime(com.google.protobuf.Timestamp.newBuilder()
                        .setSeconds(Instant.now().getEpochSecond()));
    }

    @Test
    @Proves("O3")
    void catalog_exportedAndImportedInEveryFormat_staysAsItIs(@TempDir Path folder) {
        List<Product> before = allProducts();
        for (String format : List.of("jsonl", "csv", "google-tsv", "google-xml")) {
            Path file = folder.resolve("products." + format + ".gz");
            assertEquals(0, catalogFile("export", "products", file, format), format);
            assertEquals(0, catalogFile("import", "products", file, format), format);
            assertEquals(before, allProducts(), format + ": nothing was written, so that etags are the same");
        }
        for (String kind : List.of("relations", "statements")) {
            Path file = folder.resolve(kind + ".jsonl");
            assertEquals(0, catalogFile("export", kind, file, "jsonl"), kind);
            assertEquals(0, catalogFile("import", kind, file, "jsonl"), kind);
            Path again = folder.resolve(kind + "-again.jsonl");
            assertEquals(0, catalogFile("export", kind, again, "jsonl"), kind);
            assertEquals(text(file), text(again), kind);
        }
        Path links = folder.resolve("links.jsonld");
        assertEquals(0, catalogFile("export", "relations", links, "schema-org"));
        assertTrue(text(links).contains("\"isRelatedTo\""), "relations between products are links");
    }

    private int catalogFile(String command, String kind, Path file, String format) {
        return Zugabe.run(
                command, kind, file.toString(), "--format", format, "--port-base", String.valueOf(ports.base()));
    }

    private List<Product> allProducts() {
        return CatalogServiceGrpc.newBlockingStub(channels.get(Room.CATALOG))
                .withDeadlineAfter(Duration.ofSeconds(10))
                .listProducts(
                        ListProductsRequest.newBuilder().setPageSize(1_000).build())
                .getProductsList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private long events() {
        return EventServiceGrpc.newBlockingStub(channels.get(Room.SEGMENTATION))
                .withDeadlineAfter(Duration.ofSeconds(10))
                .getLogStatus(GetLogStatusRequest.getDefaultInstance())
                .getEvents();
    }

    /** Publishes and waits for the acknowledgement. */
    private void publish(List<Event> events) {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        AtomicInteger stored = new AtomicInteger();
        StreamObserver<PublishEventsRequest> requests = EventServiceGrpc.newStub(channels.get(Room.SEGMENTATION))
                .publishEvents(new StreamObserver<>() {
                    @Override
                    public void onNext(PublishEventsResponse response) {
                        stored.addAndGet(response.getAppended() + response.getDuplicates());
                    }

                    @Override
                    public void onError(Throwable failure) {
                        answer.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        answer.complete(stored.get());
                    }
                });
        requests.onNext(PublishEventsRequest.newBuilder()
                .setBatchNumber(1)
                .addAllEvents(events)
                .build());
        requests.onCompleted();
        assertEquals(events.size(), answer.orTimeout(20, TimeUnit.SECONDS).join(), "everything is in the log now");
    }

    private static Path dataFolder() {
        String configured = System.getProperty("zugabe.data", "");
        return configured.isEmpty() ? HOME.resolve("../shared/data") : Path.of(configured);
    }

    private static int freeBase() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Math.min(socket.getLocalPort(), 60_000) / 100 * 100;
        }
    }
}
