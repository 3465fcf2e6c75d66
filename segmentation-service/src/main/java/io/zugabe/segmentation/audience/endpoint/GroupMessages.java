package io.zugabe.segmentation.audience.endpoint;

import com.google.protobuf.Timestamp;
import io.zugabe.segmentation.audience.SizeTargetGroup.Sized;
import io.zugabe.segmentation.audience.adapter.DefinitionMessages;
import io.zugabe.segmentation.audience.adapter.RuleMessages;
import io.zugabe.segmentation.audience.domain.Exclusion;
import io.zugabe.segmentation.audience.domain.GroupChange;
import io.zugabe.segmentation.audience.domain.Holdout;
import io.zugabe.segmentation.audience.domain.TargetGroup;
import io.zugabe.segmentation.audience.domain.ToldSize;
import io.zugabe.segmentation.profile.adapter.Timestamps;
import io.zugabe.segmentation.v1.GroupCount;
import io.zugabe.segmentation.v1.TargetGroupChange;
import io.zugabe.segmentation.v1.TargetGroupSize;
import java.time.Instant;
import java.util.OptionalLong;

/** Target groups as messages. */
final class GroupMessages {

    private GroupMessages() {}

    static io.zugabe.segmentation.v1.TargetGroup message(TargetGroup group) {
        io.zugabe.segmentation.v1.TargetGroup.Builder message = io.zugabe.segmentation.v1.TargetGroup.newBuilder()
                .setDefinition(DefinitionMessages.message(group.definition()))
                .setVersion(group.version())
                .setEtag(group.etag())
                .setCreateTime(time(group.createTime()))
                .setUpdateTime(time(group.updateTime()))
                .setAuthor(group.author())
                .setExperimentId(Holdout.experimentId(group.id()));
        group.rule()
                .ifPresent(kept -> message.setRule(
                        RuleMessages.message(kept.rule()).toBuilder().setCreateTime(time(kept.time()))));
        return message.build();
    }

    static TargetGroupSize message(Sized sized, long least) {
        ToldSize told = sized.told();
        TargetGroupSize.Builder message = TargetGroupSize.newBuilder()
                .setMatching(count(told.matching()))
                .setEligible(count(told.eligible()))
                .setHeldOut(count(told.heldOut()))
                .setExported(count(told.exported()))
                .setLeastSize(least)
                .setCountTime(time(sized.time()));
        for (Exclusion exclusion : Exclusion.values()) {
            message.addExcludedBuilder()
                    .setReason(reason(exclusion))
                    .setCount(count(told.excluded().getOrDefault(exclusion, OptionalLong.empty())));
        }
        return message.build();
    }

    private static GroupCount count(OptionalLong told) {
        return told.isPresent()
                ? GroupCount.newBuilder().setCount(told.getAsLong()).build()
                : GroupCount.newBuilder().setBelowLeastSize(true).build();
    }

    private static TargetGroupSize.Exclusion reason(Exclusion exclusion) {
        return switch (exclusion) {
            case OPEN_CASE -> TargetGroupSize.Exclusion.EXCLUSION_OPEN_CASE;
            case TREATMENT -> TargetGroupSize.Exclusion.EXCLUSION_TREATMENT;
            case TREATMENT_UNKNOWN -> TargetGroupSize.Exclusion.EXCLUSION_TREATMENT_UNKNOWN;
            case NO_CONSENT -> TargetGroupSize.Exclusion.EXCLUSION_NO_CONSENT;
        };
    }

    static TargetGroupChange message(GroupChange change) {
        return TargetGroupChange.newBuilder()
                .setChangeTime(time(change.time()))
                .setActor(change.actor())
                .setAction(action(change.action()))
                .setTargetGroupId(change.groupId())
                .setVersion(change.version())
                .setDetail(change.detail())
                .build();
    }

    private static TargetGroupChange.Action action(GroupChange.Action action) {
        return switch (action) {
            case CREATED -> TargetGroupChange.Action.ACTION_CREATED;
            case UPDATED -> TargetGroupChange.Action.ACTION_UPDATED;
            case DELETED -> TargetGroupChange.Action.ACTION_DELETED;
            case EXPORT_STARTED -> TargetGroupChange.Action.ACTION_EXPORT_STARTED;
            case EXPORT_ENDED -> TargetGroupChange.Action.ACTION_EXPORT_ENDED;
            case PREVIEWED -> TargetGroupChange.Action.ACTION_PREVIEWED;
        };
    }

    static Timestamp time(Instant time) {
        return Timestamps.of(time);
    }
}
