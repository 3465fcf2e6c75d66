package io.zugabe.segmentation.assessment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.domain.Sweep;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.List;

/** How far the sweep over all profiles is. */
public interface Sweeps {

    /** The present or latest sweep. */
    Uni<Sweep> read();

    /** Asks for a sweep that begins after now, unless the latest request of the same cause had the same reason. */
    Uni<Void> request(String cause, String reason);

    /** Begins a sweep for the latest request, unless one is under way. */
    Uni<Void> begin(Sweep before);

    /**
     * Takes a sweep that is under way for this instance.
     *
     * @return false if another instance goes on with it: nobody is assessed twice
     */
    Uni<Boolean> claim(Sweep sweep);

    /** The next subjects that stand for themselves, by key, after where the sweep is. */
    Uni<List<Subject>> next(Sweep sweep, int most);

    /** Moves a sweep on; nothing happens if another instance has moved it on. */
    Uni<Void> advance(Sweep from, List<Subject> done);

    /** Ends a sweep. */
    Uni<Void> end(Sweep sweep);
}
