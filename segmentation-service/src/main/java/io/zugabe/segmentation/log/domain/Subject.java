package io.zugabe.segmentation.log.domain;

/**
 * Whom an event is about.
 *
 * @param id the customer's id, or the visitor's if no customer is known
 * @param visitor true if {@code id} is a visitor's
 */
public record Subject(String id, boolean visitor) {

    /** Stands before a visitor's id in a key; no customer's id begins with it. */
    public static final String VISITOR_PREFIX = "v:";

    public static Subject customer(String id) {
        return new Subject(id, false);
    }

    public static Subject visitor(String id) {
        return new Subject(id, true);
    }

    /** The subject of a key. */
    public static Subject ofKey(String key) {
        return key.startsWith(VISITOR_PREFIX) ? visitor(key.substring(VISITOR_PREFIX.length())) : customer(key);
    }

    /** The key under which everything about the subject is stored. */
    public String key() {
        return visitor ? VISITOR_PREFIX + id : id;
    }
}
