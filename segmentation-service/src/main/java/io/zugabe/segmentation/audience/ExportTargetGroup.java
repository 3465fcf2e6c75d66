package io.zugabe.segmentation.audience;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.audience.SizeTargetGroup.Sized;
import io.zugabe.segmentation.audience.domain.GroupChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Begins exports of target groups. */
@ApplicationScoped
public class ExportTargetGroup {

    private final SizeTargetGroup sizeTargetGroup;
    private final Candidates candidates;
    private final SmallGroups smallGroups;
    private final TargetGroupStore store;

    ExportTargetGroup(
            SizeTargetGroup sizeTargetGroup, Candidates candidates, SmallGroups smallGroups, TargetGroupStore store) {
        this.sizeTargetGroup = sizeTargetGroup;
        this.candidates = candidates;
        this.smallGroups = smallGroups;
        this.store = store;
    }

    /**
     * Where an export goes on.
     *
     * @param version that it is of; 0 for the present one
     * @param after key of the last customer that was looked at; empty to begin
     */
    public record Place(int version, String after) {}

    /** Begins an export, or goes on with it; notes who does. */
    public Uni<Export> begin(String groupId, Place place, String actor, Progress progress) {
        return sizeTargetGroup
                .size(groupId, progress)
                .invoke(sized -> check(sized, place))
                .call(sized -> store.note(
                        sized.group(),
                        GroupChange.Action.EXPORT_STARTED,
                        actor,
                        place.after().isEmpty() ? "from the beginning" : "after a break"))
                .map(sized -> new Export(sized, place.after(), actor, candidates, store));
    }

    private void check(Sized sized, Place place) {
        int present = sized.group().version();
        if (place.version() != 0 && place.version() != present) {
            throw ZugabeException.of(
                    SegmentationReason.TARGET_GROUP_CHANGED,
                    "the export is of version " + place.version() + " and version " + present
                            + " is present: begin again without a resume_token",
                    Map.of("version", Integer.toString(present)));
        }
        smallGroups.checkExport(sized);
    }
}
