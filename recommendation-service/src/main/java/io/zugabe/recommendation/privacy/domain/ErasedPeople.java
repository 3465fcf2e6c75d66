package io.zugabe.recommendation.privacy.domain;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * People who were erased, as the log names them: by digests that only those can compare who know the
 * people. A digest is the SHA-256 of the log's id, a line feed and the customer's id, or "v:" and the
 * visitor's.
 *
 * @param log the log's id
 */
public record ErasedPeople(String log, List<byte[]> digests) {

    /** Stands before a customer's id where subjects are stored. */
    private static final String CUSTOMER = "c:";

    public ErasedPeople {
        digests = List.copyOf(digests);
    }

    /** Whether a subject ("c:" and a customer's id, or "v:" and a visitor's) is one of them. */
    public boolean contains(String subject) {
        byte[] digest = digest(log, subject);
        return digests.stream().anyMatch(each -> Arrays.equals(each, digest));
    }

    /**
     * The first 64 bits of a subject's digest: enough to find what is to be forgotten, for those who keep
     * no id.
     */
    public static long mark(String log, String subject) {
        return ByteBuffer.wrap(digest(log, subject)).getLong();
    }

    /** The {@link #mark}s of all of them. */
    public LongSet marks() {
        LongSet marks = new LongOpenHashSet(digests.size());
        digests.stream()
                .filter(digest -> digest.length >= Long.BYTES)
                .forEach(digest -> marks.add(ByteBuffer.wrap(digest).getLong()));
        return marks;
    }

    private static byte[] digest(String log, String subject) {
        String key = subject.startsWith(CUSTOMER) ? subject.substring(CUSTOMER.length()) : subject;
        return sha256(log + "\n" + key);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
