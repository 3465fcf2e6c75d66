package io.zugabe.catalog.fit.domain;

/**
 * A tuple with its place in the verdict grids of its type.
 *
 * @param owner the tuples that the place is among; who knows others must not use the place
 * @param typeNumber counts the types from 1
 * @param ordinal counts the tuples of one type from 0
 */
record InternedTuple(AttributeTuple tuple, TypeTuples owner, int typeNumber, int ordinal) {

    String type() {
        return tuple.type();
    }

    /** There is one instance for equal tuples of one owner. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
