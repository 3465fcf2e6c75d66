package io.zugabe.recommendation.incentives;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;

/** Money that this replica may promise. Once it is drained nothing can be promised from it any more. */
final class Lease {

    private final long number;
    private final long size;
    private final LocalDate day;
    private final AtomicLong left;
    private volatile Instant until;

    /**
     * @param size in micros
     * @param until when it ends that promises are made from it, exclusively
     */
    Lease(long number, long size, LocalDate day, Instant until) {
        this.number = number;
        this.size = size;
        this.day = day;
        this.until = until;
        this.left = new AtomicLong(size);
    }

    /** Takes money for a promise; false if there is not enough. */
    boolean take(long micros, Instant now) {
        if (!now.isBefore(until)) {
            return false;
        }
        long before = left.getAndUpdate(rest -> rest >= micros ? rest - micros : rest);
        return before >= micros;
    }

    /** The promise is not made after all. */
    void putBack(long micros) {
        left.addAndGet(micros);
    }

    /** Takes what is left. */
    long drain() {
        return left.getAndSet(0);
    }

    boolean isUntouched() {
        return left.get() == size;
    }

    /** Whether so little is left, in money or time, that another is needed. */
    boolean runsOut(Instant now, Instant soon) {
        return left.get() < size / 2 || !soon.isBefore(until) || !now.isBefore(until);
    }

    /** Whether there is at least so much left. */
    boolean has(long micros) {
        return left.get() >= micros;
    }

    boolean hasMoney(Instant now) {
        return left.get() > 0 && now.isBefore(until);
    }

    void extend(Instant later) {
        until = later;
    }

    long number() {
        return number;
    }

    LocalDate day() {
        return day;
    }
}
