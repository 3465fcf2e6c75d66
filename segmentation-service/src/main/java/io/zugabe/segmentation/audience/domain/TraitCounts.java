package io.zugabe.segmentation.audience.domain;

import io.zugabe.segmentation.feature.domain.FeatureValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Counts traits of buyers and others in one pass, in bounded memory. Features that are texts are left out
 * as soon as they have more than 1,000 values (they name customers rather than kinds of them); of products
 * looked at the first 50,000 are counted.
 */
public final class TraitCounts {

    static final int MOST_TEXTS = 1_000;
    static final int MOST_PRODUCTS = 50_000;
    private static final int MOST_SEGMENTS = 1_000;

    private final Predicate<String> features;
    private final boolean segments;
    private final Map<String, NumberHistogram> numbers = new TreeMap<>();
    private final Map<String, ValueCounts> truths = new TreeMap<>();
    private final Map<String, ValueCounts> texts = new TreeMap<>();
    private final ValueCounts memberships = new ValueCounts(MOST_SEGMENTS);
    private final ValueCounts viewed = new ValueCounts(MOST_PRODUCTS);
    private long buyers;
    private long others;

    private TraitCounts(Predicate<String> features, boolean segments) {
        this.features = features;
        this.segments = segments;
    }

    /** Counts everything. */
    public static TraitCounts all() {
        return new TraitCounts(feature -> true, true);
    }

    /** Counts what can be known of somebody without an order. */
    public static TraitCounts withoutOrders() {
        return new TraitCounts(ProspectFeatures::contain, false);
    }

    /** Counts one customer. */
    public void add(Candidate candidate, boolean buyer) {
        if (buyer) {
            buyers++;
        } else {
            others++;
        }
        candidate.features().values().forEach((name, value) -> {
            if (features.test(name)) {
                add(name, value, buyer);
            }
        });
        if (segments) {
            candidate.segments().forEach(segment -> memberships.add(segment, buyer));
        }
        candidate.profile().recent().entries().keySet().forEach(product -> viewed.add(product, buyer));
    }

    private void add(String name, FeatureValue value, boolean buyer) {
        switch (value) {
            case FeatureValue.Number number ->
                numbers.computeIfAbsent(name, key -> new NumberHistogram()).add(number.value(), buyer);
            case FeatureValue.Truth truth ->
                truths.computeIfAbsent(name, key -> new ValueCounts(2)).add(String.valueOf(truth.holds()), buyer);
            case FeatureValue.Text text -> add(name, List.of(text.text()), buyer);
            case FeatureValue.Texts several -> add(name, several.texts(), buyer);
        }
    }

    private void add(String name, List<String> values, boolean buyer) {
        ValueCounts counts = texts.computeIfAbsent(name, key -> new ValueCounts(MOST_TEXTS));
        if (!counts.overflown()) {
            values.forEach(value -> counts.add(value, buyer));
            if (counts.overflown()) {
                counts.clear();
            }
        }
    }

    public long buyers() {
        return buyers;
    }

    public long others() {
        return others;
    }

    /** Names of features that have too many values, sorted. */
    public List<String> leftOut() {
        return texts.entrySet().stream()
                .filter(entry -> entry.getValue().overflown())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Everything counted, in a fixed order. */
    public List<Tally> tallies() {
        List<Tally> tallies = new ArrayList<>();
        numbers.forEach((name, numbersOfIt) -> tallies.addAll(numbersOfIt.quintiles(name)));
        truths.forEach((name, counts) -> counts.forEach((value, seen) ->
                tallies.add(new Tally(new Trait.TruthIs(name, Boolean.parseBoolean(value)), seen[0], seen[1]))));
        texts.forEach((name, counts) -> counts.forEach(
                (value, seen) -> tallies.add(new Tally(new Trait.TextIs(name, value), seen[0], seen[1]))));
        memberships.forEach((id, seen) -> tallies.add(new Tally(new Trait.InSegment(id), seen[0], seen[1])));
        viewed.forEach((id, seen) -> tallies.add(new Tally(new Trait.Viewed(id), seen[0], seen[1])));
        tallies.sort(Comparator.comparing(tally -> tally.trait().toString()));
        return tallies;
    }
}
