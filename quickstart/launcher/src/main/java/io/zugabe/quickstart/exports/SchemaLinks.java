package io.zugabe.quickstart.exports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.common.v1.Verdict;
import io.zugabe.quickstart.imports.RelationIds;
import io.zugabe.quickstart.imports.SchemaRelations;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What goes with what in schema.org's words. What a maker lists as fitting is a part or, where it is bought
 * again and again, a consumable for its host. A relation of a consumable says so too; any other says
 * {@code isRelatedTo}, because that a merchandiser offers two things together makes neither a part of the
 * other. Only what names products can be said.
 */
final class SchemaLinks {

    private static final int CHUNK = 500;

    private final CatalogPages pages;
    private final Set<String> consumableTypes = new HashSet<>();
    private long written;
    private long leftOut;

    SchemaLinks(CatalogPages pages) {
        this.pages = pages;
    }

    /** Relations and statements that do not name products, or say that something does not fit. */
    long leftOut() {
        return leftOut;
    }

    /** Writes relations and makers' lists, and returns how many links. */
    long write(Writer out) throws IOException, InterruptedException {
        try (SchemaGraph graph = new SchemaGraph(out)) {
            writeRelations(graph);
            writeStatements(graph);
        }
        return written;
    }

    /** Writes makers' lists alone, and returns how many links. */
    long writeLists(Writer out) throws IOException, InterruptedException {
        try (SchemaGraph graph = new SchemaGraph(out)) {
            writeStatements(graph);
        }
        return written;
    }

    private void writeRelations(SchemaGraph graph) throws IOException, InterruptedException {
        List<Relation> chunk = new ArrayList<>();
        pages.relations(relation -> {
            boolean betweenProducts = isProduct(relation.getAnchor()) && isProduct(relation.getComplement());
            if (!betweenProducts) {
                leftOut++;
                return;
            }
            chunk.add(relation);
            if (chunk.size() == CHUNK) {
                writeChunk(chunk, graph);
                chunk.clear();
            }
        });
        writeChunk(chunk, graph);
    }

    private void writeChunk(List<Relation> chunk, SchemaGraph graph) throws IOException, InterruptedException {
        Map<String, Boolean> consumable = consumable(chunk.stream()
                .map(relation -> relation.getComplement().getProductId())
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList());
        for (Relation relation : chunk) {
            String stated = RelationIds.relationship(SchemaRelations.VOCABULARY, relation.getRelationId());
            boolean complements = switch (relation.getKind()) {
                case KIND_UNSPECIFIED, KIND_COMPLEMENT -> true;
                case KIND_UPGRADE, KIND_BUNDLE, KIND_SERVICE, KIND_SAMPLE, UNRECOGNIZED -> false;
            };
            boolean used = complements
                    && consumable.getOrDefault(relation.getComplement().getProductId(), false);
            String property = stated.isEmpty() ? (used ? SchemaRelations.CONSUMABLE : SchemaRelations.RELATED) : stated;
            boolean anchorSays = property.equals(SchemaRelations.RELATED);
            ProductSelector subject = anchorSays ? relation.getAnchor() : relation.getComplement();
            ProductSelector object = anchorSays ? relation.getComplement() : relation.getAnchor();
            ObjectNode node = reference(subject);
            node.putArray(property).add(reference(object));
            graph.write(node);
            written++;
        }
    }

    private void writeStatements(SchemaGraph graph) throws IOException, InterruptedException {
        pages.statements(statement -> {
            List<ProductSelector> hosts = statement.getHostsList().stream()
                    .filter(SchemaLinks::isProduct)
                    .toList();
            List<ProductSelector> parts = statement.getPartsList().stream()
                    .filter(SchemaLinks::isProduct)
                    .toList();
            if (!fits(statement) || hosts.isEmpty() || parts.isEmpty()) {
                leftOut++;
                return;
            }
            Map<String, Boolean> consumable = consumable(parts.stream()
                    .map(ProductSelector::getProductId)
                    .filter(id -> !id.isEmpty())
                    .toList());
            for (ProductSelector part : parts) {
                boolean used = consumable.getOrDefault(part.getProductId(), false);
                ObjectNode node = reference(part);
                ArrayNode fitted = node.putArray(used ? SchemaRelations.CONSUMABLE : SchemaRelations.ACCESSORY);
                hosts.forEach(host -> fitted.add(reference(host)));
                graph.write(node);
                written += hosts.size();
            }
        });
    }

    private static boolean fits(MakerStatement statement) {
        return statement.getVerdict() == Verdict.VERDICT_FITS
                || statement.getVerdict() == Verdict.VERDICT_FITS_WITH_LIMITS;
    }

    private Map<String, Boolean> consumable(List<String> ids) throws IOException, InterruptedException {
        if (consumableTypes.isEmpty()) {
            pages.types(type -> {
                if (type.getConsumable()) {
                    consumableTypes.add(type.getType());
                }
            });
            // types are asked for once, also where none is consumable
            consumableTypes.add("");
        }
        Map<String, Boolean> found = new HashMap<>();
        for (int i = 0; i < ids.size(); i += CHUNK) {
            for (Product product : pages.products(ids.subList(i, Math.min(ids.size(), i + CHUNK)))) {
                found.put(
                        product.getProductId(),
                        product.hasConsumable()
                                ? product.getConsumable()
                                : consumableTypes.contains(product.getType()));
            }
        }
        return found;
    }

    private static boolean isProduct(ProductSelector selector) {
        return !selector.getProductId().isEmpty() || !selector.getGtin().isEmpty();
    }

    private static ObjectNode reference(ProductSelector selector) {
        return selector.getProductId().isEmpty()
                ? CatalogRecord.JSON.createObjectNode().put("@type", "Product").put("gtin", selector.getGtin())
                : SchemaProduct.reference(selector.getProductId());
    }
}
