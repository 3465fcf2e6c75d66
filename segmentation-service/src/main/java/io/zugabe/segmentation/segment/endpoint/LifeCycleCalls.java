package io.zugabe.segmentation.segment.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.segment.ArchiveSegment;
import io.zugabe.segmentation.segment.PublishSegment;
import io.zugabe.segmentation.segment.RollbackSegment;
import io.zugabe.segmentation.v1.ArchiveSegmentRequest;
import io.zugabe.segmentation.v1.PublishSegmentRequest;
import io.zugabe.segmentation.v1.RollbackSegmentRequest;
import io.zugabe.segmentation.v1.Segment;
import jakarta.enterprise.context.ApplicationScoped;

/** The calls that put segments in and out of force. */
@ApplicationScoped
class LifeCycleCalls {

    private final PublishSegment publish;
    private final RollbackSegment rollback;
    private final ArchiveSegment archive;
    private final SegmentMessages messages;

    LifeCycleCalls(PublishSegment publish, RollbackSegment rollback, ArchiveSegment archive, SegmentMessages messages) {
        this.publish = publish;
        this.rollback = rollback;
        this.archive = archive;
        this.messages = messages;
    }

    Uni<Segment> publish(PublishSegmentRequest request) {
        Violations violations = ofSegment(request.getSegmentId());
        violations.checkRange("version", request.getVersion(), 0, Integer.MAX_VALUE);
        violations.throwIfAny();
        return publish.publish(request.getSegmentId(), request.getVersion(), request.getEtag(), DraftCalls.caller())
                .map(messages::message);
    }

    Uni<Segment> rollBack(RollbackSegmentRequest request) {
        Violations violations = ofSegment(request.getSegmentId());
        violations.checkRange("version", request.getVersion(), 1, Integer.MAX_VALUE);
        violations.throwIfAny();
        return rollback.rollBack(request.getSegmentId(), request.getVersion(), DraftCalls.caller())
                .map(messages::message);
    }

    Uni<Segment> archive(ArchiveSegmentRequest request) {
        ofSegment(request.getSegmentId()).throwIfAny();
        return archive.archive(request.getSegmentId(), request.getEtag(), DraftCalls.caller())
                .map(messages::message);
    }

    private static Violations ofSegment(String segmentId) {
        Violations violations = Violations.ofRequest();
        DefinitionReader.checkId(violations, "segment_id", segmentId);
        return violations;
    }
}
