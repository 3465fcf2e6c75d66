package io.zugabe.experiment.domain;

import java.util.List;

/** Whether a draft may be started beside the experiments that run. */
public sealed interface Launch {

    /** Most experiments that run at once. */
    int MOST_RUNNING = 1_000;

    /** Nothing stands against it. */
    record Clear() implements Launch {}

    /** A running experiment has a part of the range. */
    record RangeTaken(Experiment by) implements Launch {}

    /** As many experiments run as may. */
    record TooManyRunning() implements Launch {}

    /** Checks a draft against the experiments that run. */
    static Launch check(Experiment draft, List<Experiment> running) {
        if (running.size() >= MOST_RUNNING) {
            return new TooManyRunning();
        }
        return running.stream()
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
