package io.zugabe.quickstart.imports;

/** A record that cannot be sent: what is wrong with which field. */
final class RejectedRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RejectedRecord(String field, String problem) {
        super(field + ": " + problem, null, false, false);
    }
}
