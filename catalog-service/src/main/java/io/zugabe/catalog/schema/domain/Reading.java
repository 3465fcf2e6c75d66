package io.zugabe.catalog.schema.domain;

/** What became of a value that was read against a declaration. */
public sealed interface Reading {

    /** The value in its declared kind and unit. */
    record Accepted(AttributeValue value) implements Reading {}

    /**
     * The value means nothing, or more than one thing.
     *
     * @param why continues the value: {@code "is no number with a unit of power; for instance \"45 W\""}
     */
    record Refused(String why) implements Reading {}
}
