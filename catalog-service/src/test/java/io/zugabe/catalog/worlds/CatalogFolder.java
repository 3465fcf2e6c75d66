package io.zugabe.catalog.worlds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zugabe.catalog.fit.domain.Limit;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.Selector;
import io.zugabe.catalog.fit.domain.SelectorVocabulary;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.Change;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.product.domain.CanonicalAttributes;
import io.zugabe.catalog.product.domain.Money;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.text.domain.LocalizedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with the files of a catalog, read without a server so that rules and products are tried together.
 *
 * @param path of the folder
 */
public record CatalogFolder(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The lines of all files of a kind: {@code <kind>.jsonl} and {@code <kind>/*.jsonl}. */
    public List<JsonNode> lines(String kind) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> {
                        Path relative = path.relativize(file);
                        return relative.toString().equals(kind + ".jsonl")
                                || (relative.startsWith(kind)
                                        && relative.toString().endsWith(".jsonl"));
                    })
                    .sorted()
                    .flatMap(CatalogFolder::linesOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The catalog with all products and maker statements of the folder. */
    public LiveCatalog catalog(RuleSet rules) {
        LiveCatalog catalog = new LiveCatalog(rules);
        List<Change> changes = new ArrayList<>();
        for (JsonNode line : lines("products")) {
            changes.add(new Change.ProductWritten(changes.size() + 1, product(line), Instant.EPOCH));
        }
        for (JsonNode line : lines("statements")) {
            changes.add(new Change.StatementWritten(changes.size() + 1, statement(line)));
        }
        catalog.apply(changes);
        catalog.rebuildTable();
        return catalog;
    }

    /** What the schema refuses of the products, as "product.attribute: why". */
    public List<String> refusals(RuleSet rules) {
        List<String> refusals = new ArrayList<>();
        for (JsonNode line : lines("products")) {
            Product product = product(line);
            CanonicalAttributes.of(rules.schema(), product.type(), product.attributes())
                    .flags()
                    .forEach((key, flag) -> refusals.add(product.id() + "." + key + ": " + flag.why()));
        }
        return refusals;
    }

    /** What selectors of statements and relations name that there is not, as "id: name why". */
    public List<String> misnomers(RuleSet rules) {
        Set<String> types = lines("products").stream()
                .map(line -> line.path("type").asText())
                .collect(Collectors.toSet());
        SelectorVocabulary vocabulary = new SelectorVocabulary(rules.schema(), types);
        Map<String, Selector> selectors = new LinkedHashMap<>();
        for (JsonNode line : lines("statements")) {
            selectors(line.path("hosts")).forEach(each -> selectors.put(selectors.size() + " " + line, each));
            selectors(line.path("parts")).forEach(each -> selectors.put(selectors.size() + " " + line, each));
        }
        List<String> misnomers = new ArrayList<>();
        selectors.forEach((line, selector) -> vocabulary
                .wrongType(selector)
                .ifPresent(wrong -> misnomers.add(line + ": " + wrong.written() + " " + wrong.why())));
        for (JsonNode line : lines("relations")) {
            List<JsonNode> ends = List.of(line.path("anchor"), line.path("complement"));
            selectors(ends).forEach(each -> selectors.put(selectors.size() + " " + line, each));
        }
        selectors.forEach((line, selector) -> vocabulary
                .wrongAttribute(selector)
                .ifPresent(wrong -> misnomers.add(line + ": " + wrong.written() + " " + wrong.why())));
        return misnomers;
    }

    private static Stream<JsonNode> linesOf(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(CatalogFolder::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Product product(JsonNode line) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        line.path("attributes").properties().forEach(each -> attributes.put(each.getKey(), value(each.getValue())));
        List<String> category = new ArrayList<>();
        line.path("category").forEach(each -> category.add(each.asText()));
        return new Product(
                line.path("id").asText(),
                line.path("gtin").asText(),
                line.path("type").asText(),
                line.path("brand").asText(),
                line.path("model").asText(),
                text(line.path("name")),
                LocalizedText.EMPTY,
                attributes,
                new Money("EUR", 1, 0),
                null,
                null,
                null,
                category,
                "",
                List.of(),
                null,
                null,
                Map.of());
    }

    private static AttributeValue value(JsonNode node) {
        if (node.isBoolean()) {
            return new AttributeValue.Truth(node.asBoolean());
        }
        if (node.isNumber()) {
            return new AttributeValue.Number(node.asDouble(), "");
        }
        if (node.isArray()) {
            List<String> values = new ArrayList<>();
            node.forEach(each -> values.add(each.asText()));
            return new AttributeValue.TextList(values);
        }
        return new AttributeValue.Text(node.asText());
    }

    private static MakerStatement statement(JsonNode line) {
        List<Limit> limits = new ArrayList<>();
        line.path("limits")
                .forEach(limit -> limits.add(new Limit(
                        limit.path("attribute").asText(),
                        limit.path("got").asText(),
                        limit.path("needed").asText(),
                        text(limit.path("sentence")),
                        limit.path("lifted_by").asText(""))));
        return new MakerStatement(
                line.path("id").asText(),
                selectors(line.path("hosts")),
                selectors(line.path("parts")),
                Verdict.valueOf(line.path("verdict").asText()),
                limits,
                line.path("provenance").asText(),
                text(line.path("sentence")));
    }

    private static List<Selector> selectors(Iterable<JsonNode> nodes) {
        List<Selector> selectors = new ArrayList<>();
        for (JsonNode node : nodes) {
            if (node.has("product")) {
                selectors.add(new Selector.ByProduct(node.path("product").asText()));
            } else if (node.has("gtin")) {
                selectors.add(new Selector.ByGtin(node.path("gtin").asText()));
            } else if (node.has("attribute")) {
                Map<String, String> wanted = new HashMap<>();
                wanted.put(node.path("attribute").asText(), node.path("value").asText());
                node.path("also")
                        .properties()
                        .forEach(each ->
                                wanted.put(each.getKey(), each.getValue().asText()));
                selectors.add(new Selector.ByAttributes(node.path("type").asText(), wanted));
            } else {
                selectors.add(new Selector.ByType(node.path("type").asText()));
            }
        }
        return selectors;
    }

    private static LocalizedText text(JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return new LocalizedText(texts);
    }
}
