package io.zugabe.catalog.fit.domain;

import java.util.Set;

/** What an expression came to. */
public sealed interface Evaluation {

    /** A value: truth value, text or double. */
    record Known(Object value) implements Evaluation {}

    /**
     * Unknown, because attributes are missing that the value depends on.
     *
     * @param attributes as {@code "host.<attribute>"} or {@code "part.<attribute>"}
     */
    record Missing(Set<String> attributes) implements Evaluation {}

    /** The expression failed, for instance by dividing by zero. */
    record Failed(String message) implements Evaluation {}
}
