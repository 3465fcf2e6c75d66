package io.zugabe.segmentation.audience;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.audience.domain.TargetGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Reads target groups. */
@ApplicationScoped
public class ReadTargetGroups {

    private final TargetGroupStore store;

    ReadTargetGroups(TargetGroupStore store) {
        this.store = store;
    }

    /** The present version; fails if there is none. */
    public Uni<TargetGroup> get(String id) {
        return store.find(id)
                .map(found -> found.orElseThrow(() -> ZugabeException.of(
                        SegmentationReason.TARGET_GROUP_NOT_FOUND,
                        "there is no target group \"" + id + "\"",
                        Map.of("target_group_id", id))));
    }
}
