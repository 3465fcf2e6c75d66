package io.zugabe.quickstart.imports.source;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file.
 *
 * @param line the line where it starts, from 1; of XML and of JSON in one piece, the number of the item
 * @param content the record; null if it could not be read
 * @param problem why it could not be read; empty if it could
 */
public record InputRecord(long line, @Nullable JsonNode content, String problem) {

    /** The content, or the reason why there is none. */
    public JsonNode require() {
        if (content == null) {
            throw new RejectedRecord("line", problem);
        }
        return content;
    }
}
