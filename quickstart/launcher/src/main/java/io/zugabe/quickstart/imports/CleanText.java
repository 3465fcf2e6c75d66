package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.quickstart.imports.source.RejectedRecord;

/** Refuses characters that no shop shows: they tell that something went wrong on the way. */
final class CleanText {

    private CleanText() {}

    /** Throws if a text of a record has such a character. */
    static void check(JsonNode record) {
        check("", record);
    }

    private static void check(String path, JsonNode value) {
        if (value.isTextual()) {
            check(path, value.asText());
        } else if (value.isObject()) {
            value.properties()
                    .forEach(field ->
                            check(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            value.forEach(element -> check(path, element));
        }
    }

    private static void check(String path, String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' && character != '\t' && character != '\n' && character != '\r') {
                throw bad(path, text, i, "is a control character: remove it");
            }
            if (character >= 0x7F && character <= 0x9F) {
                throw bad(path, text, i, "is a control character: was text in another encoding taken for UTF-8?");
            }
            if (Character.isSurrogate(character)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(character, text.charAt(i + 1))) {
                    throw bad(path, text, i, "is half a character: the text was cut in the middle of one");
                }
                i++;
            }
        }
    }

    private static RejectedRecord bad(String path, String text, int at, String why) {
        String around = text.substring(Math.max(0, at - 20), at);
        return new RejectedRecord(
                path, "character U+%04X %s (it stands behind \"%s\")".formatted((int) text.charAt(at), why, around));
    }
}
