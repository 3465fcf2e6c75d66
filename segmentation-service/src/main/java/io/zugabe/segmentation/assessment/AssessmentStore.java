package io.zugabe.segmentation.assessment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.domain.Assessed;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where assessments are durable, together with how far they are. */
public interface AssessmentStore {

    /** Begins an assessment; before the profiles are read. */
    Uni<Start> begin();

    /**
     * Stores assessments with the segments that subjects are in, none over a newer one.
     *
     * @param dissolved subjects that no longer stand for themselves, or of whom nothing is known: theirs go
     * @return false, with nothing stored, if somebody was erased since the start, of whom it may speak
     */
    Uni<Boolean> save(Start start, Collection<Assessed> assessed, Set<Subject> dissolved);

    /** How far the assessments are. */
    Uni<Progress> progress();

    /**
     * Moves on.
     *
     * @return false, with nothing stored, if another instance has moved on from there
     */
    Uni<Boolean> advance(long from, Progress to);

    /**
     * Who changed: of whom the log speaks, and whose group changed, in a run of positions in (after, upTo].
     *
     * @param most positions looked at, at most
     */
    Uni<Run> changed(long after, long upTo, int most);

    /**
     * Goes through the assessments in the order of subjects' keys, for those with a revision in (revision, ∞).
     *
     * @param key looks at subjects with keys in (key, ∞); empty for all
     * @param most looks at so many at most
     */
    Uni<Page> assessedAfter(long revision, String key, int most);

    /**
     * The start of an assessment.
     *
     * @param revision grows with every start
     * @param erasures how often somebody was erased
     */
    record Start(long revision, long erasures) {}

    /**
     * How far the assessments are.
     *
     * @param position everything up to here was assessed
     * @param cachedRevision everything up to this revision, or a newer one, has been written to the cache
     */
    record Progress(long position, long cachedRevision) {}

    /**
     * Who changed.
     *
     * @param position the last one looked at
     */
    record Run(List<Subject> subjects, long position) {}

    /**
     * A run of the assessments.
     *
     * @param subjects those of the revision asked for
     * @param lastKey the last key that was looked at; empty if there was none left
     */
    record Page(List<Subject> subjects, Optional<String> lastKey) {}
}
