package io.zugabe.catalog.dispute.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.dispute.FindDispute;
import io.zugabe.catalog.dispute.ListDisputes;
import io.zugabe.catalog.dispute.ReportMisfit;
import io.zugabe.catalog.dispute.ResolveDispute;
import io.zugabe.catalog.dispute.adapter.DisputeMessages;
import io.zugabe.catalog.dispute.domain.Decision;
import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.dispute.domain.ProductPair;
import io.zugabe.catalog.live.domain.Placed;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.v1.DisputeService;
import io.zugabe.catalog.v1.GetDisputeRequest;
import io.zugabe.catalog.v1.GetDisputeResponse;
import io.zugabe.catalog.v1.ListDisputesRequest;
import io.zugabe.catalog.v1.ListDisputesResponse;
import io.zugabe.catalog.v1.ReportMisfitRequest;
import io.zugabe.catalog.v1.ReportMisfitResponse;
import io.zugabe.catalog.v1.ResolveDisputeRequest;
import io.zugabe.catalog.v1.ResolveDisputeResponse;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code zugabe.catalog.v1.DisputeService}. */
@GrpcService
public final class DisputeEndpoint implements DisputeService {

    private final ReportMisfit reportMisfit;
    private final FindDispute findDispute;
    private final ListDisputes listDisputes;
    private final ResolveDispute resolveDispute;
    private final Clock clock;

    DisputeEndpoint(
            ReportMisfit reportMisfit,
            FindDispute findDispute,
            ListDisputes listDisputes,
            ResolveDispute resolveDispute,
            Clock clock) {
        this.reportMisfit = reportMisfit;
        this.findDispute = findDispute;
        this.listDisputes = listDisputes;
        this.resolveDispute = resolveDispute;
        this.clock = clock;
    }

    @Override
    public Uni<ReportMisfitResponse> reportMisfit(ReportMisfitRequest request) {
        DisputeReader.check(request);
        ProductPair pair = ProductPair.of(request.getAnchorProductId(), request.getCandidateProductId());
        return reportMisfit
                .report(pair, DisputeReader.toReport(request, clock.instant()))
                .map(dispute -> ReportMisfitResponse.newBuilder()
                        .setDispute(DisputeMessages.toMessage(dispute))
                        .build());
    }

    @Override
    public Uni<GetDisputeResponse> getDispute(GetDisputeRequest request) {
        Violations violations = Violations.ofRequest();
        Fields.checkId(violations, "dispute_id", request.getDisputeId());
        violations.throwIfAny();
        return Uni.createFrom()
                .item(GetDisputeResponse.newBuilder()
                        .setDispute(DisputeMessages.toMessage(findDispute.find(request.getDisputeId())))
                        .build());
    }

    @Override
    public Uni<ListDisputesResponse> listDisputes(ListDisputesRequest request) {
        Violations violations = Violations.ofRequest();
        Set<Dispute.State> states = DisputeReader.states(request, violations);
        if (!request.getProductId().isEmpty()) {
            Fields.checkId(violations, "product_id", request.getProductId());
        }
        List<String> filter = new ArrayList<>(List.of("disputes", request.getProductId()));
        states.forEach(state -> filter.add(state.name()));
        PageTokens tokens = new PageTokens(filter);
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return listDisputes.list(states, request.getProductId(), page).map(found -> toResponse(found, tokens));
    }

    private static ListDisputesResponse toResponse(Page<Placed<Dispute>> found, PageTokens tokens) {
        ListDisputesResponse.Builder response = ListDisputesResponse.newBuilder()
                .setNextPageToken(tokens.write(found.next()))
                .setTotalSize(found.total());
        found.entries().forEach(dispute -> response.addDisputes(DisputeMessages.toMessage(dispute)));
        return response.build();
    }

    @Override
    public Uni<ResolveDisputeResponse> resolveDispute(ResolveDisputeRequest request) {
        Dispute.State settled = DisputeReader.settled(request);
        Decision decision = new Decision(Actor.current(), request.getReason(), clock.instant());
        return resolveDispute
                .resolve(request.getDisputeId(), request.getEtag(), settled, decision)
                .map(dispute -> ResolveDisputeResponse.newBuilder()
                        .setDispute(DisputeMessages.toMessage(dispute))
                        .build());
    }
}
