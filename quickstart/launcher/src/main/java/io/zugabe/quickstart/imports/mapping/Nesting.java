package io.zugabe.quickstart.imports.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.util.Set;

/** Columns such as {@code name.de} as fields inside fields. */
public final class Nesting {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WRITTEN_AS_JSON = Set.of("attributes", "bundle", "condition");

    private Nesting() {}

    /** The row as a record in the import format. */
    public static ObjectNode nest(JsonNode row) {
        ObjectNode record = JSON.createObjectNode();
        row.properties().forEach(cell -> put(record, cell.getKey(), cell.getValue()));
        return record;
    }

    /** Sets a field that may lie inside others ({@code "name.de"}). */
    static void put(ObjectNode record, String path, JsonNode value) {
        String[] keys = path.split("\\.", -1);
        ObjectNode parent = record;
        for (int i = 0; i < keys.length - 1; i++) {
            parent = parent.get(keys[i]) instanceof ObjectNode there ? there : parent.putObject(keys[i]);
        }
        boolean json = WRITTEN_AS_JSON.contains(path) && value.isTextual();
        parent.set(keys[keys.length - 1], json ? parsed(path, value.asText()) : value);
    }

    private static JsonNode parsed(String field, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw RejectedRecord.value(field, text, "must be a JSON object: " + e.getOriginalMessage());
        }
    }
}
