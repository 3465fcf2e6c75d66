package io.zugabe.segmentation.privacy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.ReadLog.Entry;
import io.zugabe.segmentation.privacy.domain.ProfileRead;
import io.zugabe.segmentation.repeating.Repeating;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notes who read of whom. Reads are noted together a little later, so that a call does not wait for a
 * disk; while more wait than may, nothing is answered that would have to be noted, and streams end. A
 * crash loses what was read in its last moments, {@link #PERIOD} at most while the database answers.
 */
@ApplicationScoped
public class AuditReads {

    private static final Logger LOG = Logger.getLogger(AuditReads.class);
    private static final Duration PERIOD = Duration.ofMillis(200);
    private static final Duration FORGET_PERIOD = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(366);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int MOST_WAITING = 50_000;
    private static final int TOGETHER = 5_000;

    private final ReadLog reads;
    private final Clock clock;
    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Repeating writing = new Repeating("Noting reads");
    private final Repeating forgetting = new Repeating("Forgetting old reads");

    public AuditReads(ReadLog reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        writing.every(PERIOD, this::write);
        forgetting.every(FORGET_PERIOD, this::forget);
    }

    /** What was read just before the end is noted as well. */
    void stop(@Observes ShutdownEvent event) {
        writing.stop();
        forgetting.stop();
        while (size.get() > 0) {
            int before = size.get();
            write().await().atMost(DEADLINE);
            if (size.get() >= before) {
                LOG.errorf("%d reads could not be noted before the end", before);
                return;
            }
        }
    }

    /** Whether so many reads wait to be noted that no more may be answered. */
    public boolean full() {
        return size.get() >= MOST_WAITING;
    }

    /**
     * A read that begins now.
     *
     * @param actor who
     * @param call by which call
     */
    public ProfileRead begin(String actor, String call) {
        return new ProfileRead(clock.instant(), actor, call);
    }

    /**
     * Notes that somebody read of subjects.
     *
     * @param read the same for all answers of one call: of a person it is listed once
     * @return false, with nothing noted, if more would wait than may
     */
    public boolean note(ProfileRead read, Collection<Subject> subjects) {
        if (size.addAndGet(subjects.size()) > MOST_WAITING) {
            size.addAndGet(-subjects.size());
            return false;
        }
        subjects.forEach(subject -> waiting.add(new Entry(read, subject)));
        return true;
    }

    private Uni<Void> write() {
        List<Entry> entries = take();
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return reads.append(entries)
                .ifNoItem()
                .after(DEADLINE)
                .fail()
                .onItemOrFailure()
                .transformToUni((done, failure) -> written(entries, failure));
    }

    private List<Entry> take() {
        List<Entry> entries = new ArrayList<>();
        Entry next = waiting.poll();
        while (next != null) {
            entries.add(next);
            next = entries.size() < TOGETHER ? waiting.poll() : null;
        }
        return entries;
    }

    private Uni<Void> written(List<Entry> entries, @Nullable Throwable failure) {
        if (failure == null) {
            size.addAndGet(-entries.size());
        } else {
            LOG.warnf("Reads could not be noted: %s; trying again", failure);
            waiting.addAll(entries);
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> forget() {
        return reads.forgetBefore(clock.instant().minus(KEPT), TOGETHER)
                .chain(forgotten ->
                        forgotten == TOGETHER ? forget() : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.warnf("Old reads could not be forgotten: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
