package io.zugabe.quickstart.exports;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A Google Merchant Center feed in RSS 2.0. */
final class GoogleXml implements AutoCloseable {

    private final Writer out;

    GoogleXml(Writer out, String title) throws IOException {
        this.out = out;
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\" xmlns:z=\"https://zugabe.io/ns/feed/1\">\n"
                + "<channel>\n<title>" + title + "</title>\n");
    }

    void write(GoogleItem item) throws IOException {
        out.write("<item>\n");
        for (var attribute : item.attributes().entrySet()) {
            boolean own = attribute.getKey().startsWith("z:");
            for (String value : attribute.getValue()) {
                element(own ? attribute.getKey() : "g:" + attribute.getKey(), value);
            }
        }
        for (List<String> detail : item.details()) {
            group("g:product_detail", List.of("section_name", "attribute_name", "attribute_value"), detail);
        }
        out.write("</item>\n");
    }

    /** An item that says nothing but what goes with it: relationship type, identifier type, identifier. */
    void write(String id, List<List<String>> related) throws IOException {
        out.write("<item>\n");
        element("g:id", id);
        for (List<String> other : related) {
            group("g:related_product", List.of("relationship_type", "identifier_type", "identifier"), other);
        }
        out.write("</item>\n");
    }

    @Override
    public void close() throws IOException {
        out.write("</channel>\n</rss>\n");
        out.close();
    }

    private void group(String name, List<String> parts, List<String> values) throws IOException {
        out.write("<" + name + ">");
        for (int i = 0; i < parts.size(); i++) {
            out.write("<g:" + parts.get(i) + ">" + escaped(values.get(i)) + "</g:" + parts.get(i) + ">");
        }
        out.write("</" + name + ">\n");
    }

    private void element(String name, String value) throws IOException {
        out.write("<" + name + ">" + escaped(value) + "</" + name + ">\n");
    }

    /** Text for XML 1.0, which has no place for some control characters: they are left out. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\r' -> escaped.append("&#13;");
                default -> {
                    boolean allowed = character >= ' ' || character == '\t' || character == '\n';
                    if (allowed && !(character >= 0xD800 && character <= 0xDFFF) && character < 0xFFFE
                            || character > 0xFFFF) {
                        escaped.appendCodePoint(character);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
