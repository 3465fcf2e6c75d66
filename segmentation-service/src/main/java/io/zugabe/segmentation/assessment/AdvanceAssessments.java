package io.zugabe.segmentation.assessment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.AssessmentStore.Progress;
import io.zugabe.segmentation.assessment.AssessmentStore.Run;
import io.zugabe.segmentation.log.domain.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Brings the assessments forward by one step: by the next run of the log, and where there is none by the next part of a sweep. A step that is repeated after a crash concludes the same.
 */
@ApplicationScoped
public class AdvanceAssessments {

    /** So many are assessed at once. */
    private static final int CHUNK = 250;

    /** A run looks at so many positions: the more, the more events of one customer are assessed once. */
    private static final int RUN = 20_000;

    private final AssessmentStore store;
    private final AssessSubjects assessSubjects;
    private final ContinueSweep continueSweep;
    private final RefreshCache refreshCache;
    private volatile long ownPosition;

    public AdvanceAssessments(
            AssessmentStore store,
            AssessSubjects assessSubjects,
            ContinueSweep continueSweep,
            RefreshCache refreshCache) {
        this.store = store;
        this.assessSubjects = assessSubjects;
        this.continueSweep = continueSweep;
        this.refreshCache = refreshCache;
    }

    /** What a step did. */
    public enum Outcome {
        /** Somebody was assessed. */
        ADVANCED,
        /** There was nothing to do. */
        CAUGHT_UP,
        /** Another instance was faster. */
        OVERTAKEN
    }

    /**
     * The result of a step.
     *
     * @param position everything up to here was assessed
     */
    public record Result(Outcome outcome, long position) {}

    /**
     * Takes the next step.
     *
     * @param end everything up to here is in the profiles
     * @param pace called after each part of the work, to make room for others
     */
    public Uni<Result> advance(long end, Supplier<Uni<Void>> pace) {
        return store.progress()
                .invoke(this::takeOver)
                .chain(progress -> progress.position() >= end
                        ? sweep(progress.position())
                        : follow(progress.position(), end, pace));
    }

    private Uni<Void> assess(List<Subject> subjects) {
        return assessSubjects
                .assess(subjects)
                .chain(result -> refreshCache.write(result.profiles(), result.revision()));
    }

    private Uni<Result> follow(long position, long end, Supplier<Uni<Void>> pace) {
        return store.changed(position, end, RUN).chain(run -> chunks(run, pace).chain(() -> moveOn(position, run)));
    }

    private Uni<Void> chunks(Run run, Supplier<Uni<Void>> pace) {
        return Multi.createFrom()
                .iterable(run.subjects())
                .group()
                .intoLists()
                .of(CHUNK)
                .onItem()
                .transformToUniAndConcatenate(
                        chunk -> assess(new ArrayList<>(chunk)).chain(pace::get))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Result> moveOn(long position, Run run) {
        return store.advance(position, new Progress(run.position(), refreshCache.reached()))
                .map(moved -> {
                    ownPosition = moved ? run.position() : ownPosition;
                    return new Result(moved ? Outcome.ADVANCED : Outcome.OVERTAKEN, run.position());
                });
    }

    private Uni<Result> sweep(long position) {
        return continueSweep
                .next(CHUNK)
                .chain(subjects -> subjects.isEmpty()
                        ? Uni.createFrom().item(new Result(Outcome.CAUGHT_UP, position))
                        : assess(subjects)
                                .chain(continueSweep::done)
                                .replaceWith(new Result(Outcome.ADVANCED, position)));
    }

    /** Another instance, or this one in an earlier life, has moved on last: it may have been killed before it wrote the cache. */
    private void takeOver(Progress progress) {
        if (progress.position() != ownPosition) {
            ownPosition = progress.position();
            refreshCache.suspectAfter(progress.cachedRevision());
        }
    }
}
