package io.zugabe.segmentation.audience;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.audience.domain.GroupDefinition;
import io.zugabe.segmentation.audience.domain.TargetGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Creates, changes and deletes target groups. */
@ApplicationScoped
public class ChangeTargetGroup {

    private final TargetGroupStore store;
    private final ReadTargetGroups readTargetGroups;

    ChangeTargetGroup(TargetGroupStore store, ReadTargetGroups readTargetGroups) {
        this.store = store;
        this.readTargetGroups = readTargetGroups;
    }

    /** Makes a target group; one with the same definition is as good. */
    public Uni<TargetGroup> create(GroupDefinition definition, String actor) {
        return store.count()
                .chain(count -> count >= TargetGroupStore.MOST
                        ? Uni.createFrom()
                                .failure(ZugabeException.of(
                                        SegmentationReason.TOO_MANY_TARGET_GROUPS,
                                        "there are " + count + " target groups; there may be " + TargetGroupStore.MOST
                                                + ": delete some",
                                        Map.of()))
                        : store.create(definition, actor).chain(made -> madeOrSame(made, definition)));
    }

    private Uni<TargetGroup> madeOrSame(Optional<TargetGroup> made, GroupDefinition definition) {
        return made.map(group -> Uni.createFrom().item(group))
                .orElseGet(() -> readTargetGroups.get(definition.id()).map(present -> same(present, definition)));
    }

    private static TargetGroup same(TargetGroup present, GroupDefinition definition) {
        if (!present.definition().equals(definition)) {
            throw ZugabeException.of(
                    SegmentationReason.TARGET_GROUP_EXISTS,
                    "there is another target group \"" + definition.id() + "\"",
                    Map.of("target_group_id", definition.id()));
        }
        return present;
    }

    /** Replaces a definition; one like the present one changes nothing. */
    public Uni<TargetGroup> update(GroupDefinition definition, String etag, String actor) {
        return readTargetGroups.get(definition.id()).chain(present -> {
            checkEtag(present, etag);
            return present.definition().equals(definition)
                    ? Uni.createFrom().item(present)
                    : store.update(definition, present.version(), actor)
                            .map(updated -> updated.orElseThrow(() -> changed(definition.id())));
        });
    }

    /**
     * Deletes a target group.
     *
     * @param etag empty for whichever is present
     */
    public Uni<Void> delete(String id, String etag, String actor) {
        return readTargetGroups
                .get(id)
                .invoke(present -> {
                    if (!etag.isEmpty()) {
                        checkEtag(present, etag);
                    }
                })
                .chain(present -> store.delete(id, etag.isEmpty() ? 0 : present.version(), actor))
                .invoke(deleted -> {
                    if (!deleted) {
                        throw changed(id);
                    }
                })
                .replaceWithVoid();
    }

    private static void checkEtag(TargetGroup present, String etag) {
        if (!present.etag().equals(etag)) {
            throw changed(present.id());
        }
    }

    private static ZugabeException changed(String id) {
        return ZugabeException.of(
                SegmentationReason.CONCURRENT_CHANGE,
                "target group \"" + id + "\" was changed since it was read: read it again",
                Map.of("target_group_id", id));
    }
}
