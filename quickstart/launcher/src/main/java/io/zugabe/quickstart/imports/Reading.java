package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.quickstart.imports.source.InputRecord;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads records of a file as messages.
 *
 * @param <T> the messages
 */
interface Reading<T> {

    /**
     * The messages of a record, usually one.
     *
     * @param faults told what is wrong with some of them; a record that is wrong as a whole throws
     *     {@link io.zugabe.quickstart.imports.source.RejectedRecord}
     */
    List<T> read(InputRecord record, Consumer<Fault> faults);

    /** The id of a record that may not be readable otherwise; empty if it shows none. */
    default String idOf(InputRecord record) {
        JsonNode id = record.content() == null ? null : record.content().get("id");
        return id == null || !id.isValueNode() ? "" : id.asText();
    }

    /** What a person should know about a record that is not wrong; asked once, if it stands for a message. */
    default List<String> remarks(InputRecord record, T message) {
        return List.of();
    }

    /** The id that makes a later message replace an earlier one; empty if none does. */
    String id(T message);
}
