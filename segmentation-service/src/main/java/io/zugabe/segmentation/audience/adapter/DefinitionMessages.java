package io.zugabe.segmentation.audience.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.segmentation.audience.domain.AudienceDefinition;
import io.zugabe.segmentation.audience.domain.Channel;
import io.zugabe.segmentation.audience.domain.GroupDefinition;
import io.zugabe.segmentation.v1.TargetGroupDefinition;
import java.util.Optional;

/** Definitions as messages, and back from messages that were checked. */
public final class DefinitionMessages {

    private static final int USUAL_BEST = 5;
    private static final double USUAL_SHARE = 0.1;

    private DefinitionMessages() {}

    /** The message of a definition, with its defaults filled in. */
    public static TargetGroupDefinition message(GroupDefinition definition) {
        TargetGroupDefinition.Builder message = TargetGroupDefinition.newBuilder()
                .setTargetGroupId(definition.id())
                .setName(definition.name())
                .setDescription(definition.description())
                .setChannel(channel(definition.channel()))
                .setControlShare(definition.controlShare())
                .setIncludeVisitors(definition.visitors());
        switch (definition.audience()) {
            case AudienceDefinition.OwnersMissing missing -> message.setOwnersMissing(message(missing));
            case AudienceDefinition.LookAlikes alike ->
                message.getLookAlikesBuilder()
                        .setAnchor(TraitMessages.message(alike.anchor()))
                        .setTopShare(alike.topShare());
            case AudienceDefinition.SegmentMembers members -> {
                message.getSegmentMembersBuilder().setSegmentId(members.segmentId());
                members.missing()
                        .ifPresent(
                                anchor -> message.getSegmentMembersBuilder().setMissing(TraitMessages.message(anchor)));
            }
        }
        return message.build();
    }

    private static TargetGroupDefinition.OwnersMissing message(AudienceDefinition.OwnersMissing missing) {
        return TargetGroupDefinition.OwnersMissing.newBuilder()
                .setAnchor(TraitMessages.message(missing.anchor()))
                .addAllTraits(
                        missing.traits().stream().map(TraitMessages::message).toList())
                .setBestTraits(missing.best())
                .setMinShared(missing.minShared())
                .build();
    }

    /** The definition of a message that is complete. */
    public static GroupDefinition definition(TargetGroupDefinition message) {
        return new GroupDefinition(
                message.getTargetGroupId(),
                message.getName(),
                message.getDescription(),
                audience(message),
                channel(message.getChannel()),
                message.getControlShare(),
                message.getIncludeVisitors());
    }

    /** The definition of such a message's bytes. */
    static GroupDefinition definition(byte[] bytes) {
        try {
            return definition(TargetGroupDefinition.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored target group cannot be read", e);
        }
    }

    private static AudienceDefinition audience(TargetGroupDefinition message) {
        return switch (message.getAudienceCase()) {
            case OWNERS_MISSING -> missing(message.getOwnersMissing());
            case LOOK_ALIKES -> {
                double share = message.getLookAlikes().getTopShare();
                yield new AudienceDefinition.LookAlikes(
                        TraitMessages.anchor(message.getLookAlikes().getAnchor()), share == 0 ? USUAL_SHARE : share);
            }
            case SEGMENT_MEMBERS ->
                new AudienceDefinition.SegmentMembers(
                        message.getSegmentMembers().getSegmentId(),
                        message.getSegmentMembers().hasMissing()
                                ? Optional.of(TraitMessages.anchor(
                                        message.getSegmentMembers().getMissing()))
                                : Optional.empty());
            case AUDIENCE_NOT_SET ->
                throw new IllegalStateException("a target group without an audience was let through");
        };
    }

    private static AudienceDefinition missing(TargetGroupDefinition.OwnersMissing missing) {
        return new AudienceDefinition.OwnersMissing(
                TraitMessages.anchor(missing.getAnchor()),
                missing.getTraitsList().stream().map(TraitMessages::trait).toList(),
                missing.getBestTraits() == 0 ? USUAL_BEST : missing.getBestTraits(),
                missing.getMinShared());
    }

    private static TargetGroupDefinition.Channel channel(Channel channel) {
        return switch (channel) {
            case PAGE -> TargetGroupDefinition.Channel.CHANNEL_PAGE;
            case EMAIL -> TargetGroupDefinition.Channel.CHANNEL_EMAIL;
            case PUSH -> TargetGroupDefinition.Channel.CHANNEL_PUSH;
            case AGENT -> TargetGroupDefinition.Channel.CHANNEL_AGENT;
        };
    }

    private static Channel channel(TargetGroupDefinition.Channel channel) {
        return switch (channel) {
            case CHANNEL_PAGE -> Channel.PAGE;
            case CHANNEL_EMAIL -> Channel.EMAIL;
            case CHANNEL_PUSH -> Channel.PUSH;
            case CHANNEL_AGENT -> Channel.AGENT;
            case CHANNEL_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalStateException("a target group without a channel was let through");
        };
    }
}
