package io.zugabe.recommendation.triggers;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.triggers.domain.Trigger;
import io.zugabe.recommendation.triggers.domain.Triggers;
import jakarta.inject.Singleton;
import java.util.List;

/** The triggers as they are set; read again with every tick, so that all replicas follow a change. */
@Singleton
public class TriggerSettings {

    private final SettingStore store;
    private volatile Triggers current = new Triggers(List.of());

    public TriggerSettings(SettingStore store) {
        this.store = store;
    }

    public Triggers current() {
        return current;
    }

    /** Reads them again. */
    public Uni<Triggers> refresh() {
        return store.changed().map(Triggers::new).invoke(read -> current = read);
    }

    /** Where settings are kept. */
    public interface SettingStore {

        /** The triggers that somebody has changed. */
        Uni<List<Trigger>> changed();

        /**
         * Keeps a trigger; false if it is not at the version before this one any more.
         *
         * @param actor who changed it
         */
        Uni<Boolean> put(Trigger trigger, String actor, String detail);
    }
}
