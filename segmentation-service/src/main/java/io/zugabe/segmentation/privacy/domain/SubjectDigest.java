package io.zugabe.segmentation.privacy.domain;

import io.zugabe.segmentation.log.domain.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Names a subject to those who know it, and to nobody else: the SHA-256 digest of the log's id, a line
 * feed and the subject's key. Salted with the log's id, so that digests of two shops do not match.
 */
public final class SubjectDigest {

    private SubjectDigest() {}

    /** The digest, 32 bytes. */
    public static byte[] of(UUID logId, Subject subject) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((logId + "\n" + subject.key()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
