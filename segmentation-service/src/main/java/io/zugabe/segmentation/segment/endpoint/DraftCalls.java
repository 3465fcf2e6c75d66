package io.zugabe.segmentation.segment.endpoint;

import io.grpc.Context;
import io.grpc.Deadline;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.kit.grpc.RequestIds;
import io.zugabe.segmentation.segment.Caller;
import io.zugabe.segmentation.segment.CreateSegment;
import io.zugabe.segmentation.segment.DryRunSegment;
import io.zugabe.segmentation.segment.UpdateSegment;
import io.zugabe.segmentation.v1.CreateSegmentRequest;
import io.zugabe.segmentation.v1.DryRunSegmentRequest;
import io.zugabe.segmentation.v1.DryRunSegmentResponse;
import io.zugabe.segmentation.v1.Segment;
import io.zugabe.segmentation.v1.UpdateSegmentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The calls about drafts. */
@ApplicationScoped
class DraftCalls {

    private static final int MOST_EXAMPLES = 100;
    private static final int DEFAULT_EXAMPLES = 10;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration USUAL = Duration.ofMinutes(1);
    /** What it takes to tell the end before the caller stops listening. */
    private static final Duration TO_TELL = Duration.ofMillis(500);

    private final CreateSegment create;
    private final UpdateSegment update;
    private final DryRunSegment dryRun;
    private final SegmentMessages messages;

    DraftCalls(CreateSegment create, UpdateSegment update, DryRunSegment dryRun, SegmentMessages messages) {
        this.create = create;
        this.update = update;
        this.dryRun = dryRun;
        this.messages = messages;
    }

    static Caller caller() {
        return new Caller(Actor.current(), RequestIds.current());
    }

    Uni<Segment> create(CreateSegmentRequest request) {
        return create.create(DefinitionReader.read(request.getDefinition()), request.getValidateOnly(), caller())
                .map(messages::message);
    }

    Uni<Segment> update(UpdateSegmentRequest request) {
        return update.update(
                        request.getDefinition().getSegmentId(),
                        DefinitionReader.readChange(
                                request.getDefinition(), request.getUpdateMask(), request.getEtag()),
                        request.getEtag(),
                        request.getValidateOnly(),
                        caller())
                .map(messages::message);
    }

    Multi<DryRunSegmentResponse> dryRun(DryRunSegmentRequest request) {
        Violations violations = Violations.ofRequest();
        int examples = request.hasExamples() ? request.getExamples() : DEFAULT_EXAMPLES;
        violations.checkRange("examples", examples, 0, MOST_EXAMPLES);
        Duration longest = request.hasMaxDuration()
                ? Duration.ofSeconds(
                        request.getMaxDuration().getSeconds(),
                        request.getMaxDuration().getNanos())
                : USUAL;
        violations.check(
                longest.isPositive() && longest.compareTo(LONGEST) <= 0,
                "max_duration",
                longest,
                "must be above 0 and at most 10 minutes");
        Duration within = withinDeadline(longest);
        return switch (request.getSubjectCase()) {
            case SEGMENT_ID -> {
                DefinitionReader.checkId(violations, "segment_id", request.getSegmentId());
                violations.throwIfAny();
                yield dryRun.ofDraft(request.getSegmentId(), examples, within).map(SegmentMessages::message);
            }
            case DEFINITION -> {
                violations.throwIfAny();
                yield dryRun.of(DefinitionReader.read(request.getDefinition()), examples, within)
                        .map(SegmentMessages::message);
            }
            case SUBJECT_NOT_SET -> {
                violations.add("subject", "is required: segment_id or definition");
                violations.throwIfAny();
                yield Multi.createFrom().empty();
            }
        };
    }

    private static Duration withinDeadline(Duration longest) {
        Deadline deadline = Context.current().getDeadline();
        if (deadline == null) {
            return longest;
        }
        Duration left =
                Duration.ofMillis(deadline.timeRemaining(TimeUnit.MILLISECONDS)).minus(TO_TELL);
        return left.compareTo(longest) < 0 ? left : longest;
    }
}
