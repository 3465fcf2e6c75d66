package io.zugabe.quickstart.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zugabe.catalog.v1.Product;
import io.zugabe.quickstart.imports.mapping.HtmlText;
import io.zugabe.quickstart.imports.mapping.NestedValues;
import io.zugabe.quickstart.imports.source.Format;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Products in any format. */
final class ProductsExport {

    private static final String DETAIL = "product_detail(section_name:attribute_name:attribute_value)";

    private final CatalogPages pages;
    private final String link;
    private long written;

    /**
     * @param link page of a product with {@code {id}} in it; empty for none
     */
    ProductsExport(CatalogPages pages, String link) {
        this.pages = pages;
        this.link = link;
    }

    /** Writes all products and returns how many. */
    long write(Format format, Writer out) throws IOException, InterruptedException {
        switch (format) {
            case JSONL -> jsonLines(out);
            case CSV -> csv(out);
            case GOOGLE_TSV -> googleTsv(out);
            case GOOGLE_XML -> googleXml(out);
            case SCHEMA_ORG -> schema(out);
        }
        return written;
    }

    private void jsonLines(Writer out) throws IOException, InterruptedException {
        pages.products(product -> {
            out.write(record(product).toString());
            out.write('\n');
        });
    }

    private void googleXml(Writer out) throws IOException, InterruptedException {
        try (GoogleXml feed = new GoogleXml(out, "Products")) {
            pages.products(product -> feed.write(GoogleItem.of(record(product), link)));
        }
    }

    private void schema(Writer out) throws IOException, InterruptedException {
        try (SchemaGraph graph = new SchemaGraph(out)) {
            pages.products(product -> graph.write(SchemaProduct.of(record(product), link)));
        }
    }

    private void googleTsv(Writer out) throws IOException, InterruptedException {
        List<String> columns = new ArrayList<>(List.of(
                "id",
                "title",
                "description",
                "link",
                "image_link",
                "additional_image_link",
                "availability",
                "price",
                "cost_of_goods_sold",
                "brand",
                "gtin",
                "mpn",
                "product_type",
                "item_group_id",
                DETAIL,
                "z:type"));
        texts().forEach(text -> columns.add("z:" + text));
        columns.addAll(List.of(
                "z:stock", "z:units_sold_30d", "z:consumable", "z:rating.average", "z:rating.count", "z:attributes"));
        try (SeparatedFile file = new SeparatedFile(out, '\t', columns)) {
            pages.products(product -> file.write(row(GoogleItem.of(record(product), link))));
        }
    }

    private static Map<String, String> row(GoogleItem item) {
        Map<String, String> row = new LinkedHashMap<>();
        item.attributes().forEach((attribute, values) -> row.put(attribute, values.getFirst()));
        row.computeIfPresent("product_type", (name, path) -> NestedValues.quoted(path));
        row.computeIfPresent(
                "additional_image_link",
                (name, first) -> item.attributes().getOrDefault(name, List.of()).stream()
                        .map(url -> url.indexOf(',') < 0 ? url : NestedValues.quoted(url))
                        .collect(Collectors.joining(",")));
        row.put(
                DETAIL,
                item.details().stream()
                        .map(detail -> detail.stream().map(NestedValues::quoted).collect(Collectors.joining(":")))
                        .collect(Collectors.joining(",")));
        return row;
    }

    private void csv(Writer out) throws IOException, InterruptedException {
        List<String> columns = new ArrayList<>(List.of("id", "type", "brand", "model", "gtin"));
        columns.addAll(texts());
        columns.addAll(List.of(
                "price",
                "cost",
                "stock",
                "units_sold_30d",
                "rating.average",
                "rating.count",
                "category",
                "variant_group",
                "images",
                "consumable",
                "attributes"));
        try (SeparatedFile file = new SeparatedFile(out, ',', columns)) {
            pages.products(product -> file.write(cells(record(product))));
        }
    }

    private static Map<String, String> cells(ObjectNode record) {
        Map<String, String> cells = new LinkedHashMap<>();
        record.properties().forEach(field -> {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "attributes" -> cells.put("attributes", value.toString());
                case "category" -> cells.put("category", joined(value, " > "));
                case "images" -> cells.put("images", joined(value, " "));
                case "name", "description" ->
                    value.properties()
                            .forEach(text -> cells.put(
                                    field.getKey() + "." + text.getKey(),
                                    HtmlText.escaped(text.getValue().asText())));
                case "rating" ->
                    value.properties()
                            .forEach(part -> cells.put(
                                    "rating." + part.getKey(), part.getValue().asText()));
                default -> cells.put(field.getKey(), value.asText());
            }
        });
        return cells;
    }

    private static String joined(JsonNode list, String separator) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.joining(separator));
    }

    private ObjectNode record(Product product) {
        written++;
        return CatalogRecord.product(product);
    }

    /** Columns for the languages that are there: a header has to know them before the first row. */
    private SortedSet<String> texts() throws IOException, InterruptedException {
        SortedSet<String> names = new TreeSet<>();
        SortedSet<String> descriptions = new TreeSet<>();
        pages.products(product -> {
            product.getName().getTextsMap().keySet().forEach(language -> names.add("name." + language));
            product.getDescription()
                    .getTextsMap()
                    .keySet()
                    .forEach(language -> descriptions.add("description." + language));
        });
        names.addAll(descriptions);
        return names;
    }
}
