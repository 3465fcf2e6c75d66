package io.zugabe.segmentation.segment.domain;

import io.zugabe.segmentation.feature.domain.FeatureVector;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** An expression over features that is true, false, or unknown. Safe for use by several threads. */
public interface Condition {

    /** As it was written. */
    String source();

    /** Names of the features that it reads. */
    SortedSet<String> reads();

    /** The comparisons of a feature with a constant in it, in the order written. */
    List<Comparison> comparisons();

    /** Names of the segments that it asks for membership in. */
    SortedSet<String> segments();

    /**
     * What is wrong with it though it compiles, with its place: a feature is compared with a text that it can never
     * be. Refused in what is saved; what was saved before goes on.
     */
    Optional<String> impossible();

    /** Evaluates it. */
    Outcome evaluate(FeatureVector features);
}
