package io.zugabe.segmentation.treatment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** No offers at all, for as long as the rule's condition holds, or for a while after something happened. */
public sealed interface Silencing {

    /** As long as the condition holds; nobody knows until when. */
    record WhileItHolds() implements Silencing {}

    /** Until so long after a moment; silences nobody whose moment has not happened. */
    record After(Moment moment, Duration duration) implements Silencing {}

    /** The silence for a customer now; empty if there is none. */
    default Optional<Quiet> quiet(Map<Moment, Instant> moments, Instant now) {
        return switch (this) {
            case WhileItHolds() -> Optional.of(Quiet.WITHOUT_END);
            case After(Moment moment, Duration duration) ->
                Optional.ofNullable(moments.get(moment))
                        .map(time -> time.plus(duration))
                        .filter(now::isBefore)
                        .map(end -> new Quiet(Optional.of(end)));
        };
    }

    /**
     * Silence.
     *
     * @param until its end; empty if it is not known
     */
    record Quiet(Optional<Instant> until) {

        static final Quiet WITHOUT_END = new Quiet(Optional.empty());

        /** Both: the longer. */
        Quiet and(Quiet other) {
            if (until.isEmpty() || other.until.isEmpty()) {
                return WITHOUT_END;
            }
            return until.get().isBefore(other.until.get()) ? other : this;
        }
    }
}
