package io.zugabe.segmentation.audience;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.audience.SizeTargetGroup.Sized;
import io.zugabe.segmentation.audience.domain.AudienceDefinition;
import io.zugabe.segmentation.audience.domain.Candidate;
import io.zugabe.segmentation.audience.domain.GroupChange;
import io.zugabe.segmentation.audience.domain.Holdout;
import io.zugabe.segmentation.audience.domain.KeyRange;
import io.zugabe.segmentation.audience.domain.Verdict;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** An export that is under way: reads the next part when it is asked for, one at a time. */
public final class Export {

    private static final int PAGE = 500;

    private final Sized sized;
    private final String actor;
    private final Candidates candidates;
    private final TargetGroupStore store;
    private final Holdout holdout;
    private final List<KeyRange> ranges;
    private final String segmentId;
    private final AtomicBoolean ended = new AtomicBoolean();
    private int range;
    private volatile String after;
    private volatile long exported;
    private volatile long examined;

    Export(Sized sized, String after, String actor, Candidates candidates, TargetGroupStore store) {
        this.sized = sized;
        this.actor = actor;
        this.candidates = candidates;
        this.store = store;
        this.holdout = sized.group().holdout();
        this.after = after;
        this.ranges = KeyRange.of("", sized.group().definition().visitors()).stream()
                .filter(each -> after.compareTo(each.before()) < 0)
                .toList();
        this.segmentId = sized.group().definition().audience() instanceof AudienceDefinition.SegmentMembers members
                ? members.segmentId()
                : "";
    }

    /**
     * A part of an export.
     *
     * @param after key of the last customer that was looked at
     * @param exported so far
     * @param examined so far, in pages of 500: how many of a segment were looked at is not told
     */
    public record Part(List<Subject> subjects, String after, long exported, long examined, boolean last) {}

    /** The version that is exported. */
    public int version() {
        return sized.group().version();
    }

    /** The next part; not to be asked for again before it is there, nor after the last one. */
    public Uni<Part> next() {
        if (range == ranges.size()) {
            return Uni.createFrom().item(part(List.of()));
        }
        return candidates.page(ranges.get(range), after, segmentId, PAGE).map(this::part);
    }

    private Part part(Candidates.Page page) {
        page.lastKey().ifPresentOrElse(key -> after = key, () -> range++);
        examined += page.candidates().isEmpty() ? 0 : PAGE;
        List<Subject> subjects = page.candidates().stream()
                .filter(candidate -> sized.judge(candidate, holdout) instanceof Verdict.Exported)
                .map(Candidate::subject)
                .toList();
        exported += subjects.size();
        return part(subjects);
    }

    private Part part(List<Subject> subjects) {
        return new Part(subjects, after, exported, examined, range == ranges.size());
    }

    /**
     * Notes the end, once.
     *
     * @param complete false if it was broken off
     */
    public Uni<Void> end(boolean complete) {
        return ended.getAndSet(true)
                ? Uni.createFrom().voidItem()
                : store.note(
                        sized.group(),
                        GroupChange.Action.EXPORT_ENDED,
                        actor,
                        exported + " customers" + (complete ? "" : ", broken off"));
    }
}
