package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** Hands records to an upload and unreadable ones to the report. */
final class Records {

    private Records() {}

    static <T> void send(InputRecord record, Function<JsonNode, T> read, Upload<T> upload, ImportReport report)
            throws InterruptedException {
        T message;
        try {
            message = read.apply(record.require());
        } catch (RejectedRecord e) {
            report.rejected(record.line(), "", String.valueOf(e.getMessage()));
            return;
        }
        upload.add(record.line(), message);
    }
}
