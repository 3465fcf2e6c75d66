package io.zugabe.recommendation.incentives;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.util.Map;

/** Creates, replaces and archives incentives; every change is noted. */
@Singleton
public class PutIncentive {

    private static final int MOST = 200;

    private final IncentiveStore store;
    private final IncentiveClock clock;

    public PutIncentive(IncentiveStore store, IncentiveClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps one.
     *
     * @param incentive one version later than what it replaces; version 1 if it is new
     * @param action what the audit says ("created")
     */
    public Uni<StoredIncentive> put(StoredIncentive incentive, String actor, String action, String detail) {
        String id = incentive.incentive().id();
        IncentiveChange change = new IncentiveChange(clock.now(), actor, action, id, detail);
        return checkRoom(incentive)
                .chain(() -> store.put(incentive, change))
                .invoke(put -> refuseUnless(put, id))
                .replaceWith(incentive);
    }

    private Uni<Void> checkRoom(StoredIncentive incentive) {
        if (incentive.archived()) {
            return Uni.createFrom().voidItem();
        }
        String id = incentive.incentive().id();
        return store.all()
                .invoke(all -> {
                    long others = all.stream()
                            .filter(each ->
                                    !each.archived() && !each.incentive().id().equals(id))
                            .count();
                    if (others >= MOST) {
                        throw ZugabeException.of(
                                IncentiveReason.TOO_MANY_INCENTIVES,
                                "there are " + others + " incentives; archive one first",
                                Map.of("incentive_id", id));
                    }
                })
                .replaceWithVoid();
    }

    /** Refuses a change of what somebody else has changed. */
    public static void refuseUnless(boolean current, String target) {
        if (!current) {
            throw ZugabeException.of(
                    IncentiveReason.CONCURRENT_CHANGE,
                    target + " was changed since it was read, or is there already: read it again",
                    Map.of("target", target));
        }
    }
}
