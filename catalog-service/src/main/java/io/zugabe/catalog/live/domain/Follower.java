package io.zugabe.catalog.live.domain;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A bounded queue of events for one follower. A follower that falls behind is lost rather than waited for. */
public final class Follower {

    private final BlockingQueue<LiveEvent> events;
    private volatile boolean overflowed;

    Follower(int capacity) {
        events = new ArrayBlockingQueue<>(capacity);
    }

    void tell(LiveEvent event) {
        if (!overflowed && !events.offer(event)) {
            overflowed = true;
            events.clear();
        }
    }

    /** Whether events were dropped because the queue was full; the follower must start anew. */
    public boolean overflowed() {
        return overflowed;
    }

    /** The next event; null if none comes in time. */
    public @Nullable LiveEvent next(long timeoutMillis) throws InterruptedException {
        return events.poll(timeoutMillis, TimeUnit.MILLISECONDS);
    }
}
