package io.zugabe.recommendation.taste.domain;

import io.zugabe.recommendation.taste.domain.Approach.Method;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A {@link TasteModel} as bytes: a format number, method, explanation, baskets, position, products, rows of weights,
 * and the SHA-256 of all that. Numbers are big-endian; texts are UTF-8 after their length.
 */
public final class TasteModelBytes {

    private static final int FORMAT = 0x7A745401;
    private static final int CHECKSUM = 32;

    private TasteModelBytes() {}

    public static byte[] write(TasteModel model) {
        List<byte[]> texts = new ArrayList<>();
        texts.add(utf8(model.approach().method().name()));
        texts.add(utf8(model.approach().explanation()));
        model.products().forEach(product -> texts.add(utf8(product)));
        ItemWeights weights = model.weights();
        long size = 4 * Integer.BYTES + Long.BYTES + CHECKSUM;
        for (byte[] text : texts) {
            size += Integer.BYTES + text.length;
        }
        size += Integer.BYTES * (long) weights.starts().length + 2L * Integer.BYTES * weights.size();
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size));
        bytes.putInt(FORMAT).putInt(model.baskets()).putLong(model.position());
        bytes.putInt(model.products().size()).putInt(weights.size());
        texts.forEach(text -> bytes.putInt(text.length).put(text));
        putAll(weights, bytes);
        bytes.put(sha256(bytes.array(), bytes.position()));
        return bytes.array();
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalArgumentException if it is of another format or not what was written
     */
    public static TasteModel read(byte[] written) {
        int content = written.length - CHECKSUM;
        if (content < 0 || !Arrays.equals(written, content, written.length, sha256(written, content), 0, CHECKSUM)) {
            throw new IllegalArgumentException(
                    "the model's checksum does not agree with its " + written.length + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.wrap(written, 0, content);
        try {
            return read(bytes);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the model ends before all of it was read", e);
        }
    }

    /** Names a model: the beginning of its checksum, which differs if anything in it does. */
    public static String version(byte[] written) {
        StringBuilder version = new StringBuilder();
        for (int at = Math.max(0, written.length - CHECKSUM); version.length() < 12 && at < written.length; at++) {
            version.append(Character.forDigit(written[at] >> 4 & 0xF, 16))
                    .append(Character.forDigit(written[at] & 0xF, 16));
        }
        return version.toString();
    }

    private static TasteModel read(ByteBuffer bytes) {
        int format = bytes.getInt();
        if (format != FORMAT) {
            throw new IllegalArgumentException("the model is of format " + format + " and not " + FORMAT);
        }
        int baskets = bytes.getInt();
        long position = bytes.getLong();
        int size = bytes.getInt();
        int count = bytes.getInt();
        Approach approach = new Approach(Method.valueOf(text(bytes)), text(bytes));
        List<String> products = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            products.add(text(bytes));
        }
        int[] starts = new int[size + 1];
        int[] targets = new int[count];
        float[] weights = new float[count];
        bytes.asIntBuffer().get(starts).get(targets);
        bytes.position(bytes.position() + Integer.BYTES * (starts.length + count));
        bytes.asFloatBuffer().get(weights);
        return new TasteModel(approach, baskets, position, products, new ItemWeights(starts, targets, weights));
    }

    private static void putAll(ItemWeights weights, ByteBuffer bytes) {
        bytes.asIntBuffer().put(weights.starts()).put(weights.targets());
        bytes.position(bytes.position() + Integer.BYTES * (weights.starts().length + weights.size()));
        bytes.asFloatBuffer().put(weights.weights());
        bytes.position(bytes.position() + Float.BYTES * weights.size());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ByteBuffer bytes) {
        byte[] text = new byte[Math.min(bytes.getInt(), bytes.remaining())];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
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
