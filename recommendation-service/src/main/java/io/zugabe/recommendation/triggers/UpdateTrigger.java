package io.zugabe.recommendation.triggers;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.triggers.TriggerSettings.SettingStore;
import io.zugabe.recommendation.triggers.domain.Trigger;
import jakarta.inject.Singleton;
import java.util.Map;

/** Changes the settings of a trigger, and the timers that are pending with it. */
@Singleton
public class UpdateTrigger {

    private final SettingStore store;
    private final Timers timers;
    private final TriggerSettings settings;

    public UpdateTrigger(SettingStore store, Timers timers, TriggerSettings settings) {
        this.store = store;
        this.timers = timers;
        this.settings = settings;
    }

    /**
     * Changes it.
     *
     * @param before as it was read
     * @param wanted as it is to be, one version later
     */
    public Uni<Trigger> update(Trigger before, Trigger wanted, String actor) {
        String detail = "enabled " + wanted.enabled() + ", delay " + wanted.delay() + ", patience " + wanted.patience()
                + ", channel " + wanted.channel();
        return store.put(wanted, actor, detail)
                .invoke(put -> refuseUnless(put, wanted))
                .chain(() -> timers.follow(before, wanted))
                .chain(settings::refresh)
                .replaceWith(wanted);
    }

    /** Refuses a change of what somebody else has changed. */
    public static void refuseUnless(boolean current, Trigger trigger) {
        if (!current) {
            throw ZugabeException.of(
                    TriggerReason.CONCURRENT_CHANGE,
                    "trigger " + trigger.kind() + " was changed since it was read: read it again",
                    Map.of("kind", trigger.kind().name()));
        }
    }
}
