package io.zugabe.bench.value;

import java.util.List;
import java.util.stream.IntStream;

/** What was predicted of customers beside what they did. */
record Prediction(List<Double> predicted, List<Double> actual) {

    double predictedTotal() {
        return predicted.stream().mapToDouble(Double::doubleValue).sum();
    }

    double actualTotal() {
        return actual.stream().mapToDouble(Double::doubleValue).sum();
    }

    double meanAbsoluteError() {
        return indices().mapToDouble(i -> Math.abs(error(i))).average().orElseThrow();
    }

    double rootMeanSquaredError() {
        return Math.sqrt(
                indices().mapToDouble(i -> error(i) * error(i)).average().orElseThrow());
    }

    /** Pearson's. */
    double correlation() {
        double meanPredicted = predictedTotal() / predicted.size();
        double meanActual = actualTotal() / actual.size();
        double both = 0;
        double ofPredicted = 0;
        double ofActual = 0;
        for (int i = 0; i < predicted.size(); i++) {
            double first = predicted.get(i) - meanPredicted;
            double second = actual.get(i) - meanActual;
            both += first * second;
            ofPredicted += first * first;
            ofActual += second * second;
        }
        return both / Math.sqrt(ofPredicted * ofActual);
    }

    private double error(int i) {
        return predicted.get(i) - actual.get(i);
    }

    private IntStream indices() {
        return IntStream.range(0, predicted.size());
    }
}
