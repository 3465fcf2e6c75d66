package io.zugabe.segmentation.audience;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.audience.domain.AudienceDefinition;
import io.zugabe.segmentation.audience.domain.GroupCounter;
import io.zugabe.segmentation.audience.domain.GroupDefinition;
import io.zugabe.segmentation.audience.domain.GroupSize;
import io.zugabe.segmentation.audience.domain.Holdout;
import io.zugabe.segmentation.audience.domain.Rule;
import io.zugabe.segmentation.audience.domain.TargetGroup;
import io.zugabe.segmentation.audience.domain.TargetGroup.KeptRule;
import io.zugabe.segmentation.audience.domain.ToldCounts;
import io.zugabe.segmentation.audience.domain.ToldSize;
import io.zugabe.segmentation.audience.domain.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts a target group. What was counted is told for a while without counting again. */
@ApplicationScoped
public class SizeTargetGroup {

    private static final Duration LONGEST_WRITE = Duration.ofSeconds(20);
    private static final int MOST_KEPT = 200;

    private final ReadTargetGroups readTargetGroups;
    private final TargetGroupStore store;
    private final ScanCustomers scan;
    private final FindRule findRule;
    private final SmallGroups smallGroups;
    private final Clock clock;
    private final Duration timeToLive;
    private final Map<Key, Sized> kept = new LinkedHashMap<>();

    SizeTargetGroup(
            ReadTargetGroups readTargetGroups,
            TargetGroupStore store,
            ScanCustomers scan,
            FindRule findRule,
            SmallGroups smallGroups,
            Clock clock,
            AudienceSettings settings) {
        this.readTargetGroups = readTargetGroups;
        this.store = store;
        this.scan = scan;
        this.findRule = findRule;
        this.smallGroups = smallGroups;
        this.clock = clock;
        this.timeToLive = settings.sizeTimeToLive();
    }

    private record Key(String groupId, int version) {}

    /**
     * A target group that was counted.
     *
     * @param group with its rule
     * @param size as it is, which nobody is told
     * @param told what callers are told of it
     * @param time when it was counted
     */
    public record Sized(TargetGroup group, Rule rule, GroupSize size, ToldSize told, Instant time) {

        /** What the rule says of somebody now. */
        Verdict judge(io.zugabe.segmentation.audience.domain.Candidate candidate, Holdout holdout) {
            return Verdict.of(candidate, group.definition(), rule, holdout);
        }
    }

    /** The size of the present version. */
    public Uni<Sized> size(String groupId, Progress progress) {
        return readTargetGroups
                .get(groupId)
                .chain(group -> recent(group)
                        .map(sized -> Uni.createFrom().item(sized))
                        .orElseGet(() -> scan.run(progress, () -> count(group, progress))));
    }

    private Sized count(TargetGroup group, Progress progress) {
        KeptRule found = group.rule()
                .orElseGet(() -> store.keep(group, findRule.find(group.definition(), progress))
                        .await()
                        .atMost(LONGEST_WRITE));
        GroupDefinition definition = group.definition();
        Holdout holdout = group.holdout();
        GroupCounter counter = new GroupCounter(group.id() + ":" + group.version() + ":");
        String segment =
                definition.audience() instanceof AudienceDefinition.SegmentMembers members ? members.segmentId() : "";
        scan.each(
                definition.visitors(),
                segment,
                progress,
                candidate ->
                        counter.add(candidate.subject(), Verdict.of(candidate, definition, found.rule(), holdout)));
        TargetGroup ruled = new TargetGroup(
                definition,
                group.version(),
                Optional.of(found),
                group.createTime(),
                group.updateTime(),
                group.author());
        GroupSize size = counter.size();
        ToldCounts counts = smallGroups.counts().await().atMost(LONGEST_WRITE);
        Sized sized =
                new Sized(ruled, found.rule(), size, ToldSize.of(size, ruled, found.rule(), counts), clock.instant());
        keep(sized);
        return sized;
    }

    private synchronized Optional<Sized> recent(TargetGroup group) {
        kept.values().removeIf(sized -> !sized.time().plus(timeToLive).isAfter(clock.instant()));
        return Optional.ofNullable(kept.get(new Key(group.id(), group.version())));
    }

    private synchronized void keep(Sized sized) {
        Key key = new Key(sized.group().id(), sized.group().version());
        kept.remove(key);
        kept.put(key, sized);
        if (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
