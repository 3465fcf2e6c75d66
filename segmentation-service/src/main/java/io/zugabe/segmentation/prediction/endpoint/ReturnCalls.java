package io.zugabe.segmentation.prediction.endpoint;

import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.log.endpoint.FieldRules;
import io.zugabe.segmentation.log.endpoint.MoneyRules;
import io.zugabe.segmentation.prediction.adapter.PredictionMessages;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.returns.ReturnRisks;
import io.zugabe.segmentation.returns.TrainReturns;
import io.zugabe.segmentation.returns.domain.CustomerTendency;
import io.zugabe.segmentation.returns.domain.ProductReturns;
import io.zugabe.segmentation.returns.domain.ReturnCatalog;
import io.zugabe.segmentation.returns.domain.ReturnHistory;
import io.zugabe.segmentation.returns.domain.ReturnModel;
import io.zugabe.segmentation.v1.ListProductReturnRatesRequest;
import io.zugabe.segmentation.v1.ListProductReturnRatesResponse;
import io.zugabe.segmentation.v1.PredictReturnRiskRequest;
import io.zugabe.segmentation.v1.PredictReturnRiskResponse;
import io.zugabe.segmentation.v1.ReturnRisk;
import io.zugabe.segmentation.v1.ReturnRiskLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The calls about returns. */
@ApplicationScoped
class ReturnCalls {

    private static final int MOST_LINES = 500;
    private static final long MOST_UNITS = 1_000_000;
    private static final int LONGEST_CATEGORY = 200;

    private final ReturnRisks risks;
    private final PredictionMessages messages;
    private final MoneyRules money;

    ReturnCalls(
            ReturnRisks risks,
            PredictionMessages messages,
            @ConfigProperty(name = "zugabe.shop.currency") String currency) {
        this.risks = risks;
        this.messages = messages;
        this.money = new MoneyRules(currency);
    }

    void check(PredictReturnRiskRequest request) {
        Violations violations = Violations.ofRequest();
        if (!request.getCustomerId().isEmpty()) {
            FieldRules.checkCustomer(violations, "customer_id", request.getCustomerId());
        }
        if (violations.checkSize("lines", request.getLinesList(), 1, MOST_LINES)) {
            for (int i = 0; i < request.getLinesCount(); i++) {
                ReturnRiskLine line = request.getLines(i);
                String field = "lines[" + i + "]";
                FieldRules.checkName(violations, field + ".product_id", line.getProductId());
                FieldRules.checkLabel(violations, field + ".category", line.getCategory(), 0, LONGEST_CATEGORY);
                violations.checkRange(field + ".quantity", line.getQuantity(), 0, MOST_UNITS);
                if (line.hasPrice()) {
                    money.check(violations, field + ".price", line.getPrice());
                }
            }
        }
        violations.throwIfAny();
    }

    PredictReturnRiskResponse predict(PredictReturnRiskRequest request, Optional<Profile> profile) {
        ReturnCatalog catalog = catalog();
        CustomerTendency customer =
                catalog.tendency(profile.map(ReturnHistory::of).orElse(new ReturnHistory(List.of())));
        PredictReturnRiskResponse.Builder response = PredictReturnRiskResponse.newBuilder()
                .setCustomer(messages.message(customer))
                .setModelVersion(catalog.version());
        request.getLinesList().forEach(line -> response.addRisks(risk(line, catalog.model(), customer.logit())));
        return response.build();
    }

    ListProductReturnRatesResponse list(ListProductReturnRatesRequest request) {
        Violations violations = Violations.ofRequest();
        PageTokens tokens = new PageTokens(List.of("product return rates"));
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        ReturnCatalog catalog = catalog();
        NavigableMap<String, Entry<String, ProductReturns>> tail = entries(catalog, page);
        Page<Entry<String, ProductReturns>> found =
                Page.after(tail, _ -> true, page, catalog.products().size());
        ListProductReturnRatesResponse.Builder response = ListProductReturnRatesResponse.newBuilder()
                .setNextPageToken(tokens.write(found.next()))
                .setTotalSize(found.total())
                .setModelVersion(catalog.version());
        found.entries()
                .forEach(entry ->
                        response.addRates(messages.message(entry.getKey(), entry.getValue(), catalog.model())));
        return response.build();
    }

    /** As many products as the page needs to know whether there are more. */
    private static NavigableMap<String, Entry<String, ProductReturns>> entries(
            ReturnCatalog catalog, PageRequest page) {
        NavigableMap<String, Entry<String, ProductReturns>> entries = new TreeMap<>();
        catalog.products().tailMap(page.after(), false).entrySet().stream()
                .limit(page.size() + 1L)
                .forEach(entry -> entries.put(entry.getKey(), entry));
        return entries;
    }

    private ReturnCatalog catalog() {
        return risks.catalog().orElseThrow(() -> notInForce(TrainReturns.KIND));
    }

    private static ReturnRisk risk(ReturnRiskLine line, ReturnModel model, double customer) {
        double product = model.productLogit(line.getProductId(), line.getCategory());
        double ofLine = model.lineLogit(line.getQuantity(), PredictionMessages.amount(line.getPrice()));
        return ReturnRisk.newBuilder()
                .setProductId(line.getProductId())
                .setProbability(ReturnModel.probability(customer + product + ofLine))
                .setProductLogit(product)
                .setLineLogit(ofLine)
                .setProductKnown(model.products().containsKey(line.getProductId()))
                .build();
    }

    static ZugabeException notInForce(String kind) {
        return ZugabeException.of(
                SegmentationReason.MODEL_NOT_IN_FORCE,
                "no model of kind \"" + kind + "\" is in force: train one with ModelService, or see in its card why it"
                        + " was not published",
                Map.of("kind", kind));
    }
}
