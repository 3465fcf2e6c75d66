package io.zugabe.quickstart.imports.rules;

/** Something in a pack that is not as it should be; the message begins with file and line. */
public final class PackFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PackFault(String message) {
        super(message, null, false, false);
    }
}
