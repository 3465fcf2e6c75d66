package io.zugabe.recommendation.decision;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids of decisions: UUIDs of version 7 (RFC 9562), so that they sort by time. */
final class DecisionIds {

    private static final long RANDOM_IN_HIGH = 0xFFFL;
    private static final long VERSION_7 = 0x7000L;
    private static final long RANDOM_IN_LOW = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private DecisionIds() {}

    static UUID next(Instant time, RandomGenerator random) {
        long high = time.toEpochMilli() << 16 | VERSION_7 | random.nextLong() & RANDOM_IN_HIGH;
        long low = VARIANT | random.nextLong() & RANDOM_IN_LOW;
        return new UUID(high, low);
    }

    /** The seed of a decision: its id is all that is needed to replay it. */
    static long seed(UUID id) {
        return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    }
}
