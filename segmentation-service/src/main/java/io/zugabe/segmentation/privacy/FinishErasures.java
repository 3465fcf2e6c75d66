package io.zugabe.segmentation.privacy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.zugabe.segmentation.assessment.ProfileCache;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.domain.PendingErasure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings erasures to their end: searches once more where somebody may have written who had read before
 * the erasure, and the archives. Every step can be done twice, so a crash costs nothing.
 */
@ApplicationScoped
public class FinishErasures {

    private static final Logger LOG = Logger.getLogger(FinishErasures.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int MOST = 20;

    private final ErasureStore store;
    private final ProfileCache cache;
    private final AnnounceErasure announceErasure;
    private final EventArchives archives;
    private final Clock clock;
    private final Duration settleTime;
    private volatile @Nullable Cancellable running;

    /**
     * @param settleTime longer than anybody works on with what they read before an erasure
     */
    public FinishErasures(
            ErasureStore store,
            ProfileCache cache,
            AnnounceErasure announceErasure,
            EventArchives archives,
            Clock clock,
            @ConfigProperty(name = "zugabe.privacy.settle-time", defaultValue = "PT90S") Duration settleTime) {
        this.store = store;
        this.cache = cache;
        this.announceErasure = announceErasure;
        this.archives = archives;
        this.clock = clock;
        this.settleTime = settleTime;
    }

    void start(@Observes StartupEvent event) {
        running = Multi.createFrom()
                .ticks()
                .every(PERIOD)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> finishSettled())
                .subscribe()
                .with(ignored -> {}, failure -> LOG.error("Erasures are no longer finished", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        Cancellable current = running;
        if (current != null) {
            current.cancel();
        }
    }

    private Uni<Void> finishSettled() {
        return store.pending(MOST)
                .map(this::settled)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::finish)
                .collect()
                .asList()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("An erasure could not be finished: %s; trying again", failure))
                .onFailure()
                .recoverWithNull();
    }

    private List<PendingErasure> settled(List<PendingErasure> pending) {
        return pending.stream()
                .filter(erasure -> erasure.createTime().plus(settleTime).isBefore(clock.instant()))
                .toList();
    }

    /** Archives that another instance is changing are looked at later. */
    private Uni<Void> finish(PendingErasure erasure) {
        return announceErasure
                .announce(erasure.id(), erasure.subjects())
                .chain(() -> archives.erase(erasure.subjects()))
                .chain(erased -> erased.isPresent()
                        ? finish(erasure, erased.get())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> finish(PendingErasure erasure, Map<Subject, Long> archived) {
        long events = archived.values().stream().mapToLong(Long::longValue).sum();
        return store.sweep(erasure.subjects())
                .chain(rows -> cache.remove(erasure.subjects())
                        .chain(removed -> removed
                                ? store.complete(erasure.id(), events, rows)
                                : Uni.createFrom().voidItem()));
    }
}
