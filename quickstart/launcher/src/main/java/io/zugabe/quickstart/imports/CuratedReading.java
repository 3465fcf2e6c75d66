package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.quickstart.imports.mapping.RecordReading;
import io.zugabe.quickstart.imports.source.Format;
import io.zugabe.quickstart.imports.source.InputRecord;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads records that stand for one message each, in the import format.
 *
 * @param format of the file
 * @param keys tells of those that are not read
 * @param read the message of a record
 * @param name its id; empty where a later record does not replace an earlier one
 * @param <T> the messages
 */
record CuratedReading<T>(Format format, UnknownKeys keys, Function<JsonNode, T> read, Function<T, String> name)
        implements Reading<T> {

    @Override
    public List<T> read(InputRecord record, Consumer<Fault> faults) {
        JsonNode plain = RecordReading.plain(format, record.require());
        CleanText.check(plain);
        return List.of(read.apply(plain));
    }

    @Override
    public List<String> remarks(InputRecord record, T message) {
        return keys.in(RecordReading.plain(format, record.require()));
    }

    @Override
    public String id(T message) {
        return name.apply(message);
    }
}
