package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file.
 *
 * @param line the line where it starts, from 1
 * @param content the record; null if the line could not be read
 * @param problem why the line could not be read; empty if it could
 */
record InputRecord(long line, @Nullable JsonNode content, String problem) {

    /** The content, or the reason why there is none. */
    JsonNode require() {
        if (content == null) {
            throw new RejectedRecord("line", problem);
        }
        return content;
    }
}
