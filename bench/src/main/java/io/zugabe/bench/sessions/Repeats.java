package io.zugabe.bench.sessions;

import java.util.Arrays;

/** Which products of the visit itself may be predicted. */
enum Repeats {
    /** All, the one that is looked at included. */
    ALL,
    /** All but the one that is looked at: a visit may return. This is Serenade's protocol. */
    EARLIER,
    /** None. */
    NONE;

    private static final int[] NOTHING = {};

    int[] excluded(int[] visit) {
        return switch (this) {
            case ALL -> NOTHING;
            case EARLIER -> new int[] {visit[visit.length - 1]};
            case NONE -> visit;
        };
    }

    /** Whether a product can be predicted at all. */
    boolean possible(int[] visit, int product) {
        return Arrays.stream(excluded(visit)).noneMatch(excluded -> excluded == product);
    }
}
