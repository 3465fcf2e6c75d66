package io.zugabe.segmentation.feature.domain;

import io.zugabe.segmentation.profile.domain.Dated;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.profile.domain.TraitValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one list of features: those that every shop has, and one per trait that the shop has used. A
 * feature read from a profile depends on the set of events and the time alone.
 */
public final class Features {

    private static final List<Declaration> DECLARATIONS = Stream.of(
                    ActivityFeatures.all(), OrderFeatures.all(), CareFeatures.all(), StatedFeatures.all())
            .flatMap(List::stream)
            .toList();

    /** Those that every shop has. */
    public static final Features STANDARD = new Features(List.of());

    private final Map<String, Feature> traits;
    private final Map<String, Feature> all;

    private Features(Collection<Feature> traits) {
        this.traits = byName(traits);
        List<Feature> features =
                new ArrayList<>(DECLARATIONS.stream().map(Declaration::feature).toList());
        features.addAll(DerivedFeatures.all());
        features.addAll(traits);
        this.all = Map.copyOf(byName(features));
    }

    private static Map<String, Feature> byName(Collection<Feature> features) {
        return features.stream().collect(Collectors.toMap(Feature::name, Function.identity()));
    }

    /** These and the features of traits, see {@link Traits#feature}. */
    public Features with(Collection<Feature> traits) {
        return new Features(traits);
    }

    /** All features, by name. */
    public Map<String, Feature> all() {
        return all;
    }

    /** The feature of a name; empty if there is none. */
    public Optional<Feature> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /**
     * The features of a profile at a time, all but the derived ones. A trait whose value is of another
     * type than its feature is not known.
     */
    public FeatureVector read(Profile profile, Instant now) {
        Reading reading = new Reading(profile, now);
        Map<String, FeatureValue> values = HashMap.newHashMap(all.size());
        for (Declaration declaration : DECLARATIONS) {
            declaration
                    .read()
                    .apply(reading)
                    .ifPresent(value -> values.put(declaration.feature().name(), value));
        }
        profile.statements().traits().forEach((key, trait) -> readTrait(values, key, trait));
        return new FeatureVector(values);
    }

    private void readTrait(Map<String, FeatureValue> values, String key, Dated<TraitValue> trait) {
        Feature feature = traits.get(Traits.PREFIX + key);
        if (feature != null && feature.type() == Traits.type(trait.value())) {
            values.put(feature.name(), Traits.value(trait.value()));
        }
    }
}
