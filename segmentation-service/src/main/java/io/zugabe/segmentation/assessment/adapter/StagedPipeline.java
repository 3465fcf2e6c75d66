package io.zugabe.segmentation.assessment.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.zugabe.segmentation.assessment.AssessmentPipeline;
import io.zugabe.segmentation.assessment.domain.Assessed;
import io.zugabe.segmentation.assessment.domain.Assessed.InSegment;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.feature.CurrentFeatures;
import io.zugabe.segmentation.profile.adapter.Timestamps;
import io.zugabe.segmentation.v1.Assessment;
import io.zugabe.segmentation.v1.SegmentMembership;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the steps of an assessment in the order of their stages. */
@ApplicationScoped
class StagedPipeline implements AssessmentPipeline {

    private static final Logger LOG = Logger.getLogger(StagedPipeline.class);

    private final List<AssessmentStep> steps;
    private final CurrentFeatures features;
    private final MeterRegistry metrics;

    StagedPipeline(@All List<AssessmentStep> steps, CurrentFeatures features, MeterRegistry metrics) {
        this.steps = steps.stream()
                .sorted(Comparator.comparing(AssessmentStep::stage))
                .toList();
        this.features = features;
        this.metrics = metrics;
    }

    @Override
    public Assessed assess(ServedProfile profile, long revision, Instant now) {
        Draft draft = new Draft(profile.profile(), now, features.now().read(profile.profile(), now));
        steps.forEach(step -> run(step, draft));
        Assessment.Builder message = draft.message().setAssessTime(Timestamps.of(now));
        carryOn(message, before(profile.assessment()), now);
        return new Assessed(
                profile.subject(),
                revision,
                profile.version(),
                now,
                draft.features(),
                message.getSegmentsList().stream()
                        .map(StagedPipeline::inSegment)
                        .toList(),
                ByteBuffer.wrap(message.build().toByteArray()).asReadOnlyBuffer());
    }

    /** One step that fails on one customer must not hold up all others; nothing personal goes to the log. */
    private void run(AssessmentStep step, Draft draft) {
        try {
            step.assess(draft);
        } catch (RuntimeException failure) {
            metrics.counter("zugabe.assessment.failures", "stage", step.stage().name())
                    .increment();
            LOG.errorf(failure, "A step of an assessment failed: %s", step.stage());
        }
    }

    private static Map<String, SegmentMembership> before(@Nullable ByteBuffer stored) {
        Map<String, SegmentMembership> before = new HashMap<>();
        if (stored != null) {
            parse(stored).getSegmentsList().forEach(member -> before.put(member.getSegmentId(), member));
        }
        return before;
    }

    private static Assessment parse(ByteBuffer stored) {
        try {
            return Assessment.parseFrom(stored.duplicate());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored assessment cannot be read", e);
        }
    }

    /** Who was in a segment already has been in it since then. */
    private static void carryOn(Assessment.Builder message, Map<String, SegmentMembership> before, Instant now) {
        for (SegmentMembership.Builder member : message.getSegmentsBuilderList()) {
            SegmentMembership known = before.get(member.getSegmentId());
            if (known != null) {
                member.setSinceTime(known.getSinceTime());
            } else if (!member.hasSinceTime()) {
                member.setSinceTime(Timestamps.of(now));
            }
        }
    }

    private static InSegment inSegment(SegmentMembership member) {
        Instant since = Instant.ofEpochSecond(
                member.getSinceTime().getSeconds(), member.getSinceTime().getNanos());
        return new InSegment(member.getSegmentId(), member.getSegmentVersion(), since);
    }
}
