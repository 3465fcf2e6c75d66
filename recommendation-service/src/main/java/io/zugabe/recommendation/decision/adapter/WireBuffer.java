package io.zugabe.recommendation.decision.adapter;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Encodes messages as Protocol Buffers do (protobuf.dev/programming-guides/encoding), field by field, without making them
 * first. As there, a field without presence is left out if it has its default. One thread at a time.
 */
final class WireBuffer {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH = 2;
    private static final int TAG_SHIFT = 3;
    private static final int MORE = 0x80;
    private static final int BITS = 0x7F;
    private static final int LONGEST_VARINT = 10;

    private byte[] bytes = new byte[4_096];
    private int at;

    /** Begins anew. */
    void clear() {
        at = 0;
    }

    /** What was written. */
    ByteString bytes() {
        return ByteString.copyFrom(bytes, 0, at);
    }

    void text(int field, String value) {
        if (!value.isEmpty()) {
            requiredText(field, value);
        }
    }

    /** Also if it is empty: in lists and maps. */
    void requiredText(int field, String value) {
        blob(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A message that is encoded already. */
    void blob(int field, byte[] value) {
        room(value.length);
        varint(field << TAG_SHIFT | LENGTH);
        varint(value.length);
        System.arraycopy(value, 0, bytes, at, value.length);
        at += value.length;
    }

    /** An integer or an enum's number. */
    void integer(int field, long value) {
        if (value != 0) {
            room(0);
            varint((long) field << TAG_SHIFT | VARINT);
            varint(value);
        }
    }

    void number(int field, double value) {
        if (Double.doubleToRawLongBits(value) != 0) {
            requiredNumber(field, value);
        }
    }

    /** Also if it is 0: in maps. */
    void requiredNumber(int field, double value) {
        room(Long.BYTES);
        varint((long) field << TAG_SHIFT | FIXED_64);
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[at++] = (byte) (bits >>> shift);
        }
    }

    /** Begins a message within this one; returns what {@link #end} wants. */
    int begin(int field) {
        room(0);
        varint((long) field << TAG_SHIFT | LENGTH);
        return ++at; // room for a length of one byte
    }

    /** Ends a message: most are short; a longer one moves to make room for its length. */
    void end(int begin) {
        int length = at - begin;
        int more = 0;
        for (int rest = length >>> 7; rest != 0; rest >>>= 7) {
            more++;
        }
        if (more > 0) {
            room(0);
            System.arraycopy(bytes, begin, bytes, begin + more, length);
        }
        at = begin - 1;
        varint(length);
        at += length;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~BITS) != 0) {
            bytes[at++] = (byte) ((rest & BITS) | MORE);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
    }

    /** Room for a tag, a length or a number, and so many bytes. */
    private void room(int more) {
        int needed = at + 2 * LONGEST_VARINT + more;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
    }
}
