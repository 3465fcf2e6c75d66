package io.zugabe.segmentation.model.domain;

import java.util.List;
import java.util.Map;

/**
 * What a model is worth, and how that is known.
 *
 * @param trainedFrom where its data came from, for a person
 * @param logPosition position of the log up to which events are in it; 0 if it was not trained from the log
 * @param rows units it was trained and judged on
 * @param metrics measured on data that the judged model had not seen
 * @param features what it reads, most important first; empty if that has no meaning
 * @param settings how it was made, for instance "learner" → "DR"
 */
public record ModelCard(
        String trainedFrom,
        long logPosition,
        long rows,
        List<Metric> metrics,
        List<Comparison> comparisons,
        Decision decision,
        List<Importance> features,
        Map<String, String> settings,
        long seed) {

    public ModelCard {
        metrics = List.copyOf(metrics);
        comparisons = List.copyOf(comparisons);
        features = List.copyOf(features);
        settings = Map.copyOf(settings);
    }
}
