package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.quickstart.imports.mapping.GoogleAttributes;
import io.zugabe.quickstart.imports.source.Format;
import io.zugabe.quickstart.imports.source.InputRecord;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The attribute {@code related_product} of a Google Merchant Center feed as relations. */
public final class GoogleRelations implements Reading<Relation> {

    /** Begins the ids of these relations. */
    public static final String VOCABULARY = "google";

    private static final double STRONG = 0.9;

    private final Format format;
    private final ImportReport report;

    GoogleRelations(Format format, ImportReport report) {
        this.format = format;
        this.report = report;
    }

    @Override
    public List<Relation> read(InputRecord record, Consumer<Fault> faults) {
        JsonNode raw = record.require();
        JsonNode item = format == Format.GOOGLE_TSV ? GoogleAttributes.of(raw) : raw;
        CleanText.check(item);
        String anchor = Fields.required(item, "id").strip();
        JsonNode related = item.path("related_product");
        List<Relation> relations = new ArrayList<>();
        for (JsonNode other : related.isArray() || related.isMissingNode() ? related : List.of(related)) {
            try {
                add(relations, anchor, other);
            } catch (RejectedRecord e) {
                faults.accept(Fault.of(e));
            }
        }
        if (related.isMissingNode()) {
            report.skipped("items without related_product", 1);
        }
        return relations;
    }

    @Override
    public String id(Relation relation) {
        return relation.getRelationId();
    }

    private void add(List<Relation> relations, String anchor, JsonNode other) {
        String type = part(other, "relationship_type").toLowerCase(Locale.ROOT);
        String identifierType = part(other, "identifier_type").toLowerCase(Locale.ROOT);
        String identifier = part(other, "identifier");
        ProductSelector complement = switch (identifierType) {
            case "id" -> ProductSelector.newBuilder().setProductId(identifier).build();
            case "gtin" -> ProductSelector.newBuilder().setGtin(identifier).build();
            default ->
                throw RejectedRecord.value("related_product.identifier_type", identifierType, "must be id or gtin");
        };
        Relation.Builder relation = Relation.newBuilder()
                .setRelationId(RelationIds.of(VOCABULARY, type, anchor, identifierType + ":" + identifier))
                .setAnchor(ProductSelector.newBuilder().setProductId(anchor))
                .setComplement(complement)
                .setKind(Relation.Kind.KIND_COMPLEMENT)
                .setTiming(Relation.Timing.TIMING_BEFORE)
                .setOrigin(Relation.Origin.ORIGIN_SUPPLIER);
        switch (type) {
            case "required_part" -> relations.add(relation.setStrength(STRONG).build());
            case "accessory", "often_bought_with", "part_of_set" -> relations.add(relation.build());
            // neither is better than the anchor, nor goes with it
            case "substitute", "different_brand" ->
                report.skipped("related products that are a " + type + ", which is no offer beside the product", 1);
            default ->
                throw RejectedRecord.value(
                        "related_product.relationship_type",
                        type,
                        "must be part_of_set, required_part, often_bought_with, substitute, different_brand or"
                                + " accessory");
        }
    }

    private static String part(JsonNode related, String name) {
        String value = Fields.text(related, name).strip();
        if (value.isEmpty()) {
            throw new RejectedRecord(
                    "related_product." + name,
                    "is required: a related product is relationship_type, identifier_type and identifier");
        }
        return value;
    }
}
