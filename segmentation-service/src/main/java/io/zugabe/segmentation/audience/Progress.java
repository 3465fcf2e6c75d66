package io.zugabe.segmentation.audience;

import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.ZugabeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/** How far a computation over all customers is, and until when it may go on. */
public final class Progress {

    private final long start = System.nanoTime();
    private final Duration longest;
    private final AtomicLong examined = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private volatile boolean cancelled;

    /**
     * @param longest time that it may take
     */
    public Progress(Duration longest) {
        this.longest = longest;
    }

    /** Customers examined so far, in pages of 500: how many there are of a segment is not told. */
    public long examined() {
        return examined.get();
    }

    /** Customers to examine, as estimated; never below those examined. */
    public long total() {
        return Math.max(total.get(), examined.get());
    }

    /** Ends the computation as soon as it looks. */
    public void cancel() {
        cancelled = true;
    }

    void expect(long more) {
        total.addAndGet(more);
    }

    /** Counts customers; fails if nobody waits any more, or the time is up. */
    void examined(int more) {
        examined.addAndGet(more);
        if (cancelled) {
            throw new CancellationException("nobody waits for it any more");
        }
        if (System.nanoTime() - start > longest.toNanos()) {
            throw ZugabeException.of(
                    KitReason.TIMEOUT,
                    "%d customers were examined within %s; allow more time".formatted(examined.get(), longest),
                    Map.of("examined", Long.toString(examined.get())));
        }
    }
}
