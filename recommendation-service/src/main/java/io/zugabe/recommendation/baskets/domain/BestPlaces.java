package io.zugabe.recommendation.baskets.domain;

import java.util.Comparator;
import java.util.PriorityQueue;

/** The few best of many numbers by their scores; of equal ones the smaller number. */
final class BestPlaces {

    private static final Comparator<Place> WORST_FIRST = Comparator.comparingDouble(Place::score)
            .thenComparing(Comparator.comparingInt(Place::number).reversed());

    private final int most;
    private final PriorityQueue<Place> best = new PriorityQueue<>(WORST_FIRST);

    BestPlaces(int most) {
        this.most = most;
    }

    /** Keeps a number if it is among the best so far; never one without a score. */
    void offer(int number, double score) {
        if (score > 0) {
            best.add(new Place(number, score));
            if (best.size() > most) {
                best.poll();
            }
        }
    }

    /** The numbers that were kept, best first; none is kept any more. */
    int[] ranked() {
        int[] ranked = new int[best.size()];
        for (int place = ranked.length - 1; place >= 0; place--) {
            ranked[place] = best.remove().number();
        }
        return ranked;
    }

    private record Place(int number, double score) {}
}
