package io.zugabe.segmentation.assessment;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Brings profiles to the cache after they were assessed and stored. While the cache is away, nothing
 * waits for it: what it misses is noted ({@link MissedWrites}), read again and written when it is back.
 * So are profiles that a killed instance may not have written.
 */
@ApplicationScoped
public class RefreshCache {

    private static final Logger LOG = Logger.getLogger(RefreshCache.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int CHUNK = 250;
    private static final int STORE_PAGE = 500;

    private final AssessmentStore store;
    private final ProfileGroups groups;
    private final ProfileCache cache;
    private final MissedWrites missed = new MissedWrites();
    private final AtomicBoolean retrying = new AtomicBoolean();
    private volatile boolean away;
    private volatile long written;
    private volatile long outOfTurnAfter = Long.MAX_VALUE;

    public RefreshCache(AssessmentStore store, ProfileGroups groups, ProfileCache cache, MeterRegistry metrics) {
        this.store = store;
        this.groups = groups;
        this.cache = cache;
        metrics.gauge("zugabe.profiles.cache.missed", missed, MissedWrites::count);
    }

    /**
     * Writes changed profiles; never fails, and does not wait for a cache that is away. One such write at a time.
     *
     * @param revision what was assessed up to here has been handed in, with this
     */
    Uni<Void> write(Collection<ServedProfile> changed, long revision) {
        return write(changed).invoke(() -> {
            written = revision;
            retryIfMissed();
        });
    }

    /**
     * Writes profiles that somebody assesses beside those whose turn it is, one such write at a time. Until they are handed in,
     * the cache is not known to have anything that was assessed after they began.
     *
     * @param assessing stores them and gives them
     */
    Uni<Void> writeOutOfTurn(Uni<? extends Collection<ServedProfile>> assessing) {
        return Uni.createFrom()
                .deferred(() -> {
                    outOfTurnAfter = written;
                    return assessing.chain(this::write);
                })
                .invoke(this::retryIfMissed)
                .onTermination()
                .invoke(() -> outOfTurnAfter = Long.MAX_VALUE);
    }

    private Uni<Void> write(Collection<ServedProfile> changed) {
        return Multi.createFrom()
                .iterable(changed)
                .group()
                .intoLists()
                .of(CHUNK)
                .onItem()
                .transformToUniAndConcatenate(this::writeChunk)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** The revision up to which the cache is known to have everything; 0 if that is not known. */
    long reached() {
        return missed.none() ? Math.min(written, outOfTurnAfter) : 0;
    }

    /** Notes that what was assessed after a revision may be missing: another instance was at work. */
    void suspectAfter(long revision) {
        missed.after(revision);
        retryIfMissed();
    }

    private Uni<Boolean> writeChunk(List<ServedProfile> chunk) {
        if (away) {
            missed.add(chunk);
            return Uni.createFrom().item(false);
        }
        return writeOrMiss(chunk).map(unwritten -> {
            away = unwritten.size() == chunk.size();
            missed.add(unwritten);
            return unwritten.isEmpty();
        });
    }

    /** A failure must not end the writing: what failed is missed, like anything else that was not written. */
    private Uni<List<ServedProfile>> writeOrMiss(List<ServedProfile> profiles) {
        return Uni.createFrom()
                .deferred(() -> cache.write(profiles))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Profiles could not be written to the cache: %s", failure);
                    return profiles;
                });
    }

    private void retryIfMissed() {
        if (!missed.none() && retrying.compareAndSet(false, true)) {
            Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(RETRY)
                    .chain(this::retry)
                    .subscribe()
                    .with(ignored -> retried(), failure -> {
                        LOG.warnf("Profiles missed by the cache could not be read: %s", failure.getMessage());
                        retried();
                    });
        }
    }

    private void retried() {
        retrying.set(false);
        retryIfMissed();
    }

    private Uni<Boolean> retry() {
        away = false;
        return Multi.createBy()
                .repeating()
                .uni(this::retryChunk)
                .whilst(goOn -> goOn)
                .collect()
                .last();
    }

    /** True if there may be more to write and the cache takes it. */
    private Uni<Boolean> retryChunk() {
        List<Subject> waiting = missed.take(CHUNK);
        if (!waiting.isEmpty()) {
            return writeAnew(waiting);
        }
        Optional<MissedWrites.Sweep> sweep = missed.sweep();
        return sweep.isEmpty()
                ? Uni.createFrom().item(false)
                : store.assessedAfter(sweep.get().revision(), sweep.get().key(), STORE_PAGE)
                        .chain(this::writePage);
    }

    private Uni<Boolean> writeAnew(List<Subject> waiting) {
        return groups.load(waiting)
                .onFailure()
                .invoke(failure -> missed.putBack(waiting))
                .map(found -> List.copyOf(ServedProfile.persons(found.values())))
                .chain(found -> found.isEmpty() ? Uni.createFrom().item(true) : writeChunk(found));
    }

    private Uni<Boolean> writePage(AssessmentStore.Page page) {
        return groups.load(page.subjects())
                .chain(found -> writeOrMiss(List.copyOf(ServedProfile.persons(found.values()))))
                .map(unwritten -> {
                    if (unwritten.isEmpty()) {
                        missed.sweptUpTo(page.lastKey());
                    }
                    return unwritten.isEmpty();
                });
    }
}
