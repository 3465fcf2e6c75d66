package io.zugabe.recommendation.fakes;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.zugabe.catalog.v1.DisputeServiceGrpc;
import io.zugabe.catalog.v1.ReportMisfitRequest;
import io.zugabe.catalog.v1.ReportMisfitResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Disputes that only remember what was reported. */
public final class FakeDisputes extends DisputeServiceGrpc.DisputeServiceImplBase {

    private final List<ReportMisfitRequest> reports = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Status refusal = Status.OK;

    @Override
    public void reportMisfit(ReportMisfitRequest request, StreamObserver<ReportMisfitResponse> responses) {
        if (refusal.isOk()) {
            reports.add(request);
            responses.onNext(ReportMisfitResponse.getDefaultInstance());
            responses.onCompleted();
        } else {
            refused.incrementAndGet();
            responses.onError(refusal.asRuntimeException());
        }
    }

    /** From now on reports are refused so; OK takes them. */
    public void refuse(Status status) {
        refusal = status;
    }

    /** Number of reports that were refused. */
    public int refused() {
        return refused.get();
    }

    /** The reports from one order, as "anchor candidate", as often as they came. */
    public List<String> pairs(String order) {
        return of(order).stream()
                .map(each -> each.getAnchorProductId() + " " + each.getCandidateProductId())
                .toList();
    }

    /** The reports from one order. */
    public List<ReportMisfitRequest> of(String order) {
        return reports.stream()
                .filter(each -> each.getReporterId().equals(order))
                .toList();
    }
}
