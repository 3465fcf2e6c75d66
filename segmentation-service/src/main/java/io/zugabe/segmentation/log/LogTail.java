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
    private final Queue<UniEmitter<? super Long>> waiting = new ConcurrentLinkedQueue<>();
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
            UniEmitter<? super Long> next = waiting.poll();
            while (next != null) {
                next.complete(position);
                next = waiting.poll();
            }
        }
    }

    /** The end of the log, as soon as it lies beyond a position, at the latest after the given time. */
    public Uni<Long> awaitBeyond(long position, Duration longest) {
        Uni<Long> advance = Uni.createFrom().emitter(emitter -> {
            waiting.add(emitter);
            emitter.onTermination(() -> waiting.remove(emitter));
            if (end() > position) {
                emitter.complete(end());
            }
        });
        return advance.ifNoItem().after(longest).recoverWithItem(this::end);
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
