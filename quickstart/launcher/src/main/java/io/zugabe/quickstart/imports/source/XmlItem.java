package io.zugabe.quickstart.imports.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One item as a record: elements by name, repeated ones as a list, those with elements inside as records.
 * Prefixes are left out, whatever namespace they stand for, except {@code c:} (the shop's own attributes) and
 * {@code z:} (Zugabe's own).
 */
final class XmlItem {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 8;
    private static final Pattern UNKNOWN_ENTITY = Pattern.compile("entity \"([^\"]+)\" was referenced");

    private final XMLInputFactory factory = XMLInputFactory.newFactory();

    XmlItem() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // prefixes are declared outside of the item
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    ObjectNode parse(String text) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
        try {
            reader.nextTag();
            JsonNode content = element(reader, 0);
            while (reader.hasNext()) {
                reader.next();
            }
            return content instanceof ObjectNode item ? item : JSON.createObjectNode();
        } finally {
            reader.close();
        }
    }

    /** What the parser says, without the position inside the item, and with what would be right. */
    static String reason(XMLStreamException failure) {
        String message = String.valueOf(failure.getMessage()).replaceFirst("(?s)^ParseError.*?Message: ", "");
        if (message.contains("entity name must immediately follow")) {
            return "a & stands alone: write &amp;";
        }
        Matcher entity = UNKNOWN_ENTITY.matcher(message);
        return entity.find()
                ? "&" + entity.group(1) + "; is HTML's; XML knows &amp; &lt; &gt; &quot; &apos; and numbers like &#160;"
                : message.strip();
    }

    private static JsonNode element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("elements are nested more than " + DEEPEST + " deep");
        }
        ObjectNode children = JSON.createObjectNode();
        StringBuilder text = new StringBuilder();
        String link = reader.getAttributeValue(null, "href");
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = name(reader.getLocalName());
                    add(children, name, element(reader, depth + 1));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException(
                            "Message: The entity \"" + reader.getLocalName() + "\" was referenced, but not declared.");
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!children.isEmpty()) {
                        return children;
                    }
                    return JSON.getNodeFactory().textNode(text.isEmpty() && link != null ? link : text.toString());
                }
                default -> {
                    // comments and processing instructions say nothing about a product
                }
            }
        }
    }

    private static void add(ObjectNode parent, String name, JsonNode value) {
        JsonNode there = parent.get(name);
        switch (there) {
            case null -> parent.set(name, value);
            case ArrayNode list -> list.add(value);
            default -> parent.putArray(name).add(there).add(value);
        }
    }

    private static String name(String qualified) {
        int colon = qualified.indexOf(':');
        boolean kept = qualified.startsWith("c:") || qualified.startsWith("z:");
        return colon < 0 || kept ? qualified : qualified.substring(colon + 1);
    }
}
