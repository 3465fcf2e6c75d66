package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.catalog.v1.AttributeMatch;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.OfferPatch;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Rating;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.common.v1.FitLimit;
import io.zugabe.common.v1.Verdict;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Products, relations and maker statements in the import format (see quickstart/README.md). */
final class CatalogRecords {

    private static final List<String> OF_SELECTORS =
            List.of("product", "gtin", "type", "category", "attribute", "value", "also");

    private CatalogRecords() {}

    static Product product(JsonNode record) {
        Product.Builder product = Product.newBuilder()
                .setProductId(Fields.required(record, "id"))
                .setGtin(Fields.text(record, "gtin"))
                .setType(Fields.required(record, "type"))
                .setBrand(Fields.text(record, "brand"))
                .setModel(Fields.text(record, "model"))
                .setName(Fields.localized(record, "name"))
                .addAllCategoryPath(Fields.texts(record, "category", " > "))
                .setVariantGroup(Fields.text(record, "variant_group"))
                .addAllImageUrls(Fields.texts(record, "images", " "));
        if (record.hasNonNull("description")) {
            product.setDescription(Fields.localized(record, "description"));
        }
        Fields.required(record, "price");
        Fields.amount(record, "price").ifPresent(product::setPrice);
        Fields.amount(record, "cost").ifPresent(product::setCost);
        if (!Fields.text(record, "stock").isEmpty()) {
            product.setStock(Fields.whole(record, "stock", 0));
        }
        if (record.has("rating")) {
            product.setRating(Rating.newBuilder()
                    .setAverage(Fields.number(record.path("rating"), "average", 0))
                    .setCount(Fields.whole(record.path("rating"), "count", 0)));
        }
        Fields.truth(record, "consumable").ifPresent(product::setConsumable);
        if (!Fields.text(record, "units_sold_30d").isEmpty()) {
            product.setUnitsSold30D(Fields.whole(record, "units_sold_30d", 0));
        }
        record.path("attributes")
                .properties()
                .forEach(entry -> product.putAttributes(
                        entry.getKey(), Fields.attribute("attributes." + entry.getKey(), entry.getValue())));
        if (product.getName().getTextsCount() == 0) {
            throw new RejectedRecord("name", "is required");
        }
        return product.build();
    }

    static Relation relation(JsonNode record) {
        Relation.Builder relation = Relation.newBuilder()
                .setRelationId(Fields.required(record, "id"))
                .setAnchor(selector(record.path("anchor"), "anchor"))
                .setComplement(selector(record.path("complement"), "complement"))
                .setNeed(Fields.text(record, "need"))
                .setStrength(Fields.number(record, "strength", 0))
                .setReason(Fields.localized(record, "reason"))
                .setTiming(timing(Fields.text(record, "timing")))
                .setOrigin(origin(Fields.text(record, "origin")));
        Fields.span(record, "delay").ifPresent(relation::setDelay);
        RelationTerms.read(record, relation);
        return relation.build();
    }

    static MakerStatement statement(JsonNode record) {
        MakerStatement.Builder statement = MakerStatement.newBuilder()
                .setStatementId(Fields.required(record, "id"))
                .addAllHosts(selectors(record, "hosts"))
                .addAllParts(selectors(record, "parts"))
                .setVerdict(verdict(Fields.required(record, "verdict")))
                .setProvenance(Fields.text(record, "provenance"))
                .setSentence(Fields.localized(record, "sentence"));
        for (JsonNode limit : record.path("limits")) {
            statement.addLimits(FitLimit.newBuilder()
                    .setAttribute(Fields.text(limit, "attribute"))
                    .setGot(Fields.text(limit, "got"))
                    .setNeeded(Fields.text(limit, "needed"))
                    .setSentence(Fields.localized(limit, "sentence")));
        }
        return statement.build();
    }

    private static List<ProductSelector> selectors(JsonNode record, String field) {
        List<ProductSelector> selectors = new ArrayList<>();
        for (JsonNode selector : record.path(field)) {
            selectors.add(selector(selector, field + "[" + selectors.size() + "]"));
        }
        return selectors;
    }

    /** What changed of a product's offer. */
    static OfferPatch offer(JsonNode record) {
        OfferPatch.Builder patch = OfferPatch.newBuilder().setProductId(Fields.required(record, "id"));
        Fields.amount(record, "price").ifPresent(patch::setPrice);
        Fields.amount(record, "cost").ifPresent(patch::setCost);
        if (!Fields.text(record, "stock").isEmpty()) {
            patch.setStock(Fields.whole(record, "stock", 0));
        }
        String sold = Fields.text(record, "units_sold_30d").isEmpty() ? "units_sold" : "units_sold_30d";
        if (!Fields.text(record, sold).isEmpty()) {
            patch.setUnitsSold30D(Fields.whole(record, sold, 0));
        }
        return patch.build();
    }

    private static ProductSelector selector(JsonNode record, String field) {
        ProductSelector.Builder selector = ProductSelector.newBuilder();
        for (Map.Entry<String, JsonNode> entry : record.properties()) {
            if (!OF_SELECTORS.contains(entry.getKey())) {
                throw new RejectedRecord(
                        field + "." + entry.getKey(),
                        "is not read, and would select more than is meant; there are "
                                + String.join(", ", OF_SELECTORS));
            }
        }
        if (record.has("attribute")) {
            AttributeMatch.Builder match = AttributeMatch.newBuilder()
                    .setType(Fields.required(record, "type"))
                    .setAttribute(Fields.required(record, "attribute"))
                    .setValue(Fields.required(record, "value"));
            record.path("also")
                    .properties()
                    .forEach(
                            each -> match.putAlso(each.getKey(), each.getValue().asText()));
            return selector.setAttribute(match).build();
        }
        if (record.has("product")) {
            return selector.setProductId(Fields.text(record, "product")).build();
        }
        if (record.has("gtin")) {
            return selector.setGtin(Fields.text(record, "gtin")).build();
        }
        if (record.has("type")) {
            return selector.setType(Fields.text(record, "type")).build();
        }
        if (record.has("category")) {
            return selector.setCategory(Fields.text(record, "category")).build();
        }
        throw new RejectedRecord(
                field, "must have one of: product, gtin, type, category, or type with attribute and value");
    }

    private static Relation.Timing timing(String value) {
        return switch (value) {
            case "" -> Relation.Timing.TIMING_UNSPECIFIED;
            case "before" -> Relation.Timing.TIMING_BEFORE;
            case "after" -> Relation.Timing.TIMING_AFTER;
            default -> throw new RejectedRecord("timing", "\"" + value + "\" must be before or after");
        };
    }

    private static Relation.Origin origin(String value) {
        return switch (value) {
            case "" -> Relation.Origin.ORIGIN_UNSPECIFIED;
            case "merchandiser" -> Relation.Origin.ORIGIN_MERCHANDISER;
            case "supplier" -> Relation.Origin.ORIGIN_SUPPLIER;
            default -> throw new RejectedRecord("origin", "\"" + value + "\" must be merchandiser or supplier");
        };
    }

    private static Verdict verdict(String value) {
        return switch (value) {
            case "FITS" -> Verdict.VERDICT_FITS;
            case "FITS_WITH_LIMITS" -> Verdict.VERDICT_FITS_WITH_LIMITS;
            case "DOES_NOT_FIT" -> Verdict.VERDICT_DOES_NOT_FIT;
            default ->
                throw new RejectedRecord("verdict", "\"" + value + "\" must be FITS, FITS_WITH_LIMITS or DOES_NOT_FIT");
        };
    }
}
