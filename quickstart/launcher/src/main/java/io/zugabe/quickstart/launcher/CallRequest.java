package io.zugabe.quickstart.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as a person types it: JSON as protobuf defines it, in which the values of an enum may be
 * shortened, {@code LIFT} for {@code RESOLUTION_LIFT}. What is mistyped is answered with what there is,
 * the nearest first.
 */
final class CallRequest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CallRequest() {}

    /**
     * The request.
     *
     * @throws StartFailure if the text is none
     */
    static DynamicMessage read(String json, Descriptor type) {
        DynamicMessage.Builder request = DynamicMessage.newBuilder(type);
        try {
            JsonNode typed = JSON.readTree(json);
            if (!typed.isObject()) {
                throw new StartFailure("The request is no " + type.getName() + ": it must be a JSON object, {…}");
            }
            lengthen((ObjectNode) typed, type);
            JsonFormat.parser().merge(typed.toString(), request);
        } catch (JsonProcessingException e) {
            throw new StartFailure("The request is no JSON: " + e.getOriginalMessage());
        } catch (InvalidProtocolBufferException e) {
            throw new StartFailure("The request is no " + type.getName() + ": " + e.getMessage());
        }
        return request.build();
    }

    private static void lengthen(ObjectNode message, Descriptor type) {
        for (Map.Entry<String, JsonNode> entry : List.copyOf(message.properties())) {
            FieldDescriptor field = field(entry.getKey(), type);
            JsonNode value = entry.getValue();
            if (field.isMapField() && value instanceof ObjectNode map) {
                FieldDescriptor held = field.getMessageType().findFieldByName("value");
                for (Map.Entry<String, JsonNode> each : List.copyOf(map.properties())) {
                    map.set(each.getKey(), lengthened(each.getValue(), held));
                }
            } else if (field.isRepeated() && value.isArray()) {
                List<JsonNode> values = new ArrayList<>();
                value.forEach(each -> values.add(lengthened(each, field)));
                message.putArray(entry.getKey()).addAll(values);
            } else {
                message.set(entry.getKey(), lengthened(value, field));
            }
        }
    }

    private static JsonNode lengthened(JsonNode value, FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case ENUM -> value.isTextual() ? TextNode.valueOf(value(value.asText(), field)) : value;
            case MESSAGE -> {
                // times, spans and the like are written as texts, or as protobuf says
                boolean own = field.getMessageType().getFullName().startsWith("zugabe.");
                if (own && value instanceof ObjectNode message) {
                    lengthen(message, field.getMessageType());
                }
                yield value;
            }
            case INT, LONG, FLOAT, DOUBLE, BOOLEAN, STRING, BYTE_STRING -> value;
        };
    }

    private static FieldDescriptor field(String name, Descriptor type) {
        return type.getFields().stream()
                .filter(field ->
                        field.getName().equals(name) || field.getJsonName().equals(name))
                .findFirst()
                .orElseThrow(() -> new StartFailure("\"" + name + "\" is no field of " + type.getName() + "; there "
                        + Nearest.first(
                                name,
                                type.getFields().stream()
                                        .map(FieldDescriptor::getName)
                                        .toList())));
    }

    private static String value(String typed, FieldDescriptor field) {
        EnumDescriptor type = field.getEnumType();
        String wanted = typed.toUpperCase(Locale.ROOT);
        List<String> names =
                type.getValues().stream().map(EnumValueDescriptor::getName).toList();
        if (names.contains(typed)) {
            return typed;
        }
        List<String> ending = names.stream()
                .filter(name -> name.equals(prefix(names) + wanted))
                .toList();
        if (ending.size() == 1) {
            return ending.getFirst();
        }
        throw new StartFailure("\"" + typed + "\" is no value of " + field.getName() + "; there "
                + Nearest.first(
                        wanted.startsWith(prefix(names)) ? wanted : prefix(names) + wanted,
                        names.stream()
                                .filter(name -> !name.endsWith("_UNSPECIFIED"))
                                .toList()));
    }

    /** What all values of an enum begin with: {@code RESOLUTION_}. */
    private static String prefix(List<String> names) {
        return names.getFirst().replaceFirst("UNSPECIFIED$", "");
    }
}
