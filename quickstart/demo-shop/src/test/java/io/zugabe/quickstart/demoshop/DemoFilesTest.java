package io.zugabe.quickstart.demoshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoFilesTest {

    private static final Path PACKS = Path.of("../../catalog-service/src/main/resources/packs");

    private final List<JsonNode> products = read(DemoShop.products());
    private final List<JsonNode> relations = read(DemoShop.relations());
    private final Map<String, JsonNode> packTypes = packTypes();

    @Test
    void products_areAtLeast400_withUniqueIdsAndBothNames() {
        assertTrue(products.size() >= 400, products.size() + " products");
        assertEquals(products.size(), ids(products, "id").size(), () -> "twice: " + twice(products));
        for (JsonNode product : products) {
            assertFalse(product.at("/name/en").asText().isBlank(), product::toString);
            assertFalse(product.at("/name/de").asText().isBlank(), product::toString);
            DemoProduct parsed = DemoProduct.of(product);
            assertTrue(parsed.cost() > 0 && parsed.cost() < parsed.price(), product::toString);
        }
    }

    @Test
    void products_haveTypesAndAttributesThatPacksDeclare() {
        for (JsonNode product : products) {
            String type = product.get("type").asText();
            assertTrue(packTypes.containsKey(type), () -> "no pack declares the type of " + product);
            Set<String> declared = attributes(type);
            product.path("attributes")
                    .fieldNames()
                    .forEachRemaining(attribute -> assertTrue(
                            declared.contains(attribute), () -> attribute + " is not declared for " + product));
        }
    }

    @Test
    void relations_haveUniqueIdsAndReasonsInBothLanguages() {
        assertEquals(relations.size(), ids(relations, "id").size(), () -> "twice: " + twice(relations));
        for (JsonNode relation : relations) {
            assertTrue(relation.get("id").asText().matches("[A-Za-z0-9._:/-]{1,100}"), relation::toString);
            assertTrue(relation.get("need").asText().matches("[a-z0-9_]{1,60}"), relation::toString);
            assertFalse(relation.at("/reason/en").asText().isBlank(), relation::toString);
            assertFalse(relation.at("/reason/de").asText().isBlank(), relation::toString);
            double strength = relation.get("strength").asDouble();
            assertTrue(strength > 0 && strength <= 1, relation::toString);
            boolean after = "after".equals(relation.get("timing").asText());
            assertEquals(after, relation.has("delay"), relation::toString);
        }
    }

    @Test
    void relations_selectProductsThatTheShopSells() {
        for (JsonNode relation : relations) {
            for (String end : List.of("anchor", "complement")) {
                JsonNode selector = relation.get(end);
                assertTrue(
                        products.stream().anyMatch(product -> selects(selector, product)),
                        () -> end + " selects nothing: " + relation);
            }
            for (JsonNode further : relation.at("/bundle/further")) {
                assertTrue(
                        products.stream().anyMatch(product -> further.equals(product.get("id"))),
                        () -> further + " is not sold: " + relation);
            }
        }
    }

    @Test
    void shoppersWant_onlyWhatTheShopSells() {
        GroundTruth truth = GroundTruth.load();
        Assortment assortment = Assortment.load();
        var types = new TreeSet<String>(truth.uses().keySet());
        types.addAll(truth.habits().keySet());
        truth.worlds().forEach(world -> types.addAll(world.hosts().keySet()));
        truth.needs().forEach(need -> types.addAll(need.hosts()));
        truth.needs().forEach(need -> types.addAll(need.parts()));
        types.removeIf(type -> !assortment.ofType(type).isEmpty());
        assertEquals(Set.of(), types, "wanted, but not sold");
        for (Need need : truth.needs()) {
            boolean served = assortment.ofTypes(need.hosts()).stream()
                    .anyMatch(
                            host -> assortment.ofTypes(need.parts()).stream().anyMatch(part -> need.fits(host, part)));
            assertTrue(served, () -> "nothing fits: " + need);
        }
    }

    private boolean selects(JsonNode selector, JsonNode product) {
        if (selector.has("product")) {
            return selector.get("product").equals(product.get("id"));
        }
        String type = selector.get("type").asText();
        if (!ancestry(product.get("type").asText()).contains(type)) {
            return false;
        }
        if (!selector.has("attribute")) {
            return true;
        }
        Set<String> values =
                DemoProduct.of(product).values(selector.get("attribute").asText());
        return values.contains(selector.get("value").asText());
    }

    /** The type and the types above it. */
    private List<String> ancestry(String type) {
        var found = new ArrayList<String>();
        for (String next = type; !next.isEmpty() && packTypes.containsKey(next); ) {
            found.add(next);
            next = packTypes.get(next).path("parent").asText("");
        }
        return found;
    }

    private Set<String> attributes(String type) {
        return ancestry(type).stream()
                .flatMap(each -> packTypes.get(each).path("attributes").valueStream())
                .map(attribute -> attribute.get("attribute").asText())
                .collect(Collectors.toSet());
    }

    private static Map<String, JsonNode> packTypes() {
        assertTrue(
                Files.isDirectory(PACKS),
                "No rule packs in " + PACKS.toAbsolutePath().normalize()
                        + ": run this test in a checkout that has catalog-service beside quickstart");
        var types = new HashMap<String, JsonNode>();
        try (Stream<Path> packs = Files.list(PACKS)) {
            for (Path pack :
                    packs.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                for (JsonNode type : new YAMLMapper().readTree(pack.toFile()).path("types")) {
                    assertEquals(null, types.put(type.get("type").asText(), type), () -> "declared twice: " + type);
                }
            }
        } catch (IOException e) {
            throw new AssertionError("Cannot read " + PACKS, e);
        }
        return types;
    }

    private static List<JsonNode> read(List<DemoFile> files) {
        assertFalse(files.isEmpty());
        var json = new JsonMapper();
        var nodes = new ArrayList<JsonNode>();
        for (DemoFile file : files) {
            for (String line : file.lines()) {
                try {
                    nodes.add(json.readTree(line));
                } catch (IOException e) {
                    throw new AssertionError(file.name() + ": " + line, e);
                }
            }
        }
        return nodes;
    }

    private static Set<String> ids(Collection<JsonNode> nodes, String key) {
        return nodes.stream().map(node -> node.get(key).asText()).collect(Collectors.toSet());
    }

    private static List<String> twice(Collection<JsonNode> nodes) {
        var seen = new HashSet<String>();
        return nodes.stream()
                .map(node -> node.get("id").asText())
                .filter(id -> !seen.add(id))
                .toList();
    }
}
