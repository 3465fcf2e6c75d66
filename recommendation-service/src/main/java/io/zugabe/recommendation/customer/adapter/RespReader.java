package io.zugabe.recommendation.customer.adapter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes answers out of what Redis sends (RESP 2), however it is cut into pieces: texts, errors and simple lines. */
final class RespReader {

    private static final int LONGEST = 64 << 20;

    private final Value value;
    private final Consumer<String> error;
    private byte[] kept = new byte[0];

    /** Takes a value. */
    @FunctionalInterface
    interface Value {
        /**
         * @param bytes null if there is none
         */
        void accept(byte @Nullable [] bytes);
    }

    RespReader(Value value, Consumer<String> error) {
        this.value = value;
        this.error = error;
    }

    /** Forgets what is incomplete. */
    void clear() {
        kept = new byte[0];
    }

    /**
     * Reads what has come.
     *
     * @throws IllegalStateException if this is no answer
     */
    void read(byte[] received) {
        byte[] bytes = kept.length == 0 ? received : joined(received);
        int at = 0;
        int end = answer(bytes, at);
        while (end >= 0) {
            at = end;
            end = answer(bytes, at);
        }
        kept = at == bytes.length ? new byte[0] : Arrays.copyOfRange(bytes, at, bytes.length);
    }

    private byte[] joined(byte[] received) {
        byte[] joined = Arrays.copyOf(kept, kept.length + received.length);
        System.arraycopy(received, 0, joined, kept.length, received.length);
        return joined;
    }

    /** Hands out the answer that begins at a place; returns its end, or -1 if it is not complete. */
    private int answer(byte[] bytes, int at) {
        int line = lineEnd(bytes, at);
        if (line < 0) {
            return -1;
        }
        int after = line + 2;
        switch (bytes[at]) {
            case '$' -> {
                int length = number(bytes, at + 1, line);
                if (length < 0) {
                    value.accept(null);
                    return after;
                }
                if (bytes.length < after + length + 2) {
                    return -1;
                }
                value.accept(Arrays.copyOfRange(bytes, after, after + length));
                return after + length + 2;
            }
            case '+', ':' -> value.accept(null);
            case '-' -> error.accept(new String(bytes, at + 1, line - at - 1, StandardCharsets.UTF_8));
            default -> throw new IllegalStateException("an answer cannot begin with byte " + bytes[at]);
        }
        return after;
    }

    private static int lineEnd(byte[] bytes, int from) {
        for (int at = from; at + 1 < bytes.length; at++) {
            if (bytes[at] == '\r' && bytes[at + 1] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private static int number(byte[] bytes, int from, int to) {
        if (bytes[from] == '-') {
            return -1;
        }
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9 || number > LONGEST) {
                throw new IllegalStateException("a length is no number");
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
