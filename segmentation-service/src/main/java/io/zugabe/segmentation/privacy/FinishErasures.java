package io.zugabe.segmentation.privacy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.ProfileCache;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.domain.PendingErasure;
import io.zugabe.segmentation.repeating.Repeating;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Brings erasures to their end: searches once more where somebody may have written who had read before
 * the erasure, and the archives, once for all who are due. Every step can be done twice, so a crash costs
 * nothing. An erasure that fails holds up no other.
 */
@ApplicationScoped
public class FinishErasures {

    private static final Logger LOG = Logger.getLogger(FinishErasures.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    /** Archives take long to search: if that failed, it is not tried again at once. */
    private static final Duration ARCHIVES_RETRY = Duration.ofMinutes(1);

    private static final int MOST = 500;

    private final ErasureStore store;
    private final ProfileCache cache;
    private final AnnounceErasure announceErasure;
    private final EventArchives archives;
    private final Clock clock;
    private final Duration settleTime;
    private volatile Instant archivesFrom = Instant.MIN;
    private volatile int pending;
    private volatile long oldestSeconds;
    private final Repeating running = new Repeating("Finishing erasures");

    /**
     * @param settleTime longer than anybody works on with what they read before an erasure
     */
    public FinishErasures(
            ErasureStore store,
            ProfileCache cache,
            AnnounceErasure announceErasure,
            EventArchives archives,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "zugabe.privacy.settle-time", defaultValue = "PT90S") Duration settleTime) {
        this.store = store;
        this.cache = cache;
        this.announceErasure = announceErasure;
        this.archives = archives;
        this.clock = clock;
        this.settleTime = settleTime;
        metrics.gauge("zugabe.erasures.pending", this, erasures -> erasures.pending);
        metrics.gauge("zugabe.erasures.oldest.seconds", this, erasures -> erasures.oldestSeconds);
    }

    void start(@Observes StartupEvent event) {
        running.every(PERIOD, this::finishSettled);
    }

    void stop(@Observes ShutdownEvent event) {
        running.stop();
    }

    /** Finishes what is due; never fails. */
    Uni<Void> finishSettled() {
        return store.pending(MOST)
                .invoke(this::measure)
                .map(this::settled)
                .chain(settled -> each(settled, this::prepare))
                .chain(ready -> ready.isEmpty() || clock.instant().isBefore(archivesFrom)
                        ? Uni.createFrom().voidItem()
                        : finish(ready))
                .onFailure()
                .invoke(failure -> LOG.warnf("Erasures could not be finished: %s; trying again", failure))
                .onFailure()
                .recoverWithNull();
    }

    private void measure(List<PendingErasure> all) {
        pending = all.size();
        oldestSeconds = all.isEmpty()
                ? 0
                : Math.max(
                        0,
                        Duration.between(all.getFirst().createTime(), clock.instant())
                                .toSeconds());
    }

    private List<PendingErasure> settled(List<PendingErasure> all) {
        return all.stream()
                .filter(erasure -> erasure.createTime().plus(settleTime).isBefore(clock.instant()))
                .toList();
    }

    /** Those erasures with which something could be done. */
    private static Uni<List<PendingErasure>> each(
            List<PendingErasure> erasures, Function<PendingErasure, Uni<Boolean>> work) {
        return Multi.createFrom()
                .iterable(erasures)
                .onItem()
                .transformToUniAndConcatenate(erasure -> work.apply(erasure)
                        .onFailure()
                        .recoverWithItem(failure -> {
                            LOG.warnf("Erasure %s could not be finished: %s; trying again", erasure.id(), failure);
                            return false;
                        })
                        .map(done -> done ? erasure : null))
                .collect()
                .asList();
    }

    /** While the cache is away nothing can be finished: then archives are not searched either. */
    private Uni<Boolean> prepare(PendingErasure erasure) {
        return announceErasure.announce(erasure.id(), erasure.subjects()).chain(() -> cache.remove(erasure.subjects()));
    }

    /** Archives that another instance is changing are looked at later. */
    private Uni<Void> finish(List<PendingErasure> ready) {
        Set<Subject> everybody =
                ready.stream().flatMap(erasure -> erasure.subjects().stream()).collect(Collectors.toSet());
        return archives.erase(everybody)
                .onFailure()
                .invoke(failure -> archivesFrom = clock.instant().plus(ARCHIVES_RETRY))
                .chain(erased -> erased.isPresent()
                        ? each(ready, erasure -> finish(erasure, erased.get())).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> finish(PendingErasure erasure, Map<Subject, Long> archived) {
        long events = erasure.subjects().stream()
                .mapToLong(subject -> archived.getOrDefault(subject, 0L))
                .sum();
        return store.sweep(erasure.subjects())
                .chain(rows -> cache.remove(erasure.subjects())
                        .call(removed -> removed
                                ? store.complete(erasure.id(), events, rows)
                                : Uni.createFrom().voidItem()));
    }
}
