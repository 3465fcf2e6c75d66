package io.zugabe.segmentation.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.zugabe.segmentation.log.domain.LogStatus;
import io.zugabe.segmentation.repeating.Repeating;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Where the log ends, and who waits for more. An append of this instance is noticed at once, one of
 * another instance within the poll interval.
 */
@ApplicationScoped
public class LogTail {

    private static final Logger LOG = Logger.getLogger(LogTail.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration POLL_DEADLINE = Duration.ofSeconds(5);

    private final EventLog log;
    private final AtomicLong end = new AtomicLong();
    private final AtomicLong pressing = new AtomicLong();
    private final Queue<UniEmitter<? super Long>> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<UniEmitter<? super Long>> resting = new ConcurrentLinkedQueue<>();
    private final Repeating polling = new Repeating("Polling the end of the log");

    public LogTail(EventLog log) {
        this.log = log;
    }

    void start(@Observes StartupEvent event) {
        polling.every(POLL, this::poll);
    }

    void stop(@Observes ShutdownEvent event) {
        polling.stop();
    }

    /** The last position known to be committed. */
    public long end() {
        return end.get();
    }

    /** Notes that the log reaches at least to a position. */
    public void advanceTo(long position) {
        long before = end.getAndAccumulate(position, Math::max);
        if (position > before) {
            tell(waiting, position);
        }
    }

    /** Notes that up to a position something was appended that must count at once. */
    void press(long position) {
        pressing.accumulateAndGet(position, Math::max);
        tell(resting, position);
    }

    private static void tell(Queue<UniEmitter<? super Long>> told, long position) {
        UniEmitter<? super Long> next = told.poll();
        while (next != null) {
            next.complete(position);
            next = told.poll();
        }
    }

    /** A rest that ends early if beyond a position this instance has appended, or appends, something that must count at once. */
    public Uni<Void> rest(long position, Duration longest) {
        return await(resting, pressing, position)
                .ifNoItem()
                .after(longest)
                .recoverWithItem(position)
                .replaceWithVoid();
    }

    /** The end of the log, as soon as it lies beyond a position, at the latest after the given time. */
    public Uni<Long> awaitBeyond(long position, Duration longest) {
        return await(waiting, end, position).ifNoItem().after(longest).recoverWithItem(this::end);
    }

    private static Uni<Long> await(Queue<UniEmitter<? super Long>> among, AtomicLong reached, long position) {
        return Uni.createFrom().emitter(emitter -> {
            among.add(emitter);
            emitter.onTermination(() -> among.remove(emitter));
            if (reached.get() > position) {
                emitter.complete(reached.get());
            }
        });
    }

    private Uni<Long> poll() {
        return log.status()
                .map(LogStatus::endPosition)
                .ifNoItem()
                .after(POLL_DEADLINE)
                .fail()
                .invoke(this::advanceTo)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debugf("The end of the log is not known: %s", failure.getMessage());
                    return end();
                });
    }
}
