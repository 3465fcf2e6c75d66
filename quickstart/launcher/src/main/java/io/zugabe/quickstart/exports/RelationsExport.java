package io.zugabe.quickstart.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.quickstart.imports.GoogleRelations;
import io.zugabe.quickstart.imports.RelationIds;
import io.zugabe.quickstart.imports.mapping.NestedValues;
import io.zugabe.quickstart.imports.source.Format;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Relations in any format. */
final class RelationsExport {

    /** Google takes no more of one product. */
    private static final int MOST_RELATED = 30;

    private static final List<String> COLUMNS = List.of(
            "id",
            "anchor.product",
            "anchor.gtin",
            "anchor.type",
            "anchor.category",
            "anchor.attribute",
            "anchor.value",
            "complement.product",
            "complement.gtin",
            "complement.type",
            "complement.category",
            "complement.attribute",
            "complement.value",
            "kind",
            "need",
            "timing",
            "delay",
            "strength",
            "origin",
            "valid_from",
            "valid_until",
            "condition",
            "bundle");

    private final CatalogPages pages;
    private long written;
    private long leftOut;

    RelationsExport(CatalogPages pages) {
        this.pages = pages;
    }

    /** Relations that the format has no words for. */
    long leftOut() {
        return leftOut;
    }

    /** Writes all relations and returns how many. */
    long write(Format format, Writer out) throws IOException, InterruptedException {
        switch (format) {
            case JSONL ->
                pages.relations(relation -> {
                    written++;
                    out.write(RelationRecord.of(relation).toString());
                    out.write('\n');
                });
            case CSV -> csv(out);
            case GOOGLE_TSV -> googleTsv(out);
            case GOOGLE_XML -> googleXml(out);
            case SCHEMA_ORG -> {
                SchemaLinks links = new SchemaLinks(pages);
                written = links.write(out);
                leftOut = links.leftOut();
            }
        }
        return written;
    }

    private void csv(Writer out) throws IOException, InterruptedException {
        List<String> columns = new ArrayList<>(COLUMNS);
        pages.relations(relation -> relation.getReason().getTextsMap().keySet().stream()
                .sorted()
                .map(language -> "reason." + language)
                .filter(column -> !columns.contains(column))
                .forEach(columns::add));
        try (SeparatedFile file = new SeparatedFile(out, ',', columns)) {
            pages.relations(relation -> {
                written++;
                file.write(cells(RelationRecord.of(relation)));
            });
        }
    }

    private static Map<String, String> cells(ObjectNode record) {
        Map<String, String> cells = new LinkedHashMap<>();
        record.properties().forEach(field -> {
            switch (field.getKey()) {
                case "anchor", "complement", "reason" ->
                    field.getValue()
                            .properties()
                            .forEach(part -> cells.put(
                                    field.getKey() + "." + part.getKey(),
                                    part.getValue().asText()));
                case "condition", "bundle" ->
                    cells.put(field.getKey(), field.getValue().toString());
                default -> cells.put(field.getKey(), field.getValue().asText());
            }
        });
        return cells;
    }

    private void googleXml(Writer out) throws IOException, InterruptedException {
        try (GoogleXml feed = new GoogleXml(out, "Related products")) {
            for (var product : relatedByProduct().entrySet()) {
                feed.write(product.getKey(), product.getValue());
            }
        }
    }

    private void googleTsv(Writer out) throws IOException, InterruptedException {
        try (SeparatedFile file = new SeparatedFile(out, '\t', List.of("id", "related_product"))) {
            for (var product : relatedByProduct().entrySet()) {
                String related = product.getValue().stream()
                        .map(parts -> parts.stream().map(NestedValues::quoted).collect(Collectors.joining(":")))
                        .collect(Collectors.joining(","));
                file.write(Map.of("id", product.getKey(), "related_product", related));
            }
        }
    }

    /** Google wants all of a product's relations in one place; only relations between products are kept. */
    private Map<String, List<List<String>>> relatedByProduct() throws IOException, InterruptedException {
        Map<String, List<List<String>>> byProduct = new TreeMap<>();
        pages.relations(relation -> {
            String type = relationshipType(relation);
            ProductSelector complement = relation.getComplement();
            String identifier = complement.getProductId() + complement.getGtin();
            String anchor = relation.getAnchor().getProductId();
            if (anchor.isEmpty() || identifier.isEmpty()) {
                leftOut++;
                return;
            }
            List<List<String>> related = byProduct.computeIfAbsent(anchor, id -> new ArrayList<>());
            if (related.size() == MOST_RELATED) {
                leftOut++;
                return;
            }
            related.add(List.of(type, complement.getGtin().isEmpty() ? "id" : "gtin", identifier));
            written++;
        });
        return byProduct;
    }

    private static String relationshipType(Relation relation) {
        String stated = RelationIds.relationship(GoogleRelations.VOCABULARY, relation.getRelationId());
        if (!stated.isEmpty()) {
            return stated;
        }
        return switch (relation.getKind()) {
            case KIND_UNSPECIFIED, KIND_COMPLEMENT, UNRECOGNIZED -> "accessory";
            case KIND_UPGRADE -> "substitute";
            case KIND_BUNDLE -> "part_of_set";
            case KIND_SERVICE, KIND_SAMPLE -> "often_bought_with";
        };
    }
}
