package io.zugabe.segmentation.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All kinds that can be trained. */
@ApplicationScoped
public class Trainers {

    private final Map<String, Trainer> byKind = new TreeMap<>();

    Trainers(@Any Instance<Trainer> trainers) {
        for (Trainer trainer : trainers) {
            Trainer other = byKind.put(trainer.kind(), trainer);
            if (other != null) {
                throw new IllegalStateException("two trainers are of kind \"" + trainer.kind() + "\"");
            }
        }
    }

    /** The trainer of a kind. */
    public Optional<Trainer> of(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** All of them, by kind. */
    public Collection<Trainer> all() {
        return byKind.values();
    }

    /** All kinds, sorted. */
    public Collection<String> kinds() {
        return byKind.keySet();
    }
}
