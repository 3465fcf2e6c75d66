package io.zugabe.segmentation.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.zugabe.segmentation.log.CommitGroup.Batch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The batches that wait for a commit, bounded twice: from {@link #ROOMY_EVENTS} on streams are no
 * longer asked for more; from the hard limits on batches are refused, because streams that are
 * already sending may still overrun.
 */
@ApplicationScoped
public class CommitQueue {

    private static final int ROOMY_EVENTS = 20_000;
    private static final long ROOMY_BYTES = 16L << 20;
    private static final int MOST_EVENTS = 50_000;
    private static final long MOST_BYTES = 48L << 20;
    private static final int MOST_BATCHES = 10_000;
    private static final int GROUP_EVENTS = 5_000;
    /** A stream has at most 8 batches under way, so one alone keeps no more than a few thousand events waiting. */
    private static final int PRESSED_EVENTS = 1_000;

    private static final long GROUP_BYTES = 8L << 20;

    private final Deque<Batch> waiting = new ArrayDeque<>();
    private final List<Runnable> forRoom = new ArrayList<>();
    private int events;
    private long bytes;
    private boolean committing;

    public CommitQueue(MeterRegistry metrics) {
        metrics.gauge("zugabe.log.queue.events", this, CommitQueue::waitingEvents);
    }

    /** Lets a batch wait; false if too much waits already. */
    synchronized boolean offer(Batch batch) {
        int newEvents = events + batch.events().size();
        long newBytes = bytes + batch.bytes();
        if (newEvents > MOST_EVENTS || newBytes > MOST_BYTES || waiting.size() >= MOST_BATCHES) {
            return false;
        }
        events = newEvents;
        bytes = newBytes;
        waiting.add(batch);
        return true;
    }

    /** The next batches to commit together; null if none waits or a commit is under way. */
    synchronized @Nullable CommitGroup take() {
        if (committing || waiting.isEmpty()) {
            return null;
        }
        committing = true;
        CommitGroup group = new CommitGroup();
        long groupBytes = 0;
        do {
            Batch batch = waiting.remove();
            groupBytes += batch.bytes();
            events -= batch.events().size();
            bytes -= batch.bytes();
            group.add(batch);
        } while (!waiting.isEmpty()
                && group.size() + waiting.element().events().size() <= GROUP_EVENTS
                && groupBytes + waiting.element().bytes() <= GROUP_BYTES);
        return group;
    }

    /** The commit under way has ended. */
    void release() {
        List<Runnable> told;
        synchronized (this) {
            committing = false;
            told = roomy() ? List.copyOf(forRoom) : List.of();
            forRoom.removeAll(told);
        }
        told.forEach(Runnable::run);
    }

    /** Runs something as soon as there is room for more: at once, or when a commit has made room. */
    public void whenRoomy(Runnable action) {
        synchronized (this) {
            if (!roomy()) {
                forRoom.add(action);
                return;
            }
        }
        action.run();
    }

    /** Whether appends come faster than they are made durable. */
    public boolean pressed() {
        return waitingEvents() > PRESSED_EVENTS;
    }

    private boolean roomy() {
        return events < ROOMY_EVENTS && bytes < ROOMY_BYTES;
    }

    private synchronized int waitingEvents() {
        return events;
    }
}
