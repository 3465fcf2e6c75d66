package io.zugabe.segmentation.segment.endpoint;

import com.google.protobuf.Timestamp;
import io.zugabe.segmentation.assessment.domain.Sweep;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.segment.DryRunSegment.Progress;
import io.zugabe.segmentation.segment.Segment;
import io.zugabe.segmentation.segment.SegmentMembers.Member;
import io.zugabe.segmentation.segment.adapter.DefinitionMessages;
import io.zugabe.segmentation.segment.domain.ConditionCompiler;
import io.zugabe.segmentation.segment.domain.ConditionFault;
import io.zugabe.segmentation.segment.domain.DryRunCount;
import io.zugabe.segmentation.segment.domain.SegmentChange;
import io.zugabe.segmentation.segment.domain.SegmentState;
import io.zugabe.segmentation.segment.domain.SegmentVersion;
import io.zugabe.segmentation.v1.DryRunSegmentResponse;
import io.zugabe.segmentation.v1.SegmentEvaluation;
import io.zugabe.segmentation.v1.SegmentExample;
import io.zugabe.segmentation.v1.SegmentMember;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;

/** Segments as they are sent. */
@ApplicationScoped
class SegmentMessages {

    private final ConditionCompiler compiler;

    SegmentMessages(ConditionCompiler compiler) {
        this.compiler = compiler;
    }

    io.zugabe.segmentation.v1.Segment message(Segment segment) {
        io.zugabe.segmentation.v1.Segment.Builder message = io.zugabe.segmentation.v1.Segment.newBuilder()
                .setSegmentId(segment.id())
                .setEtag(segment.etag());
        segment.inForce().ifPresent(version -> message.setInForce(message(version)));
        switch (segment) {
            case Segment.BuiltIn _ -> message.setBuiltIn(true);
            case Segment.Own(SegmentState state) -> {
                state.draft().ifPresent(version -> message.setDraft(message(version)));
                message.setArchived(state.archived())
                        .setCreateTime(timestamp(state.createTime()))
                        .setUpdateTime(timestamp(state.updateTime()));
            }
        }
        return message.build();
    }

    private io.zugabe.segmentation.v1.SegmentVersion message(SegmentVersion version) {
        io.zugabe.segmentation.v1.SegmentVersion.Builder message = io.zugabe.segmentation.v1.SegmentVersion.newBuilder()
                .setVersion(version.number())
                .setDefinition(DefinitionMessages.message(version.definition()))
                .addAllFeatures(reads(version))
                .setReplacedVersion(version.replaces())
                .setAuthor(version.author());
        if (version.createTime().isAfter(Instant.EPOCH)) {
            message.setCreateTime(timestamp(version.createTime()));
        }
        version.publishTime().ifPresent(time -> message.setPublishTime(timestamp(time)));
        return message.build();
    }

    /** Nothing of an expression that names features which are gone. */
    private Set<String> reads(SegmentVersion version) {
        try {
            return compiler.compile(version.definition().expression()).reads();
        } catch (ConditionFault gone) {
            return Set.of();
        }
    }

    static SegmentEvaluation message(Sweep sweep) {
        SegmentEvaluation.Builder message = SegmentEvaluation.newBuilder()
                .setRunning(sweep.running() || sweep.awaited())
                .setTotal(sweep.total());
        if (sweep.awaited() && !sweep.running()) {
            return message.build();
        }
        message.setEvaluated(sweep.done());
        Instant start = sweep.start();
        if (start != null) {
            message.setStartTime(timestamp(start));
        }
        Instant end = sweep.end();
        if (end != null) {
            message.setEndTime(timestamp(end));
        }
        return message.build();
    }

    static SegmentMember message(Member member) {
        return SegmentMember.newBuilder()
                .setSubjectId(member.subject().id())
                .setVisitor(member.subject().visitor())
                .setSinceTime(timestamp(member.since()))
                .setSegmentVersion(member.version())
                .setWhy(DefinitionMessages.message(member.why()))
                .build();
    }

    static io.zugabe.segmentation.v1.SegmentChange message(SegmentChange change) {
        return io.zugabe.segmentation.v1.SegmentChange.newBuilder()
                .setChangeTime(timestamp(change.time()))
                .setActor(change.actor())
                .setCallId(change.callId())
                .setAction(io.zugabe.segmentation.v1.SegmentChange.Action.valueOf(
                        "ACTION_" + change.action().name()))
                .setSegmentId(change.segmentId())
                .setVersion(change.version())
                .setDetail(change.detail())
                .build();
    }

    static io.zugabe.segmentation.v1.Feature message(Feature feature) {
        return io.zugabe.segmentation.v1.Feature.newBuilder()
                .setName(feature.name())
                .setType(io.zugabe.segmentation.v1.Feature.Type.valueOf(
                        "TYPE_" + feature.type().name()))
                .setUnit(feature.unit())
                .setWindow(feature.window())
                .setSource(feature.source())
                .setDecay(feature.decay())
                .setDescription(feature.description())
                .addAllValues(feature.values())
                .build();
    }

    static DryRunSegmentResponse message(Progress progress) {
        DryRunCount.Counts counts = progress.counts();
        DryRunSegmentResponse.Builder message = DryRunSegmentResponse.newBuilder()
                .setExamined(counts.examined())
                .setTotal(progress.total())
                .setMatching(counts.matching())
                .setEntering(counts.entering())
                .setLeaving(counts.leaving())
                .setUnknown(counts.unknown())
                .setDone(progress.done())
                .setCutShort(progress.cutShort());
        counts.enteringExamples().forEach(example -> message.addEnteringExamples(message(example)));
        counts.leavingExamples().forEach(example -> message.addLeavingExamples(message(example)));
        return message.build();
    }

    private static SegmentExample message(DryRunCount.Example example) {
        SegmentExample.Builder message = SegmentExample.newBuilder().setSubjectKey(example.subjectKey());
        example.why().ifPresent(why -> message.setWhy(DefinitionMessages.message(why)));
        return message.build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
