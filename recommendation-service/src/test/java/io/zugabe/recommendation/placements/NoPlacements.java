package io.zugabe.recommendation.placements;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.decision.domain.Placement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Placements that nobody has set, and the built-in traits. */
public final class NoPlacements implements PlacementStore, KindsConfig {

    @Override
    public Uni<Long> state() {
        return Uni.createFrom().item(0L);
    }

    @Override
    public Uni<List<StoredRules>> inForce() {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Optional<StoredRules>> replace(
            Placement placement, long expected, byte[] message, String author, String note) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<List<StoredRules>> changes(Optional<Placement> placement, long before, int most) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Optional<Path> traitsFile() {
        return Optional.empty();
    }

    @Override
    public Duration followEvery() {
        return Duration.ofSeconds(1);
    }

    /** Models of them. */
    public static MerchandiseModels models() {
        NoPlacements none = new NoPlacements();
        return new MerchandiseModels(none, none);
    }
}
