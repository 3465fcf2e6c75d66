package io.zugabe.experiment.domain;

import java.util.List;

/** Whether a draft may be started beside the experiments that run or pause. */
public sealed interface Launch {

    /** Most experiments that run or pause at once. */
    int MOST_RUNNING = 1_000;

    /** Nothing stands against it. */
    record Clear() implements Launch {}

    /** A running or paused experiment has a part of the range. */
    record RangeTaken(Experiment by) implements Launch {}

    /** As many experiments run or pause as may. */
    record TooManyRunning() implements Launch {}

    /** Checks a draft against the experiments that run or pause. */
    static Launch check(Experiment draft, List<Experiment> occupying) {
        if (occupying.size() >= MOST_RUNNING) {
            return new TooManyRunning();
        }
        return occupying.stream()
                .filter(other -> sharesTraffic(draft, other))
                .findFirst()
                .<Launch>map(RangeTaken::new)
                .orElseGet(Clear::new);
    }

    private static boolean sharesTraffic(Experiment one, Experiment other) {
        return one.plan().design().layer().equals(other.plan().design().layer())
                && one.plan()
                        .design()
                        .layerRange()
                        .overlaps(other.plan().design().layerRange());
    }
}
