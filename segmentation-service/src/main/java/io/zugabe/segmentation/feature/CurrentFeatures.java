package io.zugabe.segmentation.feature;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.feature.domain.Features;
import io.zugabe.segmentation.feature.domain.Traits;
import io.zugabe.segmentation.profile.domain.Dated;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.profile.domain.TraitValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The features that there are now, in memory. Traits become features when a profile that has them is
 * first assessed; the type is that of the first value.
 */
@ApplicationScoped
public class CurrentFeatures {

    /** Traits that become features, at most. */
    public static final int MOST_TRAITS = 500;

    private final TraitStore store;
    private volatile Features features = Features.STANDARD;

    public CurrentFeatures(TraitStore store) {
        this.store = store;
    }

    /** All features; another object whenever there are others. */
    public Features now() {
        return features;
    }

    /** Reads which traits there are: other instances add some too. */
    public Uni<Void> refresh() {
        return store.load().invoke(this::take).replaceWithVoid();
    }

    private synchronized void take(List<Feature> traits) {
        Map<String, Feature> all = features.all();
        boolean same = traits.stream().allMatch(trait -> trait.equals(all.get(trait.name())))
                && all.size() == Features.STANDARD.all().size() + traits.size();
        if (!same) {
            features = Features.STANDARD.with(traits);
        }
    }

    /** Notes traits of profiles that were never seen before. */
    public Uni<Void> learn(Collection<Profile> profiles) {
        Map<String, Feature> unknown = new HashMap<>();
        Map<String, Feature> all = features.all();
        int room = MOST_TRAITS + Features.STANDARD.all().size() - all.size();
        for (Profile profile : profiles) {
            for (Map.Entry<String, Dated<TraitValue>> trait :
                    profile.statements().traits().entrySet()) {
                if (!all.containsKey(Traits.PREFIX + trait.getKey()) && unknown.size() < room) {
                    TraitValue value = trait.getValue().value();
                    unknown.putIfAbsent(
                            trait.getKey(), Traits.feature(trait.getKey(), Traits.type(value), Traits.unit(value)));
                }
            }
        }
        return unknown.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.add(unknown).chain(this::refresh);
    }
}
