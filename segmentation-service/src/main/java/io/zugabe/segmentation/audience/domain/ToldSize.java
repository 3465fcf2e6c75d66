package io.zugabe.segmentation.audience.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What is told of the size of a version of a target group. Every number has a noise of its own, so they add up
 * only about.
 *
 * @param matching of the audience
 * @param excluded of these: left out; every reason has an entry
 * @param eligible the rest
 * @param heldOut of the eligible: the control group
 * @param exported of the eligible: what an export sends
 */
public record ToldSize(
        OptionalLong matching,
        Map<Exclusion, OptionalLong> excluded,
        OptionalLong eligible,
        OptionalLong heldOut,
        OptionalLong exported) {

    public ToldSize {
        excluded = Map.copyOf(excluded);
    }

    /**
     * What is told of a size. The questions are what decides who is counted, not what the group is called: a group
     * that is made again under another name has the same noise.
     */
    public static ToldSize of(GroupSize size, TargetGroup group, Rule rule, ToldCounts counts) {
        GroupDefinition definition = group.definition();
        String audience = rule + " visitors " + definition.visitors();
        String addressed = audience + " by " + definition.channel();
        Map<Exclusion, OptionalLong> excluded = new EnumMap<>(Exclusion.class);
        for (Exclusion reason : Exclusion.values()) {
            long left = size.excluded().getOrDefault(reason, 0L);
            excluded.put(reason, counts.tell(left, "left out " + reason + " of " + addressed));
        }
        String eligible = "eligible of " + addressed;
        String halves = " of " + definition.controlShare() + " in " + group.id() + ":" + group.version();
        boolean split = definition.controlShare() > 0;
        return new ToldSize(
                counts.tell(size.matching(), "matching " + audience),
                excluded,
                counts.tell(size.eligible(), eligible),
                counts.tell(size.heldOut(), "held out" + halves + addressed),
                counts.tell(size.exported(), split ? "exported" + halves + addressed : eligible));
    }
}
