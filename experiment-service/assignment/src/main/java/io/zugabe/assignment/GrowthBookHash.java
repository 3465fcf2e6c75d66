package io.zugabe.assignment;

import java.util.OptionalDouble;

/**
 * GrowthBook's hash of a unit, written as its specification (0.8.0) has it: FNV-1a with 32 bits over
 * UTF-16 code units. {@link Salt} is the form for the hot path; tests hold the two equal.
 */
public final class GrowthBookHash {

    static final int OFFSET_BASIS = 0x811c9dc5;
    static final int PRIME = 0x01000193;

    private GrowthBookHash() {}

    /**
     * The hash of a value under a seed.
     *
     * @param version 1 (biased: neighbouring seeds correlate) or 2
     * @return in [0, 1) in steps of 1/1,000 (version 1) or 1/10,000 (version 2); empty for other versions
     */
    public static OptionalDouble hash(String seed, String value, int version) {
        return switch (version) {
            case 1 -> OptionalDouble.of(Integer.remainderUnsigned(fnv1a32(value + seed), 1_000) / 1_000.0);
            case 2 -> OptionalDouble.of(v2(seed, value));
            default -> OptionalDouble.empty();
        };
    }

    /** Version 2 of the hash, in [0, 1) in steps of 1/10,000. */
    public static double v2(String seed, String value) {
        String first = Integer.toUnsignedString(fnv1a32(seed + value));
        return Integer.remainderUnsigned(fnv1a32(first), 10_000) / 10_000.0;
    }

    /**
     * Whether a unit is in a part of a GrowthBook namespace (hash version 1).
     *
     * @param start inclusive
     * @param end exclusive
     */
    public static boolean inNamespace(String value, String namespace, double start, double end) {
        double point = hash("__" + namespace, value, 1).orElseThrow();
        return point >= start && point < end;
    }

    static int fnv1a32(String text) {
        int hash = OFFSET_BASIS;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }
}
