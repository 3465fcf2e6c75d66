package io.zugabe.quickstart.imports.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rule pack in YAML whose every place knows its line. Places are JSON pointers: {@code "/rules/0/fits"}. */
final class PackDocument {

    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Map<String, Set<String>> KEYS = Map.of(
            "", Set.of("pack", "version", "description", "types", "rules", "tests"),
            "types", Set.of("type", "parent", "name", "consumable", "attributes"),
            "attributes",
                    Set.of("attribute", "kind", "unit", "values", "synonyms", "families", "name", "required_for_fit"),
            "rules",
                    Set.of(
                            "rule",
                            "host",
                            "part",
                            "applies",
                            "fits",
                            "limits",
                            "sentences",
                            "provenance",
                            "certainty",
                            "lifted_by"),
            "limits", Set.of("when", "attribute", "got", "needed", "unit", "sentence", "lifted_by"),
            "tests", Set.of("rule", "name", "host", "part", "verdict", "limits"));

    private final Path file;
    private final JsonNode root;
    private final Map<String, Integer> lines = new HashMap<>();

    private PackDocument(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Reads a pack.
     *
     * @throws PackFault if it is no YAML, or has a key that packs do not have
     */
    static PackDocument read(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            PackDocument document = new PackDocument(file, YAML.readTree(text));
            document.notice(text);
            if (!document.root.path("pack").isTextual()) {
                throw document.fault("", "the key \"pack\" is required");
            }
            document.checkKeys("", "", document.root);
            return document;
        } catch (CharacterCodingException e) {
            throw new PackFault(file + ": is not valid UTF-8: save the file as UTF-8");
        } catch (JsonProcessingException e) {
            throw new PackFault("%s:%d: %s"
                    .formatted(
                            file, e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e.getOriginalMessage()));
        }
    }

    JsonNode root() {
        return root;
    }

    String pack() {
        return root.path("pack").asText();
    }

    /** The entries of a list at the top; none if there is no such list. */
    List<JsonNode> list(String key) {
        List<JsonNode> entries = new ArrayList<>();
        root.path(key).forEach(entries::add);
        return entries;
    }

    /** What is wrong at a place, with file and line. */
    PackFault fault(String place, String problem) {
        return new PackFault("%s:%d: %s".formatted(file, line(place), problem));
    }

    /** The line of a place, or of what is around it. */
    private int line(String place) {
        String nearest = place;
        while (!lines.containsKey(nearest) && !nearest.isEmpty()) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return lines.getOrDefault(nearest, 1);
    }

    private void notice(String text) throws IOException {
        try (JsonParser parser = YAML.createParser(text)) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
    }

    private void checkKeys(String kind, String place, JsonNode node) {
        Set<String> known = KEYS.getOrDefault(kind, Set.of());
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String below = place + "/" + entry.getKey();
            if (!known.contains(entry.getKey())) {
                throw fault(
                        below,
                        "\"" + entry.getKey() + "\" is no key here; known are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
            boolean namesOfLimits = kind.equals("tests") && entry.getKey().equals("limits");
            if (entry.getValue().isArray() && KEYS.containsKey(entry.getKey()) && !namesOfLimits) {
                for (int i = 0; i < entry.getValue().size(); i++) {
                    checkKeys(entry.getKey(), below + "/" + i, entry.getValue().get(i));
                }
            }
        }
    }
}
