package io.zugabe.catalog.rule.adapter;

/** A rule pack that cannot be loaded; the message names pack, place and fault. */
public final class PackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PackException(String message) {
        super(message);
    }
}
