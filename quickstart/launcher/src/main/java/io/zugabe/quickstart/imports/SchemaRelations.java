package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.quickstart.imports.source.InputFile;
import io.zugabe.quickstart.imports.source.InputRecord;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * schema.org's {@code isAccessoryOrSparePartFor}, {@code isConsumableFor} and {@code isRelatedTo} as
 * relations. A product is known by its sku, product id or GTIN, also where it is only referred to by the
 * {@code @id} of a node that has one of them.
 */
public final class SchemaRelations implements Reading<Relation> {

    /** Begins the ids of these relations. */
    public static final String VOCABULARY = "schema";

    /** The product is a part or accessory of another. */
    public static final String ACCESSORY = "isAccessoryOrSparePartFor";
    /** The product is used up by another. */
    public static final String CONSUMABLE = "isConsumableFor";
    /** The product has something to do with another. */
    public static final String RELATED = "isRelatedTo";

    private static final List<String> GTINS = List.of("gtin", "gtin13", "gtin14", "gtin12", "gtin8");

    private final Map<String, ProductSelector> byNode;
    private final ImportReport report;

    private SchemaRelations(Map<String, ProductSelector> byNode, ImportReport report) {
        this.byNode = byNode;
        this.report = report;
    }

    /** The reading of a file, which is read once to know its nodes. */
    static SchemaRelations of(InputFile file, ImportReport report) throws IOException {
        Map<String, ProductSelector> byNode = new HashMap<>();
        try (Stream<InputRecord> records = file.records()) {
            records.forEach(record -> {
                JsonNode node = record.content();
                String nodeId = node == null ? "" : Fields.text(node, "@id");
                if (node != null && !nodeId.isEmpty()) {
                    ProductSelector selector = own(node);
                    if (selector.getByCase() != ProductSelector.ByCase.BY_NOT_SET) {
                        byNode.put(nodeId, selector);
                    }
                }
            });
        }
        return new SchemaRelations(byNode, report);
    }

    @Override
    public List<Relation> read(InputRecord record, Consumer<Fault> faults) {
        JsonNode node = record.require();
        CleanText.check(node);
        List<Relation> relations = new ArrayList<>();
        for (String property : List.of(ACCESSORY, CONSUMABLE, RELATED)) {
            JsonNode others = node.path(property);
            for (JsonNode other : others.isArray() || others.isMissingNode() ? others : List.of(others)) {
                try {
                    relations.add(relation(property, selector(node, "@id"), selector(other, property)));
                } catch (RejectedRecord e) {
                    faults.accept(Fault.of(e));
                }
            }
        }
        if (relations.isEmpty()) {
            report.skipped("nodes without such a property", 1);
        }
        return relations;
    }

    @Override
    public String id(Relation relation) {
        return relation.getRelationId();
    }

    private static Relation relation(String property, ProductSelector node, ProductSelector other) {
        // an accessory names the product that it is for: that one is the anchor
        boolean nodeIsAnchor = property.equals(RELATED);
        ProductSelector anchor = nodeIsAnchor ? node : other;
        ProductSelector complement = nodeIsAnchor ? other : node;
        return Relation.newBuilder()
                .setRelationId(RelationIds.of(VOCABULARY, property, name(anchor), name(complement)))
                .setAnchor(anchor)
                .setComplement(complement)
                .setKind(Relation.Kind.KIND_COMPLEMENT)
                .setTiming(Relation.Timing.TIMING_BEFORE)
                .setOrigin(Relation.Origin.ORIGIN_SUPPLIER)
                .build();
    }

    private ProductSelector selector(JsonNode reference, String field) {
        ProductSelector own = own(reference);
        if (own.getByCase() != ProductSelector.ByCase.BY_NOT_SET) {
            return own;
        }
        String nodeId = reference.isTextual() ? reference.asText() : Fields.text(reference, "@id");
        ProductSelector known = byNode.get(nodeId);
        if (known == null) {
            throw RejectedRecord.value(
                    field, nodeId, "leads to no product: give it a sku, productID or gtin, or a node with this @id");
        }
        return known;
    }

    private static ProductSelector own(JsonNode node) {
        for (String field : List.of("sku", "productID")) {
            String id = Fields.text(node, field).strip();
            if (!id.isEmpty()) {
                return ProductSelector.newBuilder().setProductId(id).build();
            }
        }
        for (String field : GTINS) {
            String gtin = Fields.text(node, field).replaceAll("[\\s-]", "");
            if (!gtin.isEmpty()) {
                return ProductSelector.newBuilder().setGtin(gtin).build();
            }
        }
        return ProductSelector.getDefaultInstance();
    }

    private static String name(ProductSelector selector) {
        return selector.getProductId().isEmpty() ? "gtin:" + selector.getGtin() : selector.getProductId();
    }
}
