package io.zugabe.recommendation.misfits;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.zugabe.catalog.v1.BlockedPair;
import io.zugabe.catalog.v1.MisfitReport.Reporter;
import io.zugabe.catalog.v1.ReportMisfitRequest;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.recommendation.fakes.FakeServices;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import io.zugabe.segmentation.v1.Refund;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes back because it does not fit is reported to the catalog, and what the catalog blocks is not offered. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "recommendation"))
@WithTestResource(FakeServices.class)
@Proves("O9")
class MisfitReturnsTest {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final long SECOND = 1_700_000_000;

    FakeServices services;

    @Inject
    Pool database;

    @Inject
    CatalogReplica replica;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void awaitCatalog() {
        await().atMost(LONGEST_WAIT).until(() -> replica.current().isPresent());
    }

    @AfterEach
    void takeReports() {
        services.disputes().refuse(Status.OK);
    }

    @Test
    void returnThatDoesNotFit_isReportedWithWhatItHadToFit() {
        services.segmentation().purchase("fit-1", "c-fit-1", SECOND, "camera-a", "battery-a", "bag", "mug");
        refund("r-fit-1", "fit-1", "c-fit-1", Refund.Reason.REASON_DOES_NOT_FIT, "battery-a");
        awaitPairs("fit-1", "camera-a battery-a");

        ReportMisfitRequest report = services.disputes().of("fit-1").getFirst();
        assertEquals(Reporter.REPORTER_RETURN, report.getReporter());
        assertEquals("", report.getComment(), "what a customer says stays where it can be erased");
        assertEquals(36, report.getRequestId().length());
        awaitDone();
    }

    @Test
    void returnForAnotherReasonOrOfWhatHadToFitNothing_isNotReported() {
        services.segmentation().purchase("other-1", "c-other-1", SECOND, "camera-a", "battery-a", "bag", "battery-b");
        refund("r-other-1", "other-1", "c-other-1", Refund.Reason.REASON_NOT_WANTED, "battery-a");
        refund("r-other-2", "other-1", "c-other-1", Refund.Reason.REASON_DOES_NOT_FIT, "bag");
        refund("r-other-3", "other-1", "c-other-1", Refund.Reason.REASON_DOES_NOT_FIT, "battery-b");
        services.segmentation().purchase("other-2", "c-other-2", SECOND, "camera-a", "battery-a");
        refund("r-other-4", "other-2", "c-other-2", Refund.Reason.REASON_DOES_NOT_FIT, "battery-a");
        awaitPairs("other-2", "camera-a battery-a");
        awaitDone();
        assertEquals(List.of(), services.disputes().pairs("other-1"));
    }

    @Test
    void returnWithoutItsOrder_isOfTheLatestOneBefore_alsoIfThatComesLater() {
        services.segmentation().purchase("anon-1", "c-anon", SECOND, "camera-b", "battery-a");
        services.segmentation().purchase("anon-3", "c-anon", SECOND + 500, "camera-a", "battery-a-third");
        refund("r-anon", "", "c-anon", Refund.Reason.REASON_DOES_NOT_FIT, "battery-a-third");
        services.segmentation().purchase("anon-2", "c-anon", SECOND, "camera-a", "battery-a-third");
        awaitPairs("anon-2", "camera-a battery-a-third");
        awaitDone();
        assertEquals(List.of(), services.disputes().pairs("anon-1"));
        assertEquals(List.of(), services.disputes().pairs("anon-3"), "bought after the return");
    }

    @Test
    void bothOfAPairReturnedAtOnce_areOneReport() {
        services.segmentation().purchase("both-1", "c-both", SECOND, "camera-a", "battery-a");
        refund("r-both", "both-1", "c-both", Refund.Reason.REASON_DOES_NOT_FIT, "camera-a", "battery-a");
        await().atMost(LONGEST_WAIT)
                .until(() -> services.disputes().of("both-1").size() == 2);
        assertEquals(
                1,
                services.disputes().of("both-1").stream()
                        .map(ReportMisfitRequest::getRequestId)
                        .distinct()
                        .count());
    }

    @Test
    void catalogAway_itIsReportedLater_productGone_itIsForgotten() {
        int before = services.disputes().refused();
        services.disputes().refuse(Status.UNAVAILABLE);
        services.segmentation().purchase("away-1", "c-away", SECOND, "camera-a", "battery-a");
        refund("r-away-1", "away-1", "c-away", Refund.Reason.REASON_DOES_NOT_FIT, "battery-a");
        await().atMost(LONGEST_WAIT).until(() -> services.disputes().refused() >= before + 2);
        services.disputes().refuse(Status.OK);
        awaitPairs("away-1", "camera-a battery-a");
        awaitDone();

        services.disputes().refuse(Status.NOT_FOUND);
        services.segmentation().purchase("gone-1", "c-gone", SECOND, "camera-a", "battery-a");
        refund("r-gone-1", "gone-1", "c-gone", Refund.Reason.REASON_DOES_NOT_FIT, "battery-a");
        awaitDone();
        assertEquals(List.of(), services.disputes().pairs("gone-1"));
    }

    @Test
    void returnOfWhatTheCatalogDoesNotHave_isCounted() {
        double before = metrics.counter("zugabe.misfits.unknown").count();
        services.segmentation().purchase("unknown-1", "c-unknown", SECOND, "camera-a", "nobody-sells-this");
        refund("r-unknown", "unknown-1", "c-unknown", Refund.Reason.REASON_DOES_NOT_FIT, "nobody-sells-this");
        await().atMost(LONGEST_WAIT)
                .until(() -> metrics.counter("zugabe.misfits.unknown").count() == before + 1);
        awaitDone();
        assertEquals(List.of(), services.disputes().pairs("unknown-1"));
    }

    @Test
    @Proves({"O1", "O9"})
    void blockedPair_isNotOffered_untilItIsLifted() {
        block("battery-a", "camera-a", true);
        await().atMost(LONGEST_WAIT).until(() -> !offered("camera-a").contains("battery-a"));
        assertTrue(offered("camera-a").contains("battery-a-third"));
        services.segmentation().purchase("block-1", "c-block", SECOND, "camera-a", "battery-a");
        refund("r-block-1", "block-1", "c-block", Refund.Reason.REASON_DOES_NOT_FIT, "battery-a");
        awaitPairs("block-1", "camera-a battery-a");

        block("battery-a", "camera-a", false);
        await().atMost(LONGEST_WAIT).until(() -> offered("camera-a").contains("battery-a"));
    }

    private void refund(String id, String order, String customer, Refund.Reason reason, String... products) {
        services.segmentation().refund(id, order, customer, SECOND + 100, reason, products);
    }

    private void awaitPairs(String order, String... pairs) {
        await().atMost(LONGEST_WAIT)
                .untilAsserted(
                        () -> assertEquals(List.of(pairs), services.disputes().pairs(order)));
    }

    /** Nothing waits any more, and the log is read to its end. */
    private void awaitDone() {
        await().atMost(LONGEST_WAIT)
                .until(() -> number("select position from log_position")
                                == services.segmentation().end()
                        && number("select count(*) from misfit_return") == 0);
    }

    private long number(String query) {
        return database.query(query)
                .execute()
                .await()
                .atMost(LONGEST_WAIT)
                .iterator()
                .next()
                .getLong(0);
    }

    private void block(String one, String other, boolean blocked) {
        services.catalog()
                .push(WatchCatalogResponse.newBuilder()
                        .setBlockedPair(BlockedPair.newBuilder()
                                .setOneProductId(one)
                                .setOtherProductId(other)
                                .setBlocked(blocked)));
    }

    private static List<String> offered(String anchor) {
        int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
        ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        try {
            return RecommendationServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(10, TimeUnit.SECONDS)
                    .recommend(RecommendRequest.newBuilder()
                            .setVisitorId("misfits")
                            .setPlacement(Placement.PLACEMENT_PRODUCT_PAGE)
                            .addAnchorProductIds(anchor)
                            .build())
                    .getOffersList()
                    .stream()
                    .map(Offer::getProductId)
                    .toList();
        } finally {
            channel.shutdownNow();
        }
    }
}
