package io.zugabe.bench;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * Measures latency at a fixed rate: calls start by the clock, whether or not earlier ones have ended,
 * and each is timed from the moment at which it should have started. So a server that stalls is charged
 * with everything that had to wait (no coordinated omission; Tene, "How NOT to Measure Latency", 2013).
 */
public final class OpenLoop {

    /** A server that falls back by more seconds than this does not keep up: there is no latency to speak of. */
    private static final int MOST_SECONDS_BEHIND = 10;

    private static final long LONGEST_LATENCY = TimeUnit.SECONDS.toNanos(60);
    private static final int SIGNIFICANT_DIGITS = 3;

    /** The operating system wakes a sleeper up to this much too late; shorter waits are yielded away. */
    private static final long TIMER_SLACK = TimeUnit.MICROSECONDS.toNanos(150);

    private final Call call;
    private final double perSecond;
    private final Recorder latencies = new Recorder(LONGEST_LATENCY, SIGNIFICANT_DIGITS);
    private final int mostInFlight;
    private final Semaphore free;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private OpenLoop(Call call, double perSecond) {
        this.call = call;
        this.perSecond = perSecond;
        this.mostInFlight = (int) Math.ceil(perSecond * MOST_SECONDS_BEHIND);
        this.free = new Semaphore(mostInFlight);
    }

    /**
     * Latencies in nanoseconds.
     *
     * @param perSecond calls started per second, more than 0
     * @param warmUp not measured, at the same rate
     * @throws IllegalStateException if a call fails, or the server does not keep up
     */
    public static Histogram latencies(Call call, double perSecond, Duration warmUp, Duration run)
            throws InterruptedException {
        OpenLoop loop = new OpenLoop(call, perSecond);
        loop.start(warmUp);
        loop.latencies.getIntervalHistogram();
        loop.start(run);
        loop.drain();
        return loop.latencies.getIntervalHistogram();
    }

    private void start(Duration duration) {
        long began = System.nanoTime();
        long calls = Math.round(duration.toNanos() / 1e9 * perSecond);
        for (long i = 0; i < calls; i++) {
            long due = began + (long) (i * 1e9 / perSecond);
            waitUntil(due);
            if (!free.tryAcquire()) {
                throw new IllegalStateException("the server does not keep up with %.0f calls per second: %,d in flight"
                        .formatted(perSecond, mostInFlight));
            }
            call.start(problem -> ended(due, problem));
            throwIfFailed();
        }
    }

    private static void waitUntil(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            if (left > TIMER_SLACK) {
                LockSupport.parkNanos(left - TIMER_SLACK);
            } else {
                Thread.yield();
            }
            left = due - System.nanoTime();
        }
    }

    private void ended(long due, @Nullable Throwable problem) {
        if (problem != null) {
            failure.compareAndSet(null, problem);
        }
        latencies.recordValue(Math.min(System.nanoTime() - due, LONGEST_LATENCY));
        free.release();
    }

    private void drain() throws InterruptedException {
        if (!free.tryAcquire(mostInFlight, LONGEST_LATENCY, TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("calls did not end within a minute");
        }
        throwIfFailed();
    }

    private void throwIfFailed() {
        Throwable problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("a call failed", problem);
        }
    }
}
