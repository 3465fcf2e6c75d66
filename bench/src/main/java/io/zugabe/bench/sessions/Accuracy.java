package io.zugabe.bench.sessions;

import io.zugabe.recommendation.sessions.domain.Neighbourhood;
import io.zugabe.recommendation.sessions.domain.SessionModel;
import io.zugabe.recommendation.sessions.domain.SessionPrediction;
import io.zugabe.recommendation.sessions.domain.VmisKnn;
import java.util.Arrays;
import java.util.List;

/**
 * How well the next click of visits is predicted.
 *
 * @param predictions one for every click of a visit but its first
 * @param possible of those, how many click on a product that may be predicted
 * @param hits of those, how many are among the predicted
 * @param reciprocalRanks sum of 1 / place of the hits
 */
record Accuracy(int predictions, int possible, int hits, double reciprocalRanks) {

    static final int LENGTH = 20;

    static Accuracy measure(SessionModel model, List<int[]> visits, Repeats repeats) {
        VmisKnn search = new VmisKnn(Neighbourhood.USUAL);
        int predictions = 0;
        int possible = 0;
        int hits = 0;
        double ranks = 0;
        for (int[] clicks : visits) {
            for (int seen = 1; seen < clicks.length; seen++) {
                int[] visit = Arrays.copyOf(clicks, seen);
                SessionPrediction predicted =
                        search.predict(model, visit, repeats.excluded(visit), LENGTH, product -> true);
                int rank = rank(clicks[seen], predicted);
                predictions++;
                possible += repeats.possible(visit, clicks[seen]) ? 1 : 0;
                hits += rank > 0 ? 1 : 0;
                ranks += rank > 0 ? 1.0 / rank : 0;
            }
        }
        return new Accuracy(predictions, possible, hits, ranks);
    }

    double hitRate() {
        return (double) hits / predictions;
    }

    double meanReciprocalRank() {
        return reciprocalRanks / predictions;
    }

    /** The place of a product, from 1; 0 if it was not predicted. */
    private static int rank(int product, SessionPrediction predicted) {
        for (int place = 0; place < predicted.size(); place++) {
            if (predicted.product(place) == product) {
                return place + 1;
            }
        }
        return 0;
    }
}
