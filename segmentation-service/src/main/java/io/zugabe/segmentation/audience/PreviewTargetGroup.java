package io.zugabe.segmentation.audience;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.audience.SizeTargetGroup.Sized;
import io.zugabe.segmentation.audience.domain.Candidate;
import io.zugabe.segmentation.audience.domain.GroupChange;
import io.zugabe.segmentation.audience.domain.Holdout;
import io.zugabe.segmentation.audience.domain.Rule;
import io.zugabe.segmentation.audience.domain.Verdict;
import io.zugabe.segmentation.log.domain.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows some customers of a target group, as they are now: who was erased or has left it since is not shown. */
@ApplicationScoped
public class PreviewTargetGroup {

    private final SizeTargetGroup sizeTargetGroup;
    private final Candidates candidates;
    private final SmallGroups smallGroups;
    private final TargetGroupStore store;

    PreviewTargetGroup(
            SizeTargetGroup sizeTargetGroup, Candidates candidates, SmallGroups smallGroups, TargetGroupStore store) {
        this.sizeTargetGroup = sizeTargetGroup;
        this.candidates = candidates;
        this.smallGroups = smallGroups;
        this.store = store;
    }

    /** A customer who would be exported, and why. */
    public record Chosen(Subject subject, Rule.Match match) {}

    /** Some of a target group. */
    public record Preview(List<Chosen> chosen, Sized sized) {}

    /** Shows at most so many. */
    public Uni<Preview> preview(String groupId, int most, String actor, Progress progress) {
        return sizeTargetGroup
                .size(groupId, progress)
                .invoke(sized -> smallGroups.checkExport(sized))
                .chain(sized -> candidates.find(sized.size().sample()).map(found -> preview(sized, found, most)))
                .call(preview -> store.note(
                        preview.sized().group(),
                        GroupChange.Action.PREVIEWED,
                        actor,
                        preview.chosen().size() + " customers shown"));
    }

    private static Preview preview(Sized sized, List<Candidate> found, int most) {
        Map<Subject, Candidate> known =
                found.stream().collect(Collectors.toMap(Candidate::subject, Function.identity()));
        Holdout holdout = sized.group().holdout();
        List<Chosen> chosen = new ArrayList<>();
        for (Subject subject : sized.size().sample()) {
            Candidate candidate = known.get(subject);
            if (candidate != null
                    && chosen.size() < most
                    && sized.judge(candidate, holdout) instanceof Verdict.Exported exported) {
                chosen.add(new Chosen(subject, exported.match()));
            }
        }
        return new Preview(chosen, sized);
    }
}
