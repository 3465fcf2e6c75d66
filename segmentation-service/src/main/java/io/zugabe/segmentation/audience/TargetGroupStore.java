package io.zugabe.segmentation.audience;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.segmentation.audience.domain.GroupChange;
import io.zugabe.segmentation.audience.domain.GroupDefinition;
import io.zugabe.segmentation.audience.domain.Rule;
import io.zugabe.segmentation.audience.domain.TargetGroup;
import io.zugabe.segmentation.audience.domain.TargetGroup.KeptRule;
import java.util.List;
import java.util.Optional;

/** Where target groups are kept, with who changed them. */
public interface TargetGroupStore {

    /** Target groups there may be at most. */
    int MOST = 1_000;

    /**
     * Makes a target group.
     *
     * @return empty, with nothing stored, if there is one of that id
     */
    Uni<Optional<TargetGroup>> create(GroupDefinition definition, String actor);

    /**
     * Replaces a definition by a new version.
     *
     * @return empty, with nothing stored, if another version than the expected one is present
     */
    Uni<Optional<TargetGroup>> update(GroupDefinition definition, int expected, String actor);

    /**
     * Deletes a target group.
     *
     * @param expected version; 0 for whichever is present
     * @return false, with nothing stored, if another version is present
     */
    Uni<Boolean> delete(String id, int expected, String actor);

    /** What the noise of told counts is made of; never changes. */
    Uni<byte[]> secret();

    /** The present version. */
    Uni<Optional<TargetGroup>> find(String id);

    /** The present versions by id, one more than the page has if there are more; the sort key is the id. */
    Uni<List<TargetGroup>> list(PageRequest page);

    /** Number of target groups. */
    Uni<Long> count();

    /** Keeps the rule of a version; whoever comes first wins. */
    Uni<KeptRule> keep(TargetGroup group, Rule rule);

    /** Notes that something was done. */
    Uni<Void> note(TargetGroup group, GroupChange.Action action, String actor, String detail);

    /**
     * Changes, latest first, one more than the page has if there are more; the sort key is the number, downwards.
     *
     * @param groupId empty for all
     */
    Uni<List<GroupChange>> changes(String groupId, PageRequest page);
}
