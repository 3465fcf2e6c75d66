package io.zugabe.catalog.fit.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.fit.CheckFit;
import io.zugabe.catalog.fit.CheckSet;
import io.zugabe.catalog.fit.FittingEntry;
import io.zugabe.catalog.fit.ListFitting;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import io.zugabe.catalog.v1.CheckFitRequest;
import io.zugabe.catalog.v1.CheckFitResponse;
import io.zugabe.catalog.v1.CheckSetRequest;
import io.zugabe.catalog.v1.CheckSetResponse;
import io.zugabe.catalog.v1.FitService;
import io.zugabe.catalog.v1.FittingProduct;
import io.zugabe.catalog.v1.ListFittingRequest;
import io.zugabe.catalog.v1.ListFittingResponse;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code zugabe.catalog.v1.FitService}. */
@GrpcService
public final class FitEndpoint implements FitService {

    private static final int MOST_ANCHORS = 50;
    private static final int MOST_CANDIDATES = 500;
    private static final int MOST_PAIRS = 5_000;
    private static final int MOST_VERDICTS = 4;

    private final CheckFit checkFit;
    private final CheckSet checkSet;
    private final ListFitting listFitting;

    FitEndpoint(CheckFit checkFit, CheckSet checkSet, ListFitting listFitting) {
        this.checkFit = checkFit;
        this.checkSet = checkSet;
        this.listFitting = listFitting;
    }

    @Override
    public Uni<CheckFitResponse> checkFit(CheckFitRequest request) {
        List<String> anchors = request.getAnchorProductIdsList();
        List<String> candidates = request.getCandidateProductIdsList();
        Violations violations = Violations.ofRequest();
        Fields.checkIds(violations, "anchor_product_ids", anchors, MOST_ANCHORS);
        Fields.checkIds(violations, "candidate_product_ids", candidates, MOST_CANDIDATES);
        int pairs = anchors.size() * candidates.size();
        violations.check(
                !violations.isEmpty() || pairs <= MOST_PAIRS,
                "candidate_product_ids",
                pairs,
                "pairs with the anchors; must be at most 5,000");
        violations.throwIfAny();
        CheckFitResponse.Builder response = CheckFitResponse.newBuilder();
        AnsweredMessages answers = new AnsweredMessages();
        checkFit.check(anchors, candidates, request.getWithEvidence())
                .forEach(answer -> response.addResults(
                        request.getWithEvidence() ? answers.toMessage(answer) : FitMessages.toMessage(answer, false)));
        return Uni.createFrom().item(response.build());
    }

    @Override
    public Uni<CheckSetResponse> checkSet(CheckSetRequest request) {
        SetMessages.check(request.getProductIdsList());
        return Uni.createFrom()
                .item(SetMessages.toMessage(checkSet.check(request.getProductIdsList()), request.getWithEvidence()));
    }

    @Override
    public Uni<ListFittingResponse> listFitting(ListFittingRequest request) {
        Violations violations = Violations.ofRequest();
        Fields.checkId(violations, "anchor_product_id", request.getAnchorProductId());
        if (!request.getType().isEmpty()) {
            Fields.checkKey(violations, "type", request.getType());
        }
        Set<Verdict> verdicts = verdicts(request, violations);
        List<String> filter = new ArrayList<>(List.of("fitting", request.getAnchorProductId(), request.getType()));
        verdicts.forEach(verdict -> filter.add(verdict.name()));
        PageTokens tokens = new PageTokens(filter);
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return listFitting
                .list(request.getAnchorProductId(), request.getType(), verdicts, page)
                .map(found -> toMessage(found, tokens));
    }

    private static Set<Verdict> verdicts(ListFittingRequest request, Violations violations) {
        violations.checkSize("verdicts", request.getVerdictsList(), 0, MOST_VERDICTS);
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (int i = 0; i < request.getVerdictsCount(); i++) {
            String field = "verdicts[" + i + "]";
            switch (request.getVerdicts(i)) {
                case VERDICT_UNSPECIFIED, UNRECOGNIZED ->
                    violations.add(field, "\"" + request.getVerdictsValue(i) + "\" is no verdict");
                case VERDICT_FITS, VERDICT_FITS_WITH_LIMITS, VERDICT_DOES_NOT_FIT, VERDICT_UNKNOWN ->
                    verdicts.add(StatementMessages.toVerdict(request.getVerdicts(i)));
            }
        }
        return request.getVerdictsCount() == 0 ? EnumSet.of(Verdict.FITS, Verdict.FITS_WITH_LIMITS) : verdicts;
    }

    private static ListFittingResponse toMessage(Page<FittingEntry> page, PageTokens tokens) {
        ListFittingResponse.Builder response = ListFittingResponse.newBuilder()
                .setNextPageToken(tokens.write(page.next()))
                .setTotalSize(page.total());
        AnsweredMessages answers = new AnsweredMessages();
        for (FittingEntry fitting : page.entries()) {
            response.addProducts(FittingProduct.newBuilder()
                    .setProduct(ProductMessages.toMessage(fitting.entry()))
                    .setFit(answers.toMessage(fitting.answer())));
        }
        return response.build();
    }
}
