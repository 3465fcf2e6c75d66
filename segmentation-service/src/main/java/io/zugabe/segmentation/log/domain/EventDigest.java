package io.zugabe.segmentation.log.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What the log knows an event id by: the first 128 bits of its SHA-256 digest. Two ids out of a
 * trillion share theirs with a probability of about 10⁻¹⁵.
 */
public final class EventDigest {

    private EventDigest() {}

    /** The digest of an event id. */
    public static UUID of(String eventId) {
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(eventId.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
