package io.zugabe.recommendation.misfits.adapter;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.v1.MisfitReport.Reporter;
import io.zugabe.catalog.v1.MutinyDisputeServiceGrpc;
import io.zugabe.catalog.v1.MutinyDisputeServiceGrpc.MutinyDisputeServiceStub;
import io.zugabe.catalog.v1.ReportMisfitRequest;
import io.zugabe.recommendation.misfits.DisputeOpener;
import io.zugabe.recommendation.misfits.domain.DueReturn;
import io.zugabe.recommendation.upstream.Upstream;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The catalog's disputes over gRPC. The customer's words are left in the log, where they can be erased. */
@Singleton
public class CatalogDisputes implements DisputeOpener {

    private static final long DEADLINE_SECONDS = 15;
    private static final Set<Status.Code> FOR_GOOD = Set.of(Status.Code.NOT_FOUND, Status.Code.INVALID_ARGUMENT);

    private final MutinyDisputeServiceStub disputes;

    public CatalogDisputes(Upstream upstream) {
        this.disputes = MutinyDisputeServiceGrpc.newMutinyStub(upstream.catalog());
    }

    @Override
    public Uni<Boolean> report(DueReturn returned, String anchor) {
        ReportMisfitRequest request = ReportMisfitRequest.newBuilder()
                .setRequestId(requestId(returned))
                .setAnchorProductId(anchor)
                .setCandidateProductId(returned.product())
                .setReporter(Reporter.REPORTER_RETURN)
                .setReporterId(returned.order())
                .build();
        return disputes.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .reportMisfit(request)
                .replaceWith(true)
                .onFailure(CatalogDisputes::isForGood)
                .recoverWithItem(false);
    }

    /** The same for the same event, so that the log can be read again; the catalog tells pairs apart itself. */
    private static String requestId(DueReturn returned) {
        return UUID.nameUUIDFromBytes(("misfit " + returned.event()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static boolean isForGood(Throwable failure) {
        return failure instanceof StatusRuntimeException status
                && FOR_GOOD.contains(status.getStatus().getCode());
    }
}
