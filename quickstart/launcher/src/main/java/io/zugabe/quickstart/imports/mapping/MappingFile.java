package io.zugabe.quickstart.imports.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import io.zugabe.quickstart.imports.source.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a mapping file; a mistake in it is named with its place, not skipped. */
public final class MappingFile {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> KEYS =
            Set.of("language", "currency", "separator", "encoding", "ignore", "types", "fields", "attributes");
    private static final Set<String> RULE_KEYS =
            Set.of("from", "constant", "values", "otherwise", "split", "append", "decimal");
    private static final Set<String> FIELDS = Set.of(
            "id",
            "type",
            "brand",
            "model",
            "gtin",
            "price",
            "cost",
            "stock",
            "category",
            "variant_group",
            "variant_of",
            "images",
            "consumable",
            "units_sold_30d",
            "units_sold",
            "rating.average",
            "rating.count",
            "name",
            "description");

    private static final int MOST_CHANGES = 2;

    private MappingFile() {}

    /** The mapping in a file. */
    public static Mapping read(Path path) {
        try {
            return of(Files.readString(path));
        } catch (IOException e) {
            throw new RejectedRecord("--mapping", path + " cannot be read: " + e.getMessage());
        }
    }

    /** The mapping in a text. */
    public static Mapping of(String yaml) {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new RejectedRecord("--mapping", "is no YAML: " + e.getOriginalMessage());
        }
        checkKeys("the file", root, KEYS);
        Map<String, String> types = new LinkedHashMap<>();
        texts(root, "types").forEach((path, type) -> types.put(Mapping.normalized(path), type));
        Map<String, FieldRule> fields = rules(root, "fields");
        fields.keySet().forEach(MappingFile::checkField);
        Set<String> ignore = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        root.path("ignore").forEach(name -> ignore.add(name.asText()));
        return new Mapping(
                root.path("language").asText("en"),
                root.path("currency").asText(""),
                root.path("separator").asText(""),
                root.path("encoding").asText(""),
                ignore,
                types,
                fields,
                rules(root, "attributes"));
    }

    /** The names of all fields of a product, as a person is told. */
    static String fields() {
        return String.join(", ", FIELDS.stream().sorted().toList());
    }

    private static void checkField(String field) {
        if (!FIELDS.contains(field) && !field.startsWith("name.") && !field.startsWith("description.")) {
            throw RejectedRecord.value(
                    "--mapping",
                    field,
                    "below fields is no field; there are " + fields()
                            + ", name.LANGUAGE and description.LANGUAGE; others belong below attributes");
        }
    }

    private static Map<String, FieldRule> rules(JsonNode root, String section) {
        Map<String, FieldRule> rules = new LinkedHashMap<>();
        root.path(section).properties().forEach(entry -> {
            String place = section + "." + entry.getKey();
            JsonNode rule = entry.getValue();
            if (rule.isObject()) {
                checkKeys(place, rule, RULE_KEYS);
            }
            rules.put(entry.getKey(), rule(rule, place));
        });
        return rules;
    }

    private static FieldRule rule(JsonNode rule, String place) {
        if (rule.isValueNode() || rule.isArray()) {
            return new FieldRule(list(rule), null, Map.of(), "", "", "", ".");
        }
        JsonNode constant = rule.get("constant");
        List<String> from = list(rule.path("from"));
        if (from.isEmpty() && constant == null) {
            throw new RejectedRecord("--mapping", place + " needs from (a column or attribute) or constant");
        }
        String decimal = rule.path("decimal").asText(".");
        if (!".".equals(decimal) && !",".equals(decimal)) {
            throw new RejectedRecord("--mapping", place + ".decimal must be \".\" or \",\"");
        }
        return new FieldRule(
                from,
                constant,
                texts(rule, "values"),
                otherwise(rule, place),
                rule.path("split").asText(""),
                rule.path("append").asText(""),
                decimal);
    }

    /** A text is allowed, but hardly one that is a typo of a word with a meaning. */
    private static String otherwise(JsonNode rule, String place) {
        String written = rule.path("otherwise").asText("");
        Spelling.closest(written, Set.of(FieldRule.REJECT, FieldRule.DERIVE), MOST_CHANGES)
                .filter(word -> !word.equals(written))
                .ifPresent(word -> {
                    throw RejectedRecord.value(
                            "--mapping",
                            written,
                            "in " + place + ".otherwise is probably meant to be " + word
                                    + "; there are reject, derive, or a text that every other value becomes");
                });
        return written;
    }

    private static List<String> list(JsonNode value) {
        List<String> names = new ArrayList<>();
        for (JsonNode name : value.isArray() || value instanceof MissingNode ? value : List.of(value)) {
            names.add(name.asText());
        }
        return names;
    }

    private static Map<String, String> texts(JsonNode node, String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.path(field)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static void checkKeys(String place, JsonNode node, Set<String> known) {
        node.properties().forEach(entry -> {
            if (!known.contains(entry.getKey())) {
                throw RejectedRecord.value(
                        "--mapping",
                        entry.getKey(),
                        "in " + place + " is none of "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }
}
