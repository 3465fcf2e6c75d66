package io.zugabe.recommendation.decision;

import io.zugabe.recommendation.decision.domain.Snapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A snapshot that decisions were made on, for as long as there is room for it: with it they can be made again. */
public final class KeptSnapshot {

    private final String version;
    private volatile @Nullable Snapshot snapshot;

    public KeptSnapshot(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.version = snapshot.version();
    }

    /** Names catalog, counts and models. */
    String version() {
        return version;
    }

    /** The snapshot; empty once it was let go. */
    Optional<Snapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }

    void letGo() {
        snapshot = null;
    }
}
