package io.zugabe.catalog.dispute.endpoint;

import static io.zugabe.catalog.product.endpoint.Samples.cable;
import static io.zugabe.catalog.product.endpoint.Samples.list;
import static io.zugabe.catalog.product.endpoint.Samples.phone;
import static io.zugabe.catalog.product.endpoint.Samples.product;
import static io.zugabe.catalog.product.endpoint.Samples.text;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.catalog.live.ChangeLog;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.product.endpoint.CatalogClient.Watching;
import io.zugabe.catalog.product.endpoint.CatalogStory;
import io.zugabe.catalog.v1.BlockedPair;
import io.zugabe.catalog.v1.CheckSetRequest;
import io.zugabe.catalog.v1.CheckSetResponse;
import io.zugabe.catalog.v1.DeleteMakerStatementRequest;
import io.zugabe.catalog.v1.Dispute;
import io.zugabe.catalog.v1.FitResult;
import io.zugabe.catalog.v1.GetDisputeRequest;
import io.zugabe.catalog.v1.ListDisputesRequest;
import io.zugabe.catalog.v1.ListDisputesResponse;
import io.zugabe.catalog.v1.ListFittingRequest;
import io.zugabe.catalog.v1.ListFittingResponse;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.MisfitReport.Reporter;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.ReportMisfitRequest;
import io.zugabe.catalog.v1.ResolveDisputeRequest;
import io.zugabe.catalog.v1.ResolveDisputeRequest.Resolution;
import io.zugabe.catalog.v1.UpsertMakerStatementsRequest;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.catalog.v1.WatchCatalogResponse.EventCase;
import io.zugabe.common.v1.Evidence;
import io.zugabe.common.v1.FitLimit;
import io.zugabe.common.v1.Verdict;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What callers and followers see when somebody says that something does not fit, and of sets of parts. */
@QuarkusTest
@WithTestResource(value = EmbeddedServersResource.class, initArgs = @ResourceArg(name = "database", value = "catalog"))
@Proves({"O1", "O9"})
class DisputeStoryTest extends CatalogStory {

    private static final Metadata.Key<String> ACTOR =
            Metadata.Key.of("x-zugabe-actor", Metadata.ASCII_STRING_MARSHALLER);

    @Inject
    LiveCatalog live;

    @Inject
    ChangeLog log;

    @Test
    void report_blocksAtOnce_confirmKeepsTheBlock_liftTakesItAway_anotherReportOpensItAgain() {
        client.store(List.of(phone("d-phone", "USB-C"), cable("d-cable", "USB-C"), cable("d-other", "USB-C")));
        assertEquals(Verdict.VERDICT_FITS, client.check("d-phone", "d-cable").getVerdict());

        Dispute reported = report("r-1", "d-phone", "d-cable");
        assertEquals(Dispute.State.STATE_OPEN, reported.getState());
        assertEquals(Verdict.VERDICT_FITS, reported.getReportedVerdict());
        assertTrue(reported.getReportedEvidenceIdsList().contains("cables-chargers/port@1"));
        assertBlocked(client.check("d-phone", "d-cable"), reported);
        assertBlocked(client.check("d-cable", "d-phone"), reported);
        assertEquals(Verdict.VERDICT_FITS, client.check("d-phone", "d-other").getVerdict());
        assertEquals(reported, report("r-1", "d-cable", "d-phone"), "the same report, counted once");
        Dispute twice = report("r-2", "d-cable", "d-phone");
        assertEquals(2, twice.getReportCount());
        assertEquals(
                List.of("r-2", "r-1"),
                twice.getReportsList().stream().map(each -> each.getRequestId()).toList());

        assertEquals(Status.Code.ABORTED, code(() -> resolve(reported, Resolution.RESOLUTION_CONFIRM, "too late")));
        Dispute confirmed = resolve(twice, Resolution.RESOLUTION_CONFIRM, "measured");
        assertEquals(Dispute.State.STATE_CONFIRMED, confirmed.getState());
        assertEquals("anna", confirmed.getResolver());
        assertBlocked(client.check("d-phone", "d-cable"), confirmed);

        Dispute lifted = resolve(confirmed, Resolution.RESOLUTION_LIFT, "the port was dirty");
        assertEquals("the port was dirty", lifted.getReason());
        assertTrue(lifted.hasResolveTime());
        assertEquals(Verdict.VERDICT_FITS, client.check("d-phone", "d-cable").getVerdict());
        report("r-1", "d-phone", "d-cable");
        assertEquals(Verdict.VERDICT_FITS, client.check("d-phone", "d-cable").getVerdict(), "an old report sent again");

        Dispute again = report("r-3", "d-phone", "d-cable");
        assertEquals(Dispute.State.STATE_OPEN, again.getState());
        assertEquals("the port was dirty", again.getReason());
        assertBlocked(client.check("d-phone", "d-cable"), again);
        assertEquals(
                List.of("CUSTOMER o-1", "anna", "anna", "CUSTOMER o-1"),
                again.getHistoryList().stream().map(each -> each.getActor()).toList());
        assertEquals(again, get(again.getDisputeId()));
    }

    @Test
    void blockedPair_isListedAmongMisfits_whateverItsGroup() {
        client.store(List.of(phone("l-phone", "Surface Connect")));
        client.store(IntStream.range(0, 5)
                .mapToObj(i -> cable("l-cable-" + i, "Surface Connect").toBuilder()
                        .putAttributes("max_current", text("5 A"))
                        .build())
                .toList());
        long fitting = fitting("l-phone", 1_000, Verdict.VERDICT_FITS).getTotalSize();
        long misfits = fitting("l-phone", 1_000, Verdict.VERDICT_DOES_NOT_FIT).getTotalSize();
        Dispute dispute = report("", "l-phone", "l-cable-2");

        ListFittingResponse left = fitting("l-phone", 1_000, Verdict.VERDICT_FITS);
        assertEquals(fitting - 1, left.getTotalSize());
        assertFalse(ids(left).contains("l-cable-2"));
        ListFittingResponse blocked = fitting("l-phone", 1_000, Verdict.VERDICT_DOES_NOT_FIT);
        assertEquals(misfits + 1, blocked.getTotalSize());
        assertEquals(misfits + 1, blocked.getProductsCount());
        assertEquals(ids(blocked).stream().sorted().toList(), ids(blocked));
        assertBlocked(
                blocked.getProductsList().stream()
                        .filter(each -> each.getProduct().getProductId().equals("l-cable-2"))
                        .findFirst()
                        .orElseThrow()
                        .getFit(),
                dispute);
        resolve(dispute, Resolution.RESOLUTION_LIFT, "fits");
        assertEquals(fitting, fitting("l-phone", 1_000, Verdict.VERDICT_FITS).getTotalSize());
    }

    @Test
    void precedence_levelByLevel() {
        client.store(List.of(
                phone("p-phone", "USB-C"),
                cable("p-cable", "Lightning"),
                product("p-tent", "tent").build()));
        assertEquals(List.of("no-rule"), evidence(client.check("p-phone", "p-tent")));
        assertEquals(Verdict.VERDICT_UNKNOWN, client.check("p-phone", "p-tent").getVerdict());

        FitResult byRule = client.check("p-phone", "p-cable");
        assertEquals(Verdict.VERDICT_DOES_NOT_FIT, byRule.getVerdict());
        List<String> rules = evidence(byRule);
        assertTrue(byRule.getEvidenceList().stream().noneMatch(Evidence::getOverruled));
        try {
            state("p-list", Verdict.VERDICT_FITS);
            FitResult byList = client.check("p-phone", "p-cable");
            assertEquals(Verdict.VERDICT_FITS, byList.getVerdict());
            assertOverruling(byList, List.of("p-list"), rules);

            state("p-exclusion", Verdict.VERDICT_DOES_NOT_FIT);
            FitResult byExclusion = client.check("p-phone", "p-cable");
            assertEquals(Verdict.VERDICT_DOES_NOT_FIT, byExclusion.getVerdict());
            assertOverruling(byExclusion, List.of("p-exclusion", "p-list"), rules);

            forget("p-exclusion");
            Dispute dispute = report("", "p-cable", "p-phone");
            FitResult byDispute = client.check("p-phone", "p-cable");
            assertEquals(Verdict.VERDICT_DOES_NOT_FIT, byDispute.getVerdict());
            assertOverruling(byDispute, List.of(dispute.getDisputeId(), "p-list"), rules);
            resolve(dispute, Resolution.RESOLUTION_LIFT, "the maker is right");
            assertEquals(
                    Verdict.VERDICT_FITS, client.check("p-phone", "p-cable").getVerdict());
        } finally {
            forget("p-list");
        }
        Dispute strangers = report("", "p-phone", "p-tent");
        assertEquals(List.of(strangers.getDisputeId()), evidence(client.check("p-phone", "p-tent")));
        assertEquals(
                Verdict.VERDICT_DOES_NOT_FIT, client.check("p-phone", "p-tent").getVerdict());
    }

    @Test
    void reportsAtOnce_areAllCounted() throws Exception {
        client.store(List.of(phone("c-phone", "USB-C"), cable("c-cable", "USB-C")));
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<Future<Dispute>> calls = IntStream.range(0, 60)
                    .mapToObj(i -> callers.submit(() -> report("c-" + i, "c-phone", "c-cable")))
                    .toList();
            for (Future<Dispute> call : calls) {
                call.get();
            }
        }
        Dispute dispute = report("c-0", "c-phone", "c-cable");
        assertEquals(60, dispute.getReportCount(), "also the one that has left the list is known");
        assertEquals(50, dispute.getReportsCount());
    }

    @Test
    void followers_areToldOfBlocks_alsoWhenTheyResume() {
        client.store(List.of(phone("w-phone", "USB-C"), cable("w-cable", "USB-C"), cable("w-lifted", "USB-C")));
        resolve(report("", "w-phone", "w-lifted"), Resolution.RESOLUTION_LIFT, "fits");
        Dispute dispute;
        String position;
        try (Watching watching = client.watch("")) {
            await().until(() -> seen(watching, EventCase.SNAPSHOT_END));
            assertNull(blocked(watching, "w-cable"));
            assertNull(blocked(watching, "w-lifted"), "a snapshot tells only what is blocked");
            dispute = report("", "w-phone", "w-cable");
            await().until(() -> Boolean.TRUE.equals(blocked(watching, "w-cable")));
            position = watching.received().getLast().getPosition();
        }
        resolve(dispute, Resolution.RESOLUTION_LIFT, "fits");
        report("", "w-phone", "w-lifted");
        try (Watching resumed = client.watch(position)) {
            await().until(() -> Boolean.FALSE.equals(blocked(resumed, "w-cable")));
            await().until(() -> Boolean.TRUE.equals(blocked(resumed, "w-lifted")));
            assertFalse(seen(resumed, EventCase.SNAPSHOT_BEGIN));
        }
        try (Watching anew = client.watch("")) {
            await().until(() -> seen(anew, EventCase.SNAPSHOT_END));
            assertEquals(Boolean.TRUE, blocked(anew, "w-lifted"));
        }
        LiveCatalog restarted = new LiveCatalog(live.rules());
        restarted.apply(log.after(0, 100_000));
        assertNotNull(restarted.disputes().blocking("w-lifted", "w-phone"));
        assertNull(restarted.disputes().blocking("w-cable", "w-phone"));
    }

    @Test
    void disputes_arePaged_newestFirst_filteredByStateAndProduct() {
        client.store(List.of(phone("page-phone", "USB-C"), phone("page-other", "USB-C")));
        List<Dispute> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            client.store(List.of(cable("page-cable-" + i, "USB-C")));
            made.addFirst(report("", "page-phone", "page-cable-" + i));
        }
        report("", "page-other", "page-cable-0");
        Dispute lifted = resolve(made.get(3), Resolution.RESOLUTION_LIFT, "fits");
        report("", "page-phone", "page-cable-0");
        ListDisputesRequest request = ListDisputesRequest.newBuilder()
                .setProductId("page-phone")
                .setPageSize(2)
                .build();
        List<String> seen = new ArrayList<>();
        ListDisputesResponse page;
        do {
            page = client.disputes().listDisputes(request);
            assertEquals(5, page.getTotalSize());
            page.getDisputesList().forEach(each -> seen.add(each.getDisputeId()));
            request = request.toBuilder().setPageToken(page.getNextPageToken()).build();
        } while (!page.getNextPageToken().isEmpty());
        assertEquals(made.stream().map(Dispute::getDisputeId).toList(), seen);

        ListDisputesRequest.Builder ofState =
                ListDisputesRequest.newBuilder().setProductId("page-phone").addStates(Dispute.State.STATE_LIFTED);
        assertEquals(
                List.of(lifted), client.disputes().listDisputes(ofState.build()).getDisputesList());
        assertEquals(
                5,
                client.disputes()
                        .listDisputes(
                                ofState.addStates(Dispute.State.STATE_OPEN).build())
                        .getTotalSize());
        assertTrue(client.disputes()
                        .listDisputes(ListDisputesRequest.getDefaultInstance())
                        .getTotalSize()
                >= 6);
    }

    @Test
    void wrongRequests_areRefused() {
        client.store(List.of(phone("x-phone", "USB-C"), cable("x-cable", "USB-C")));
        assertEquals(Status.Code.NOT_FOUND, code(() -> report("", "x-phone", "x-nobody")));
        assertEquals(Status.Code.INVALID_ARGUMENT, code(() -> report("", "x-phone", "x-phone")));
        assertEquals(Status.Code.INVALID_ARGUMENT, code(() -> report("not an id", "x-phone", "x-cable")));
        ReportMisfitRequest nobody = ReportMisfitRequest.newBuilder()
                .setRequestId("x-1")
                .setAnchorProductId("x-phone")
                .setCandidateProductId("x-cable")
                .build();
        assertEquals(Status.Code.INVALID_ARGUMENT, code(() -> client.disputes().reportMisfit(nobody)));
        ReportMisfitRequest notRepeatable = nobody.toBuilder()
                .clearRequestId()
                .setReporter(Reporter.REPORTER_CUSTOMER)
                .build();
        assertEquals(Status.Code.INVALID_ARGUMENT, code(() -> client.disputes().reportMisfit(notRepeatable)));
        assertEquals(Status.Code.NOT_FOUND, code(() -> get("d-0")));
        Dispute none = Dispute.newBuilder().setDisputeId("d-0").build();
        assertEquals(Status.Code.NOT_FOUND, code(() -> resolve(none, Resolution.RESOLUTION_LIFT, "why not")));
        assertEquals(Status.Code.INVALID_ARGUMENT, code(() -> resolve(none, Resolution.RESOLUTION_LIFT, "")));
        assertEquals(
                Status.Code.INVALID_ARGUMENT, code(() -> resolve(none, Resolution.RESOLUTION_UNSPECIFIED, "why not")));
        assertEquals(Verdict.VERDICT_FITS, client.check("x-phone", "x-cable").getVerdict());
    }

    @Test
    void deviceChargerAndCable_chargeAsTheWeakestOfThemAllows() {
        Product laptop = phone("s-laptop", "USB-C").toBuilder()
                .putAttributes("charge_power", text("100 W"))
                .putAttributes("min_charge_power", text("30 W"))
                .putAttributes("pd_power", text("100 W"))
                .putAttributes("fast_protocols", list("PD"))
                .build();
        client.store(List.of(
                laptop,
                cable("s-cable", "USB-C"),
                charger("s-charger-45", "45 W"),
                charger("s-charger-100", "100 W"),
                cable("s-short", "Lightning")));

        CheckSetResponse slow = set("s-laptop", "s-cable", "s-charger-45");
        assertEquals(Verdict.VERDICT_FITS_WITH_LIMITS, slow.getVerdict());
        assertEquals("45 W instead of 100 W", power(slow));
        assertEquals("s-charger-45", slow.getWeakestProductId());
        assertEquals("s-laptop", slow.getWeakestPair().getAnchorProductId());
        assertEquals(3, slow.getPairsCount());
        assertTrue(slow.getPairsList().stream().allMatch(pair -> pair.getEvidenceCount() > 0));
        assertEquals(slow, set("s-charger-45", "s-laptop", "s-cable"), "the order makes no difference");

        CheckSetResponse thin = set("s-laptop", "s-cable", "s-charger-100");
        assertEquals("60 W instead of 100 W", power(thin));
        assertEquals("s-cable", thin.getWeakestProductId());

        CheckSetResponse wrong = set("s-laptop", "s-short", "s-charger-45");
        assertEquals(Verdict.VERDICT_DOES_NOT_FIT, wrong.getVerdict());
        assertEquals("s-short", wrong.getWeakestProductId());
        assertEquals(0, wrong.getLimitsCount());

        CheckSetResponse strange = set("s-laptop", "s-cable", "s-nobody");
        assertEquals(Verdict.VERDICT_UNKNOWN, strange.getVerdict());
        assertEquals(List.of("s-nobody"), strange.getUnconnectedProductIdsList());
        assertEquals(List.of("s-nobody"), strange.getUnknownProductIdsList());
        assertEquals("s-nobody", strange.getWeakestProductId());
        assertFalse(strange.hasWeakestPair());

        Dispute dispute = report("", "s-cable", "s-charger-45");
        CheckSetResponse disputed = set("s-laptop", "s-cable", "s-charger-45");
        assertEquals(Verdict.VERDICT_DOES_NOT_FIT, disputed.getVerdict());
        assertBlocked(disputed.getWeakestPair(), dispute);

        assertEquals(Status.Code.INVALID_ARGUMENT, code(() -> set("s-laptop", "s-cable", "s-laptop")));
        assertEquals(Status.Code.INVALID_ARGUMENT, code(() -> set("s-laptop")));
    }

    @Test
    void bodyLensFilterAndAdapter_anAdapterThatFitsBothLiftsTheMount() {
        client.store(List.of(
                product("b-body", "camera_body")
                        .putAttributes("mount", text("Canon RF"))
                        .putAttributes("sensor", text("full frame"))
                        .build(),
                lens("b-native", "Canon RF"),
                lens("b-lens", "Canon EF"),
                adapter("b-adapter", "Canon RF", "Canon EF"),
                adapter("b-wrong", "Nikon Z", "Canon EF"),
                filter("b-filter", "77 mm"),
                filter("b-small", "67 mm")));
        assertEquals(Verdict.VERDICT_FITS, set("b-body", "b-native", "b-filter").getVerdict());
        CheckSetResponse small = set("b-body", "b-native", "b-small");
        assertEquals(Verdict.VERDICT_DOES_NOT_FIT, small.getVerdict());
        assertEquals("b-small", small.getWeakestProductId());

        CheckSetResponse bare = set("b-body", "b-lens", "b-filter");
        assertEquals(Verdict.VERDICT_FITS_WITH_LIMITS, bare.getVerdict());
        assertEquals("mount", bare.getLimits(0).getAttribute());
        CheckSetResponse bridged = set("b-body", "b-lens", "b-filter", "b-adapter");
        assertEquals(Verdict.VERDICT_FITS, bridged.getVerdict());
        assertEquals("b-adapter", bridged.getLiftedLimits(0).getBridgeProductId());
        assertEquals("b-body", bridged.getLiftedLimits(0).getHostProductId());
        assertEquals("b-lens", bridged.getLiftedLimits(0).getPartProductId());
        assertEquals("mount", bridged.getLiftedLimits(0).getLimit().getAttribute());
        CheckSetResponse wrong = set("b-body", "b-lens", "b-wrong");
        assertEquals(Verdict.VERDICT_DOES_NOT_FIT, wrong.getVerdict());
        assertEquals("b-wrong", wrong.getWeakestProductId());
        assertEquals(0, wrong.getLiftedLimitsCount());
    }

    @Test
    void boardProcessorAndMemory_theMemoryOfTheTwinBoardIsWeakest() {
        client.store(List.of(
                product("pc-board", "motherboard")
                        .putAttributes("socket", text("LGA1700"))
                        .putAttributes("chipset", text("Z690"))
                        .putAttributes("cpu_generations", list("Alder Lake", "Raptor Lake"))
                        .putAttributes("first_generations", list("Alder Lake"))
                        .putAttributes("bios_flashback", text("true"))
                        .putAttributes("memory_slots", text("4"))
                        .putAttributes("memory_max", text("128 GB"))
                        .putAttributes("memory_speed", text("5200 MT/s"))
                        .putAttributes("memory_types", list("DDR4"))
                        .putAttributes("memory_form", text("DIMM"))
                        .putAttributes("memory_buffering", list("unbuffered"))
                        .putAttributes("ecc_support", text("false"))
                        .build(),
                product("pc-cpu", "cpu")
                        .putAttributes("socket", text("LGA1700"))
                        .putAttributes("generation", text("Alder Lake"))
                        .build(),
                memory("pc-ddr4", "DDR4"),
                memory("pc-ddr5", "DDR5")));
        assertEquals(Verdict.VERDICT_FITS, set("pc-board", "pc-cpu", "pc-ddr4").getVerdict());
        CheckSetResponse twin = set("pc-board", "pc-cpu", "pc-ddr5");
        assertEquals(Verdict.VERDICT_DOES_NOT_FIT, twin.getVerdict());
        assertEquals("pc-ddr5", twin.getWeakestProductId());
        assertEquals("pc-board", twin.getWeakestPair().getAnchorProductId());
        CheckSetResponse boardless = set("pc-cpu", "pc-ddr4");
        assertEquals(Verdict.VERDICT_UNKNOWN, boardless.getVerdict());
        assertEquals(List.of("pc-cpu", "pc-ddr4"), boardless.getUnconnectedProductIdsList());
    }

    private static Product memory(String id, String type) {
        return product(id, "memory_module")
                .putAttributes("memory_type", text(type))
                .putAttributes("memory_form", text("DIMM"))
                .putAttributes("module_count", text("2"))
                .putAttributes("module_capacity", text("16 GB"))
                .putAttributes("memory_speed", text("3200 MT/s"))
                .putAttributes("buffering", text("unbuffered"))
                .putAttributes("ecc", text("false"))
                .build();
    }

    private static Product charger(String id, String power) {
        return product(id, "usb_charger")
                .putAttributes("output_ports", list("USB-C"))
                .putAttributes("output_power", text(power))
                .putAttributes("output_protocols", list("USB", "PD"))
                .putAttributes("fixed_cable", text("false"))
                .build();
    }

    private static Product lens(String id, String mount) {
        return product(id, "lens")
                .putAttributes("mount", text(mount))
                .putAttributes("image_circle", text("full frame"))
                .putAttributes("focus_motor", text("true"))
                .putAttributes("filter_thread", text("77 mm"))
                .build();
    }

    private static Product adapter(String id, String bodyMount, String lensMount) {
        return product(id, "lens_adapter")
                .putAttributes("body_mount", text(bodyMount))
                .putAttributes("lens_mounts", list(lensMount))
                .build();
    }

    private static Product filter(String id, String thread) {
        return product(id, "lens_filter")
                .putAttributes("filter_thread", text(thread))
                .build();
    }

    private Dispute report(String requestId, String anchor, String candidate) {
        return client.disputes()
                .reportMisfit(ReportMisfitRequest.newBuilder()
                        .setRequestId(requestId.isEmpty() ? UUID.randomUUID().toString() : requestId)
                        .setAnchorProductId(anchor)
                        .setCandidateProductId(candidate)
                        .setReporter(Reporter.REPORTER_CUSTOMER)
                        .setReporterId("o-1")
                        .setComment("does not go in")
                        .build())
                .getDispute();
    }

    private Dispute resolve(Dispute dispute, Resolution resolution, String reason) {
        Metadata headers = new Metadata();
        headers.put(ACTOR, "anna");
        return client.disputes()
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .resolveDispute(ResolveDisputeRequest.newBuilder()
                        .setDisputeId(dispute.getDisputeId())
                        .setResolution(resolution)
                        .setReason(reason)
                        .setEtag(dispute.getEtag())
                        .build())
                .getDispute();
    }

    private Dispute get(String id) {
        return client.disputes()
                .getDispute(GetDisputeRequest.newBuilder().setDisputeId(id).build())
                .getDispute();
    }

    private void state(String id, Verdict verdict) {
        client.rules()
                .upsertMakerStatements(UpsertMakerStatementsRequest.newBuilder()
                        .addStatements(MakerStatement.newBuilder()
                                .setStatementId(id)
                                .addHosts(ProductSelector.newBuilder().setProductId("p-phone"))
                                .addParts(ProductSelector.newBuilder().setProductId("p-cable"))
                                .setVerdict(verdict)
                                .setProvenance("https://maker.example/" + id))
                        .build());
    }

    private void forget(String statement) {
        client.rules()
                .deleteMakerStatement(DeleteMakerStatementRequest.newBuilder()
                        .setStatementId(statement)
                        .build());
    }

    private CheckSetResponse set(String... ids) {
        return client.fit()
                .checkSet(CheckSetRequest.newBuilder()
                        .addAllProductIds(List.of(ids))
                        .setWithEvidence(true)
                        .build());
    }

    private ListFittingResponse fitting(String anchor, int size, Verdict verdict) {
        return client.fit()
                .listFitting(ListFittingRequest.newBuilder()
                        .setAnchorProductId(anchor)
                        .setType("usb_cable")
                        .setPageSize(size)
                        .addVerdicts(verdict)
                        .build());
    }

    private static List<String> ids(ListFittingResponse page) {
        return page.getProductsList().stream()
                .map(each -> each.getProduct().getProductId())
                .toList();
    }

    private static String power(CheckSetResponse set) {
        FitLimit limit = set.getLimitsList().stream()
                .filter(each -> each.getAttribute().equals("charge_power"))
                .findFirst()
                .orElseThrow();
        return limit.getGot() + " instead of " + limit.getNeeded();
    }

    private static void assertBlocked(FitResult result, Dispute dispute) {
        assertEquals(Verdict.VERDICT_DOES_NOT_FIT, result.getVerdict());
        assertEquals(0, result.getLimitsCount());
        Evidence deciding = result.getEvidence(0);
        assertEquals(Evidence.Source.SOURCE_DISPUTE, deciding.getSource());
        assertEquals(dispute.getDisputeId(), deciding.getId());
        assertFalse(deciding.getOverruled());
        assertTrue(deciding.getSentence().containsTexts("en"));
        assertTrue(deciding.getSentence().containsTexts("de"));
        assertTrue(result.getEvidenceList().stream().skip(1).allMatch(Evidence::getOverruled));
    }

    /** The first of those named decides; everything else is overruled. */
    private static void assertOverruling(FitResult result, List<String> first, List<String> rules) {
        List<String> all = new ArrayList<>(first);
        all.addAll(rules);
        assertEquals(all, evidence(result));
        assertEquals(
                all.subList(1, all.size()),
                result.getEvidenceList().stream()
                        .filter(Evidence::getOverruled)
                        .map(Evidence::getId)
                        .toList());
    }

    private static List<String> evidence(FitResult result) {
        return result.getEvidenceList().stream().map(Evidence::getId).toList();
    }

    /** The last word about a cable and the phone of the test; null if nothing was told. */
    private static Boolean blocked(Watching watching, String cable) {
        return watching.received().stream()
                .filter(WatchCatalogResponse::hasBlockedPair)
                .map(WatchCatalogResponse::getBlockedPair)
                .filter(pair -> pair.getOneProductId().equals(cable)
                        && pair.getOtherProductId().equals("w-phone"))
                .map(BlockedPair::getBlocked)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private static boolean seen(Watching watching, EventCase event) {
        return watching.received().stream().anyMatch(each -> each.getEventCase() == event);
    }

    private static Status.Code code(Runnable call) {
        return assertThrows(StatusRuntimeException.class, call::run).getStatus().getCode();
    }
}
