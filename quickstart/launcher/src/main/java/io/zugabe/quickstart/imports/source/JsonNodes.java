package io.zugabe.quickstart.imports.source;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a JSON-LD document, one at a time: those of its {@code @graph}, of a list, or the document
 * itself; also of several documents one after the other. JSON in one piece cannot be read on behind a
 * mistake in it: the last record says so.
 */
final class JsonNodes implements Iterator<InputRecord> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonParser parser;
    private long item;
    private boolean inGraph;
    private boolean ended;
    private @Nullable InputRecord next;

    JsonNodes(Reader reader) throws IOException {
        parser = JSON.getFactory().createParser(reader);
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = read();
            ended = next == null || next.content() == null;
        }
        return next != null;
    }

    @Override
    public InputRecord next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        InputRecord record = next;
        next = null;
        return record;
    }

    private @Nullable InputRecord read() {
        try {
            JsonNode node = node();
            return node == null ? null : new InputRecord(++item, node, "");
        } catch (JsonProcessingException e) {
            return new InputRecord(
                    ++item,
                    null,
                    "is no JSON, and nothing after it can be read: " + e.getOriginalMessage() + " (line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable JsonNode node() throws IOException {
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return null;
            }
            if (token == JsonToken.START_OBJECT) {
                if (inGraph) {
                    return JSON.readTree(parser);
                }
                ObjectNode document = document();
                if (!inGraph) {
                    return document;
                }
            } else if (token == JsonToken.END_ARRAY) {
                inGraph = false;
            } else if (token == JsonToken.FIELD_NAME) {
                parser.nextToken();
                parser.skipChildren();
            } else if (token.isScalarValue()) {
                throw new JsonParseException(parser, "a JSON-LD document holds objects");
            }
        }
    }

    /** The object at hand, or, where it holds a graph, its fields up to the beginning of that. */
    private ObjectNode document() throws IOException {
        ObjectNode document = JSON.createObjectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && "@graph".equals(name)) {
                inGraph = true;
                return document;
            }
            document.set(name, JSON.<JsonNode>readTree(parser));
        }
        return document;
    }
}
