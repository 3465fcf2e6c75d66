package io.zugabe.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Finds the peak: a fixed number of calls is always in flight, each followed by the next as soon as it
 * ends. Latencies of such a loop mean nothing, because it slows down with the server: see {@link OpenLoop}.
 */
public final class ClosedLoop {

    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);

    private static final int WARM_AFTER_CALLS = 100_000;
    private static final int MOST_WARM_UPS = 12;

    private final Call call;
    private final int inFlight;
    private final Semaphore ended = new Semaphore(0);
    private final LongAdder succeeded = new LongAdder();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopping;

    private ClosedLoop(Call call, int inFlight) {
        this.call = call;
        this.inFlight = inFlight;
    }

    /**
     * Measures successful calls per second, once per run, the runs following each other without a pause.
     *
     * @param inFlight calls in flight, 1 or more
     * @param warmUp not measured; longer if the server is not warm by then
     * @throws IllegalStateException if a call fails: the rate of a failing server is no figure
     */
    public static List<Double> callsPerSecond(Call call, int inFlight, Duration warmUp, Duration run, int runs)
            throws InterruptedException {
        ClosedLoop loop = new ClosedLoop(call, inFlight);
        for (int i = 0; i < inFlight; i++) {
            loop.startOne();
        }
        try {
            loop.warmUp(warmUp);
            List<Double> rates = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                rates.add(loop.measure(run));
            }
            return rates;
        } finally {
            loop.drain();
        }
    }

    /** On a busy machine a server may still be compiling after any fixed time, so calls count, too. */
    private void warmUp(Duration atLeast) throws InterruptedException {
        measure(atLeast);
        for (int i = 0; i < MOST_WARM_UPS && succeeded.sum() < WARM_AFTER_CALLS; i++) {
            measure(atLeast);
        }
    }

    private double measure(Duration duration) throws InterruptedException {
        long began = System.nanoTime();
        long before = succeeded.sum();
        // a failed call ends its chain, which is the only thing to wake up for
        if (ended.tryAcquire(duration.toNanos(), TimeUnit.NANOSECONDS)) {
            ended.release();
            throw new IllegalStateException("a call failed", failure.get());
        }
        return (succeeded.sum() - before) * 1e9 / (System.nanoTime() - began);
    }

    private void startOne() {
        call.start(this::oneEnded);
    }

    private void oneEnded(@Nullable Throwable problem) {
        if (problem != null) {
            failure.compareAndSet(null, problem);
        } else {
            succeeded.increment();
        }
        if (stopping || problem != null) {
            ended.release();
        } else {
            startOne();
        }
    }

    private void drain() throws InterruptedException {
        stopping = true;
        if (!ended.tryAcquire(inFlight, LONGEST_DRAIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("calls did not end within " + LONGEST_DRAIN);
        }
    }
}
