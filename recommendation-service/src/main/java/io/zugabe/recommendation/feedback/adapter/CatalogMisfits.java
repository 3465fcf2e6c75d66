package io.zugabe.recommendation.feedback.adapter;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.v1.MisfitReport.Reporter;
import io.zugabe.catalog.v1.MutinyDisputeServiceGrpc;
import io.zugabe.catalog.v1.MutinyDisputeServiceGrpc.MutinyDisputeServiceStub;
import io.zugabe.catalog.v1.ReportMisfitRequest;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.decision.RecommendationReason;
import io.zugabe.recommendation.feedback.MisfitDisputes;
import io.zugabe.recommendation.feedback.domain.TrackedOffer;
import io.zugabe.recommendation.upstream.Upstream;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The catalog's disputes over gRPC. The decision's id stands for the customer, who is not named. */
@Singleton
public class CatalogMisfits implements MisfitDisputes {

    private static final long DEADLINE_SECONDS = 10;
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Set<Status.Code> FOR_GOOD = Set.of(Status.Code.NOT_FOUND, Status.Code.INVALID_ARGUMENT);

    private final MutinyDisputeServiceStub disputes;

    public CatalogMisfits(Upstream upstream) {
        this.disputes = MutinyDisputeServiceGrpc.newMutinyStub(upstream.catalog());
    }

    @Override
    public Uni<String> report(TrackedOffer offer, String report) {
        ReportMisfitRequest request = ReportMisfitRequest.newBuilder()
                .setRequestId(report)
                .setAnchorProductId(offer.origin().anchor())
                .setCandidateProductId(offer.product())
                .setReporter(Reporter.REPORTER_CUSTOMER)
                .setReporterId(offer.decision().toString())
                .build();
        return disputes.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .reportMisfit(request)
                .map(response -> response.getDispute().getDisputeId())
                .onFailure(CatalogMisfits::isForGood)
                .recoverWithItem("")
                .onFailure(StatusRuntimeException.class)
                .transform(failure -> ZugabeException.retryable(
                        RecommendationReason.DISPUTE_UNAVAILABLE,
                        "it is in the event log, but the catalog cannot block the pair now; send it again",
                        RETRY));
    }

    private static boolean isForGood(Throwable failure) {
        return failure instanceof StatusRuntimeException status
                && FOR_GOOD.contains(status.getStatus().getCode());
    }
}
