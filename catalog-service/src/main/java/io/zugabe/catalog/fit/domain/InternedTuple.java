package io.zugabe.catalog.fit.domain;

/**
 * A tuple with its place in the verdict grids of its type.
 *
 * @param ordinal counts the tuples of one type from 0
 */
public record InternedTuple(AttributeTuple tuple, int ordinal) {

    public String type() {
        return tuple.type();
    }
}
