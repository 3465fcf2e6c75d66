package io.zugabe.recommendation.models.domain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Models as bytes: a format number, the content, and the SHA-256 of all that. Numbers are big-endian. */
public final class ModelBytes {

    private static final int CHECKSUM = 32;
    private static final int VERSION = 6;

    private ModelBytes() {}

    /** Writes a model's content. */
    @FunctionalInterface
    public interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads a model's content. */
    @FunctionalInterface
    public interface Reading<M> {
        M from(DataInputStream in) throws IOException;
    }

    public static byte[] write(int format, Writing content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(format);
            content.to(out);
            out.flush();
            out.write(sha256(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalArgumentException if it is of another format or not what was written
     */
    public static <M> M read(int format, byte[] written, Reading<M> content) {
        int length = written.length - CHECKSUM;
        if (length < 0 || !Arrays.equals(written, length, written.length, sha256(written, length), 0, CHECKSUM)) {
            throw new IllegalArgumentException(
                    "the model's checksum does not agree with its " + written.length + " bytes");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(written, 0, length))) {
            int found = in.readInt();
            if (found != format) {
                throw new IllegalArgumentException("the model is of format " + found + " and not " + format);
            }
            return content.from(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("the model ends before all of it was read", e);
        }
    }

    /** Names a model: the beginning of its checksum, which differs if anything in it does. */
    public static String version(byte[] written) {
        return HexFormat.of().formatHex(written, written.length - CHECKSUM, written.length - CHECKSUM + VERSION);
    }

    private static byte[] sha256(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
