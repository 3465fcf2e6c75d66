package io.zugabe.recommendation.insight.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.recommendation.insight.AcceptanceModels;
import io.zugabe.recommendation.insight.CellArchive;
import io.zugabe.recommendation.insight.ReinstateOffer;
import io.zugabe.recommendation.insight.RetirementArchive;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.v1.InsightService;
import io.zugabe.recommendation.v1.ListOfferStatisticsRequest;
import io.zugabe.recommendation.v1.ListOfferStatisticsResponse;
import io.zugabe.recommendation.v1.ListRetiredOffersRequest;
import io.zugabe.recommendation.v1.ListRetiredOffersResponse;
import io.zugabe.recommendation.v1.ReinstateOfferRequest;
import io.zugabe.recommendation.v1.ReinstateOfferResponse;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** {@code zugabe.recommendation.v1.InsightService}. */
@GrpcService
public class InsightEndpoint implements InsightService {

    private static final Pattern PLACEMENT = Pattern.compile("[A-Z0-9_]{1,60}");
    private static final String PLACEMENT_FORM = "must be a placement such as \"CART\"";
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_]{0,60}");
    private static final int LONGEST_PRODUCT = 100;

    private final CellArchive cells;
    private final RetirementArchive retirements;
    private final ReinstateOffer reinstate;
    private final AcceptanceModels models;
    private final InsightWriter writer;

    public InsightEndpoint(
            CellArchive cells,
            RetirementArchive retirements,
            ReinstateOffer reinstate,
            AcceptanceModels models,
            ProductIds ids) {
        this.cells = cells;
        this.retirements = retirements;
        this.reinstate = reinstate;
        this.models = models;
        this.writer = new InsightWriter(ids);
    }

    @Override
    public Uni<ListOfferStatisticsResponse> listOfferStatistics(ListOfferStatisticsRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkLength("product_id", request.getProductId(), 0, LONGEST_PRODUCT);
        if (!request.getPlacement().isEmpty()) {
            violations.checkPattern("placement", request.getPlacement(), PLACEMENT, PLACEMENT_FORM);
        }
        PageTokens tokens = new PageTokens(List.of("offer-statistics", request.getProductId(), request.getPlacement()));
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return cells.page(page, request.getProductId(), request.getPlacement()).map(found -> {
            ListOfferStatisticsResponse.Builder response = ListOfferStatisticsResponse.newBuilder()
                    .setPosition(models.current().position());
            first(found, page).forEach(row -> response.addStatistics(writer.statistics(row, models.current())));
            return response.setNextPageToken(tokens.write(next(found, page, CellArchive.Row::key)))
                    .build();
        });
    }

    @Override
    public Uni<ListRetiredOffersResponse> listRetiredOffers(ListRetiredOffersRequest request) {
        Violations violations = Violations.ofRequest();
        PageTokens tokens = new PageTokens(List.of("retired-offers", String.valueOf(request.getIncludeReinstated())));
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return retirements.page(page, request.getIncludeReinstated()).map(found -> {
            ListRetiredOffersResponse.Builder response = ListRetiredOffersResponse.newBuilder();
            first(found, page).forEach(offer -> response.addOffers(InsightWriter.retired(offer)));
            return response.setNextPageToken(tokens.write(next(found, page, RetirementArchive.Retired::key)))
                    .build();
        });
    }

    @Override
    public Uni<ReinstateOfferResponse> reinstateOffer(ReinstateOfferRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkLength("product_id", request.getProductId(), 1, LONGEST_PRODUCT);
        violations.checkPattern("placement", request.getPlacement(), PLACEMENT, PLACEMENT_FORM);
        violations.checkPattern("anchor_type", request.getAnchorType(), TYPE, "must be at most 60 of [a-z0-9_]");
        violations.throwIfAny();
        return reinstate
                .reinstate(request.getProductId(), request.getPlacement(), request.getAnchorType(), Actor.current())
                .map(offer -> ReinstateOfferResponse.newBuilder()
                        .setOffer(InsightWriter.retired(offer))
                        .build());
    }

    private static <T> List<T> first(List<T> found, PageRequest page) {
        return found.subList(0, Math.min(found.size(), page.size()));
    }

    private static <T> String next(List<T> found, PageRequest page, Function<T, String> key) {
        return found.size() > page.size() ? key.apply(found.get(page.size() - 1)) : "";
    }
}
