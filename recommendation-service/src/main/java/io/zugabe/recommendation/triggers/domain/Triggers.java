package io.zugabe.recommendation.triggers.domain;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** All triggers, one of each kind. */
public final class Triggers {

    private final Map<TriggerKind, Trigger> byKind = new EnumMap<>(TriggerKind.class);

    /**
     * @param changed those that differ from the usual ones
     */
    public Triggers(Collection<Trigger> changed) {
        for (TriggerKind kind : TriggerKind.values()) {
            byKind.put(kind, kind.usual());
        }
        changed.forEach(trigger -> byKind.put(trigger.kind(), trigger));
    }

    public Trigger of(TriggerKind kind) {
        Trigger trigger = byKind.get(kind);
        return trigger == null ? kind.usual() : trigger;
    }

    /** All of them, by kind. */
    public Collection<Trigger> all() {
        return byKind.values();
    }
}
