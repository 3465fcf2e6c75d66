package io.zugabe.quickstart.imports.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * Values within one cell of a tab-separated Google feed: repeated values are separated by commas,
 * sub-attributes by colons. A part with separators in it is quoted (quotes within doubled), or a backslash
 * stands before them.
 */
public final class NestedValues {

    private NestedValues() {}

    /** The parts of a text, still quoted. */
    static List<String> split(String text, char separator) {
        boolean quotes = text.chars().filter(character -> character == '"').count() % 2 == 0;
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\\') {
                i++;
            } else if (character == '"' && quotes) {
                quoted = !quoted;
            } else if (character == separator && !quoted) {
                parts.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin).strip());
        return parts;
    }

    /** A part without its quotes and backslashes. */
    static String plain(String part) {
        String inner = part.length() > 1 && part.startsWith("\"") && part.endsWith("\"")
                ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
                : part;
        return inner.replaceAll("\\\\([\\\\,:\"])", "$1");
    }

    /** A text as a part. */
    public static String quoted(String text) {
        boolean plain = text.chars().noneMatch(character -> ",:\"\\".indexOf(character) >= 0)
                && text.strip().equals(text);
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\"\"") + "\"";
    }
}
