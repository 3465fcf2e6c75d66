package io.zugabe.segmentation.model.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.segmentation.model.domain.Comparison;
import io.zugabe.segmentation.model.domain.Decision;
import io.zugabe.segmentation.model.domain.Importance;
import io.zugabe.segmentation.model.domain.Interval;
import io.zugabe.segmentation.model.domain.Metric;
import io.zugabe.segmentation.model.domain.ModelCard;
import io.zugabe.segmentation.v1.ModelComparison;
import io.zugabe.segmentation.v1.ModelFeature;
import io.zugabe.segmentation.v1.ModelMetric;
import java.util.Map;
import java.util.Optional;

/** Cards as messages, as they are kept and sent. */
public final class CardMessages {

    private CardMessages() {}

    /**
     * A card as a message.
     *
     * @param drift population stability index by feature, for those of which it is known
     */
    public static io.zugabe.segmentation.v1.ModelCard message(ModelCard card, Map<String, Double> drift) {
        io.zugabe.segmentation.v1.ModelCard.Builder message = io.zugabe.segmentation.v1.ModelCard.newBuilder()
                .setTrainedFrom(card.trainedFrom())
                .setLogPosition(card.logPosition())
                .setRows(card.rows())
                .setPublishable(card.decision().publishable())
                .setDecision(card.decision().sentence())
                .putAllSettings(card.settings())
                .setSeed(card.seed());
        card.metrics().forEach(metric -> message.addMetrics(metric(metric)));
        card.comparisons().forEach(comparison -> message.addComparisons(comparison(comparison)));
        card.features().forEach(feature -> message.addFeatures(feature(feature, drift)));
        return message.build();
    }

    static ModelCard card(byte[] bytes) {
        try {
            return card(io.zugabe.segmentation.v1.ModelCard.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a card in the database cannot be read", e);
        }
    }

    private static ModelCard card(io.zugabe.segmentation.v1.ModelCard message) {
        return new ModelCard(
                message.getTrainedFrom(),
                message.getLogPosition(),
                message.getRows(),
                message.getMetricsList().stream().map(CardMessages::metric).toList(),
                message.getComparisonsList().stream()
                        .map(CardMessages::comparison)
                        .toList(),
                new Decision(message.getPublishable(), message.getDecision()),
                message.getFeaturesList().stream()
                        .map(feature -> new Importance(feature.getName(), feature.getImportance()))
                        .toList(),
                message.getSettingsMap(),
                message.getSeed());
    }

    private static ModelMetric metric(Metric metric) {
        ModelMetric.Builder message = ModelMetric.newBuilder()
                .setName(metric.name())
                .setValue(metric.value())
                .setUnit(metric.unit());
        metric.interval().ifPresent(interval -> message.setLow(interval.low()).setHigh(interval.high()));
        return message.build();
    }

    private static Metric metric(ModelMetric message) {
        Optional<Interval> interval = message.hasLow() && message.hasHigh()
                ? Optional.of(new Interval(message.getLow(), message.getHigh()))
                : Optional.empty();
        return new Metric(message.getName(), message.getValue(), interval, message.getUnit());
    }

    private static ModelComparison comparison(Comparison comparison) {
        return ModelComparison.newBuilder()
                .setBaseline(comparison.baseline())
                .setMetric(comparison.metric())
                .setGain(comparison.gain())
                .setLow(comparison.interval().low())
                .setHigh(comparison.interval().high())
                .build();
    }

    private static Comparison comparison(ModelComparison message) {
        return new Comparison(
                message.getBaseline(),
                message.getMetric(),
                message.getGain(),
                new Interval(message.getLow(), message.getHigh()));
    }

    private static ModelFeature feature(Importance feature, Map<String, Double> drift) {
        ModelFeature.Builder message =
                ModelFeature.newBuilder().setName(feature.feature()).setImportance(feature.share());
        Double index = drift.get(feature.feature());
        if (index != null) {
            message.setPopulationStabilityIndex(index);
        }
        return message.build();
    }
}
