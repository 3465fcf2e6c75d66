package io.zugabe.recommendation.decision.adapter;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** So many a second in the long run, and a number of them saved up (a token bucket). Never blocks. */
final class Allowance {

    private final long nanosEach;
    private final long saved;
    private final LongSupplier nanos;
    private final AtomicLong usedUpTo;

    /**
     * A full allowance.
     *
     * @param perSecond 1 or more
     * @param most that can be saved up, 1 or more
     * @param nanos a clock that only goes forward
     */
    Allowance(int perSecond, int most, LongSupplier nanos) {
        this.nanosEach = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.saved = nanosEach * most;
        this.nanos = nanos;
        this.usedUpTo = new AtomicLong(nanos.getAsLong() - saved);
    }

    /** Uses one; false if none is left. */
    boolean take() {
        long now = nanos.getAsLong();
        while (true) {
            long used = usedUpTo.get();
            long next = Math.max(used, now - saved) + nanosEach;
            if (next > now) {
                return false;
            }
            if (usedUpTo.compareAndSet(used, next)) {
                return true;
            }
        }
    }
}
