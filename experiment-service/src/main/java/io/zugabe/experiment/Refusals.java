package io.zugabe.experiment;

import static java.util.stream.Collectors.joining;

import io.zugabe.assignment.LayerRange;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.Launch;
import io.zugabe.experiment.domain.Transition;
import io.zugabe.kit.error.ZugabeException;
import java.util.List;
import java.util.Map;

/** What callers are told when a call is refused. */
public final class Refusals {

    private Refusals() {}

    /** There is no such experiment. */
    public static ZugabeException notFound(String id) {
        return ZugabeException.of(
                ErrorReason.EXPERIMENT_NOT_FOUND,
                "there is no experiment \"" + id + "\"; ListExperiments has those there are",
                Map.of("experiment_id", id));
    }

    /** The id is taken. */
    public static ZugabeException exists(String id) {
        return ZugabeException.of(
                ErrorReason.EXPERIMENT_EXISTS,
                "there is an experiment \"" + id + "\" already; choose another id",
                Map.of("experiment_id", id));
    }

    /**
     * Refuses a change by somebody who has not seen the latest one.
     *
     * @param etag what the experiment's etag must be; empty for any
     */
    public static void requireEtag(Experiment found, String etag) {
        if (!etag.isEmpty() && !etag.equals(found.etag())) {
            throw ZugabeException.of(
                    ErrorReason.ETAG_MISMATCH,
                    "experiment \"%s\" was changed: its etag is \"%s\" and no longer \"%s\"; read it again"
                            .formatted(found.id(), found.etag(), etag),
                    Map.of("experiment_id", found.id(), "etag", found.etag()));
        }
    }

    /** The state does not allow these fields to become what they shall become. */
    public static ZugabeException changeNotAllowed(Experiment found, List<String> fields) {
        String named = String.join(", ", fields);
        return ZugabeException.of(
                ErrorReason.CHANGE_NOT_ALLOWED,
                found.state().occupies()
                        ? ("experiment \"%s\" is %s: %s may not change so, because units would move between arms;"
                                        + " coverage may grow, for all else stop it and start a clone")
                                .formatted(found.id(), found.state(), named)
                        : "experiment \"%s\" is %s: %s may not change any more; clone it"
                                .formatted(found.id(), found.state(), named),
                Map.of("experiment_id", found.id(), "state", found.state().name(), "fields", named));
    }

    /** The state does not allow the transition. */
    public static ZugabeException notAllowed(Experiment found, Transition transition) {
        String allowed = transition.from().stream().sorted().map(Enum::name).collect(joining(", "));
        return ZugabeException.of(
                ErrorReason.TRANSITION_NOT_ALLOWED,
                "experiment \"%s\" is %s; %s is allowed in %s"
                        .formatted(found.id(), found.state(), transition, allowed),
                Map.of("experiment_id", found.id(), "state", found.state().name(), "allowed_states", allowed));
    }

    /** A running or paused experiment has a part of the range. */
    public static ZugabeException rangeTaken(Experiment draft, Experiment other) {
        LayerRange range = other.plan().design().layerRange();
        String layer = other.plan().design().layer();
        return ZugabeException.of(
                ErrorReason.LAYER_RANGE_TAKEN,
                "experiment \"%s\" has [%s, %s) of layer \"%s\"; give \"%s\" another range or layer, or stop the other first"
                        .formatted(other.id(), range.start(), range.end(), layer, draft.id()),
                Map.of(
                        "experiment_id", draft.id(),
                        "other_experiment_id", other.id(),
                        "layer", layer,
                        "taken_start", String.valueOf(range.start()),
                        "taken_end", String.valueOf(range.end())));
    }

    /** As many experiments run or pause as may. */
    public static ZugabeException tooManyRunning(Experiment draft) {
        return ZugabeException.of(
                ErrorReason.TOO_MANY_RUNNING,
                "%,d experiments run or pause, as many as may; stop one first".formatted(Launch.MOST_RUNNING),
                Map.of("experiment_id", draft.id()));
    }
}
