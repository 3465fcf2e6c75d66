package io.zugabe.quickstart.imports;

/**
 * Sends one kind of record in batches and notes in a report what became of each.
 *
 * @param <T> the messages
 */
interface Upload<T> extends AutoCloseable {

    /** Adds a record from a line; sends a batch when enough have come together. */
    void add(long line, T record) throws InterruptedException;

    /** Sends what is left and waits for all answers. */
    @Override
    void close() throws InterruptedException;
}
