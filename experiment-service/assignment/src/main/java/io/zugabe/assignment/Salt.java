package io.zugabe.assignment;

/**
 * A seed that has been hashed already, so that hashing a unit under it costs the unit's length only.
 * Gives what {@link GrowthBookHash#v2} gives, without allocating.
 */
final class Salt {

    private static final int MOST_DIGITS = 10;
    private static final int STEPS = 10_000;

    private final int state;

    private Salt(int state) {
        this.state = state;
    }

    static Salt of(String seed) {
        return new Salt(GrowthBookHash.fnv1a32(seed));
    }

    /** Where a unit lies under this salt: in [0, 1) in steps of 1/10,000. */
    double point(String unit) {
        int hash = state;
        for (int i = 0; i < unit.length(); i++) {
            hash = (hash ^ unit.charAt(i)) * GrowthBookHash.PRIME;
        }
        return Integer.remainderUnsigned(hashOfDecimal(hash), STEPS) / (double) STEPS;
    }

    /** FNV-1a of the number's decimal digits, most significant first. */
    private static int hashOfDecimal(int unsigned) {
        long rest = Integer.toUnsignedLong(unsigned);
        long divisor = 1;
        for (int digits = 1; digits < MOST_DIGITS && rest / divisor >= 10; digits++) {
            divisor *= 10;
        }
        int hash = GrowthBookHash.OFFSET_BASIS;
        for (; divisor > 0; divisor /= 10) {
            hash = (hash ^ (int) ('0' + rest / divisor % 10)) * GrowthBookHash.PRIME;
        }
        return hash;
    }
}
