package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.quickstart.imports.source.InputRecord;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.util.List;
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
            report.rejected(record.line(), "", List.of(Fault.of(e)));
            return;
        }
        upload.add(record.line(), message);
    }
}
