package io.zugabe.segmentation.replenishment;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.zugabe.segmentation.assessment.ProfileGroups;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.replenishment.domain.Replenishment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who is due up to date: whenever another model is in force, and every six hours since customers fall
 * silent, one replica looks all profiles through, a page at a time. One that dies meanwhile leaves the rest to
 * the next time.
 */
@ApplicationScoped
public class SweepReplenishments {

    private static final Logger LOG = Logger.getLogger(SweepReplenishments.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(6);
    private static final int PAGE = 200;
    private static final int MOST_OF_A_CUSTOMER = 50;

    private final Replenishments replenishments;
    private final ProfileGroups profiles;
    private final DueStore store;
    private final Clock clock;
    private volatile @Nullable Cancellable looking;

    public SweepReplenishments(Replenishments replenishments, ProfileGroups profiles, DueStore store, Clock clock) {
        this.replenishments = replenishments;
        this.profiles = profiles;
        this.store = store;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Uni<Void> look = Uni.createFrom()
                .deferred(this::sweepIfDue)
                .onFailure()
                .invoke(failure -> LOG.warnf("Could not find out who is due: %s; trying again", failure))
                .onFailure()
                .recoverWithNull();
        looking = Multi.createBy()
                .repeating()
                .uni(() -> look.onItem().delayIt().by(BETWEEN_LOOKS))
                .indefinitely()
                .subscribe()
                .with(_ -> {}, failure -> LOG.error("Who is due is no longer kept up to date", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        Cancellable current = looking;
        if (current != null) {
            current.cancel();
        }
    }

    /** Puts what these customers will need in the place of what was known of them. */
    public Uni<Void> keep(List<Profile> changed, Instant now) {
        Map<String, List<Replenishment>> due = new HashMap<>();
        for (Profile profile : changed) {
            if (!profile.subject().visitor()) {
                due.put(profile.subject().id(), replenishments.due(profile, now, MOST_OF_A_CUSTOMER));
            }
        }
        return store.replace(due);
    }

    private Uni<Void> sweepIfDue() {
        int version = replenishments.version();
        Instant now = clock.instant();
        return version == 0
                ? Uni.createFrom().voidItem()
                : store.claimSweep(version, now, now.minus(BETWEEN_SWEEPS))
                        .chain(claimed ->
                                claimed ? sweep(now) : Uni.createFrom().voidItem());
    }

    private Uni<Void> sweep(Instant now) {
        return Multi.createBy()
                .repeating()
                .uni(
                        Walk::new,
                        walk -> profiles.after(walk.key, PAGE)
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .chain(page -> keep(page, now).replaceWith(walk.on(page))))
                .whilst(walk -> !walk.ended)
                .collect()
                .last()
                .invoke(walk -> LOG.infof("Looked at %,d profiles for what is due", walk.profiles))
                .chain(store::forgetUnknown);
    }

    private Uni<Void> keep(ProfileGroups.Page page, Instant now) {
        return keep(page.profiles().stream().map(ServedProfile::profile).toList(), now);
    }

    /** How far a sweep is. */
    private static final class Walk {
        private String key = "";
        private long profiles;
        private boolean ended;

        private Walk on(ProfileGroups.Page page) {
            profiles += page.profiles().size();
            ended = page.lastKey().isEmpty();
            key = page.lastKey().orElse(key);
            return this;
        }
    }
}
