package io.zugabe.recommendation.replica.adapter;

import com.google.protobuf.util.Durations;
import io.zugabe.catalog.v1.AttributeMatch;
import io.zugabe.catalog.v1.CatalogProduct;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.FitCell;
import io.zugabe.recommendation.replica.domain.FitGroup;
import io.zugabe.recommendation.replica.domain.FitLimit;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import io.zugabe.recommendation.replica.domain.Selector;
import io.zugabe.recommendation.replica.domain.TypePath;
import io.zugabe.recommendation.replica.domain.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The catalog's messages as the replica knows them. */
final class CatalogMapping {

    private static final double DEFAULT_STRENGTH = 0.5;
    private static final Duration DEFAULT_DELAY = Duration.ofDays(7);

    private final ProductIds ids;
    private final ShopPrices prices;

    /** A shop has few types, so each path is kept once. */
    private final Map<List<String>, TypePath> types = new HashMap<>();

    CatalogMapping(ProductIds ids, ShopPrices prices) {
        this.ids = ids;
        this.prices = prices;
    }

    Product product(CatalogProduct message) {
        io.zugabe.catalog.v1.Product product = message.getProduct();
        return new Product(
                ids.numberOf(product.getProductId()),
                product.getProductId(),
                product.getGtin(),
                type(message),
                product.getBrand(),
                product.getModel(),
                text(product.getName()),
                AttributeTexts.of(product.getAttributesMap()),
                prices.price(product),
                prices.cost(product),
                product.hasStock() ? product.getStock() : Product.ALWAYS,
                product.getRating().getAverage(),
                product.getRating().getCount(),
                List.copyOf(product.getCategoryPathList()),
                product.getVariantGroup(),
                message.getConsumable(),
                message.getFitGroupId());
    }

    Relation relation(io.zugabe.catalog.v1.Relation message) {
        boolean after = message.getTiming() == io.zugabe.catalog.v1.Relation.Timing.TIMING_AFTER;
        Duration delay = message.hasDelay() ? Duration.ofNanos(Durations.toNanos(message.getDelay())) : DEFAULT_DELAY;
        return new Relation(
                message.getRelationId(),
                selector(message.getAnchor()),
                selector(message.getComplement()),
                message.getNeed(),
                after ? Relation.Timing.AFTER : Relation.Timing.BEFORE,
                after ? delay : Duration.ZERO,
                message.getStrength() == 0 ? DEFAULT_STRENGTH : message.getStrength(),
                message.getOrigin() == io.zugabe.catalog.v1.Relation.Origin.ORIGIN_SUPPLIER
                        ? Relation.Origin.SUPPLIER
                        : Relation.Origin.MERCHANDISER,
                text(message.getReason()),
                TermsMapping.terms(message),
                bundle(message));
    }

    private Optional<Relation.Bundle> bundle(io.zugabe.catalog.v1.Relation message) {
        return message.hasBundle()
                ? prices.amount(message.getBundle().getPackagePrice())
                        .map(price -> new Relation.Bundle(message.getBundle().getFurtherProductIdsList(), price))
                : Optional.empty();
    }

    static Evidence evidence(io.zugabe.common.v1.Evidence message) {
        return new Evidence(
                switch (message.getSource()) {
                    case SOURCE_MAKER_LIST -> Evidence.Source.MAKER_LIST;
                    case SOURCE_COUNT -> Evidence.Source.COUNT;
                    case SOURCE_CURATED -> Evidence.Source.CURATED;
                    case SOURCE_DISPUTE -> Evidence.Source.DISPUTE;
                    case SOURCE_RULE, SOURCE_UNSPECIFIED, UNRECOGNIZED -> Evidence.Source.RULE;
                },
                message.getId(),
                message.getAttributesMap(),
                text(message.getSentence()),
                message.getNumbersMap());
    }

    static FitGroup group(io.zugabe.catalog.v1.FitGroup message) {
        return new FitGroup(message.getFitGroupId(), message.getType(), message.getAttributesMap());
    }

    /** The cell; empty if the pair does not fit (any more). */
    static Optional<FitCell> cell(io.zugabe.catalog.v1.FitCell message) {
        return switch (message.getVerdict()) {
            case VERDICT_FITS -> Optional.of(cell(message, Verdict.FITS));
            case VERDICT_FITS_WITH_LIMITS -> Optional.of(cell(message, Verdict.FITS_WITH_LIMITS));
            case VERDICT_DOES_NOT_FIT, VERDICT_UNKNOWN, VERDICT_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private static FitCell cell(io.zugabe.catalog.v1.FitCell message, Verdict verdict) {
        List<FitLimit> limits =
                message.getLimitsList().stream().map(CatalogMapping::limit).toList();
        return new FitCell(verdict, message.getRuleNumbersList(), limits);
    }

    private static FitLimit limit(io.zugabe.common.v1.FitLimit message) {
        return new FitLimit(
                message.getAttribute(),
                message.getGot(),
                message.getNeeded(),
                text(message.getSentence()),
                message.hasGotQuantity() ? quantity(message.getGotQuantity()) : null,
                message.hasNeededQuantity() ? quantity(message.getNeededQuantity()) : null);
    }

    private static FitLimit.Quantity quantity(io.zugabe.common.v1.Quantity message) {
        return new FitLimit.Quantity(message.getValue(), message.getUnit());
    }

    private TypePath type(CatalogProduct message) {
        List<String> path = message.getTypePathCount() == 0
                ? List.of(message.getProduct().getType())
                : List.copyOf(message.getTypePathList());
        return types.computeIfAbsent(path, TypePath::new);
    }

    private static Selector selector(ProductSelector message) {
        return switch (message.getByCase()) {
            case GTIN -> new Selector.ByGtin(message.getGtin());
            case TYPE -> new Selector.ByType(message.getType());
            case CATEGORY ->
                new Selector.ByCategory(List.of(message.getCategory().split(" > ", -1)));
            case ATTRIBUTE -> attribute(message.getAttribute());
            case PRODUCT_ID, BY_NOT_SET -> new Selector.ById(message.getProductId());
        };
    }

    private static Selector attribute(AttributeMatch message) {
        SortedMap<String, String> wanted = new TreeMap<>(message.getAlsoMap());
        wanted.put(message.getAttribute(), message.getValue());
        return new Selector.ByAttribute(message.getType(), wanted);
    }

    private static LocalizedText text(io.zugabe.common.v1.LocalizedText message) {
        return message.getTextsCount() == 0 ? LocalizedText.NONE : new LocalizedText(message.getTextsMap());
    }
}
