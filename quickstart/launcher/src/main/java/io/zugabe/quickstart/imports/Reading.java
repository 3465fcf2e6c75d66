package io.zugabe.quickstart.imports;

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

    /** The id that makes a later message replace an earlier one; empty if none does. */
    String id(T message);
}
