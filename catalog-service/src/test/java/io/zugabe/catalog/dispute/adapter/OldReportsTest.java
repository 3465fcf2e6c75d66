package io.zugabe.catalog.dispute.adapter;

import static io.zugabe.catalog.product.endpoint.Samples.product;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.catalog.product.endpoint.CatalogStory;
import io.zugabe.catalog.v1.Dispute;
import io.zugabe.catalog.v1.MisfitReport.Reporter;
import io.zugabe.catalog.v1.ReportMisfitRequest;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests are remembered for a while, so that what is sent again is not counted again. */
@QuarkusTest
@WithTestResource(value = EmbeddedServersResource.class, initArgs = @ResourceArg(name = "database", value = "catalog"))
@Proves("O9")
class OldReportsTest extends CatalogStory {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    OldReports oldReports;

    @Inject
    Pool pool;

    @Test
    void requests_areForgottenWhenTheyAreOld_butNotWhileTheDisputeShowsThem() {
        client.store(List.of(
                product("old-tent", "tent").build(),
                product("old-bag", "sleeping_bag").build()));
        String dispute = report("old-1").getDisputeId();
        report("old-2");
        age(dispute, "old-1", Duration.ofDays(31));
        age(dispute, "old-2", Duration.ofDays(29));
        oldReports.forget().await().atMost(PATIENCE);
        assertEquals(List.of("old-2"), requests(dispute));
        assertEquals(2, report("old-1").getReportCount());
        assertEquals(2, report("old-2").getReportCount());
        assertEquals(3, report("old-3").getReportCount());
    }

    private Dispute report(String requestId) {
        return client.disputes()
                .reportMisfit(ReportMisfitRequest.newBuilder()
                        .setRequestId(requestId)
                        .setAnchorProductId("old-tent")
                        .setCandidateProductId("old-bag")
                        .setReporter(Reporter.REPORTER_RETURN)
                        .build())
                .getDispute();
    }

    private void age(String dispute, String request, Duration age) {
        pool.preparedQuery("update dispute_request set create_time = now() - make_interval(secs => $3)"
                        + " where dispute_id = $1 and request_id = $2")
                .execute(Tuple.of(dispute, request, (double) age.toSeconds()))
                .await()
                .atMost(PATIENCE);
    }

    private List<String> requests(String dispute) {
        return pool
                .preparedQuery("select request_id from dispute_request where dispute_id = $1 order by request_id")
                .execute(Tuple.of(dispute))
                .await()
                .atMost(PATIENCE)
                .stream()
                .map(row -> row.getString("request_id"))
                .toList();
    }
}
