package io.zugabe.segmentation.audience.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.segmentation.audience.domain.AudienceDefinition;
import io.zugabe.segmentation.audience.domain.GroupDefinition;
import io.zugabe.segmentation.audience.domain.Resemblance;
import io.zugabe.segmentation.audience.domain.Rule;
import io.zugabe.segmentation.audience.domain.Rule.Weighted;
import io.zugabe.segmentation.v1.TargetGroupRule;
import java.util.List;

/** Rules as messages. What a rule is about stands in the definition. */
public final class RuleMessages {

    private RuleMessages() {}

    /** The message of a rule, without its time. */
    public static TargetGroupRule message(Rule rule) {
        TargetGroupRule.Builder message = TargetGroupRule.newBuilder();
        switch (rule) {
            case Rule.Shares shares -> {
                addTraits(message, shares.traits());
                message.setMinShared(shares.minShared());
            }
            case Rule.Resembles alike -> {
                addTraits(message, alike.resemblance().traits());
                message.setBase(alike.resemblance().base()).setMinScore(alike.minScore());
            }
            case Rule.MemberOf member -> {}
        }
        return message.build();
    }

    private static void addTraits(TargetGroupRule.Builder message, List<Weighted> traits) {
        traits.forEach(weighted -> message.addTraitsBuilder()
                .setTrait(TraitMessages.message(weighted.trait()))
                .setWeightPresent(weighted.present())
                .setWeightAbsent(weighted.absent()));
    }

    /** The rule of a definition that was stored. */
    static Rule rule(GroupDefinition definition, byte[] bytes) {
        TargetGroupRule message = parse(bytes);
        List<Weighted> traits = message.getTraitsList().stream()
                .map(weighted -> new Weighted(
                        TraitMessages.trait(weighted.getTrait()),
                        weighted.getWeightPresent(),
                        weighted.getWeightAbsent()))
                .toList();
        return switch (definition.audience()) {
            case AudienceDefinition.OwnersMissing missing ->
                new Rule.Shares(missing.anchor(), traits, message.getMinShared());
            case AudienceDefinition.LookAlikes alike ->
                new Rule.Resembles(new Resemblance(message.getBase(), traits), message.getMinScore());
            case AudienceDefinition.SegmentMembers members -> new Rule.MemberOf(members.segmentId(), members.missing());
        };
    }

    private static TargetGroupRule parse(byte[] bytes) {
        try {
            return TargetGroupRule.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored rule of a target group cannot be read", e);
        }
    }
}
