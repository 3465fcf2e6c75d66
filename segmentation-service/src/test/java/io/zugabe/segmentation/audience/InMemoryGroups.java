package io.zugabe.segmentation.audience;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.segmentation.audience.domain.GroupChange;
import io.zugabe.segmentation.audience.domain.GroupDefinition;
import io.zugabe.segmentation.audience.domain.Rule;
import io.zugabe.segmentation.audience.domain.TargetGroup;
import io.zugabe.segmentation.audience.domain.TargetGroup.KeptRule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Target groups in memory. */
final class InMemoryGroups implements TargetGroupStore {

    private final TreeMap<String, TargetGroup> groups = new TreeMap<>();
    private final List<GroupChange> changes = new ArrayList<>();

    List<GroupChange> changes() {
        return List.copyOf(changes);
    }

    private TargetGroup put(GroupDefinition definition, int version, Optional<KeptRule> rule, String author) {
        TargetGroup group = new TargetGroup(definition, version, rule, Shoppers.NOW, Shoppers.NOW, author);
        groups.put(definition.id(), group);
        return group;
    }

    @Override
    public Uni<Optional<TargetGroup>> create(GroupDefinition definition, String actor) {
        return Uni.createFrom()
                .item(
                        groups.containsKey(definition.id())
                                ? Optional.empty()
                                : Optional.of(put(definition, 1, Optional.empty(), actor)));
    }

    @Override
    public Uni<Optional<TargetGroup>> update(GroupDefinition definition, int expected, String actor) {
        TargetGroup present = groups.get(definition.id());
        return Uni.createFrom()
                .item(
                        present == null || present.version() != expected
                                ? Optional.empty()
                                : Optional.of(put(definition, expected + 1, Optional.empty(), actor)));
    }

    @Override
    public Uni<Boolean> delete(String id, int expected, String actor) {
        return Uni.createFrom().item(groups.remove(id) != null);
    }

    @Override
    public Uni<byte[]> secret() {
        return Uni.createFrom().item("a secret of this shop".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Uni<Optional<TargetGroup>> find(String id) {
        return Uni.createFrom().item(Optional.ofNullable(groups.get(id)));
    }

    @Override
    public Uni<List<TargetGroup>> list(PageRequest page) {
        return Uni.createFrom()
                .item(List.copyOf(groups.tailMap(page.after(), false).values()));
    }

    @Override
    public Uni<Long> count() {
        return Uni.createFrom().item((long) groups.size());
    }

    @Override
    public Uni<KeptRule> keep(TargetGroup group, Rule rule) {
        KeptRule kept = new KeptRule(rule, Instant.EPOCH);
        put(group.definition(), group.version(), Optional.of(kept), group.author());
        return Uni.createFrom().item(kept);
    }

    @Override
    public Uni<Void> note(TargetGroup group, GroupChange.Action action, String actor, String detail) {
        changes.add(new GroupChange(changes.size(), Shoppers.NOW, actor, action, group.id(), group.version(), detail));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<GroupChange>> changes(String groupId, PageRequest page) {
        return Uni.createFrom().item(changes().reversed());
    }
}
