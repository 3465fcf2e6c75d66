package io.zugabe.segmentation.audience.endpoint;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.segmentation.audience.DescribeBuyers;
import io.zugabe.segmentation.audience.PreviewTargetGroup;
import io.zugabe.segmentation.audience.PreviewTargetGroup.Preview;
import io.zugabe.segmentation.audience.Progress;
import io.zugabe.segmentation.audience.SizeTargetGroup;
import io.zugabe.segmentation.audience.SizeTargetGroup.Sized;
import io.zugabe.segmentation.audience.SmallGroups;
import io.zugabe.segmentation.audience.adapter.TraitMessages;
import io.zugabe.segmentation.audience.domain.Anchor;
import io.zugabe.segmentation.audience.domain.Marks;
import io.zugabe.segmentation.audience.domain.Rule;
import io.zugabe.segmentation.audience.domain.ToldCounts;
import io.zugabe.segmentation.audience.domain.ToldMark;
import io.zugabe.segmentation.v1.DescribeBuyersRequest;
import io.zugabe.segmentation.v1.DescribeBuyersResponse;
import io.zugabe.segmentation.v1.PreviewTargetGroupRequest;
import io.zugabe.segmentation.v1.PreviewTargetGroupResponse;
import io.zugabe.segmentation.v1.SizeTargetGroupRequest;
import io.zugabe.segmentation.v1.SizeTargetGroupResponse;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The calls that count over all customers. */
@Singleton
class CountingCalls {

    private static final int MOST_MARKS = 100;
    private static final int USUAL_MARKS = 20;
    private static final int MOST_SHOWN = 50;
    private static final int USUAL_SHOWN = 10;
    private static final Duration LONGEST_PREVIEW = Duration.ofMinutes(2);

    private final TraitReader traits;
    private final DescribeBuyers describeBuyers;
    private final SizeTargetGroup sizeTargetGroup;
    private final PreviewTargetGroup previewTargetGroup;
    private final SmallGroups smallGroups;

    CountingCalls(
            TraitReader traits,
            DescribeBuyers describeBuyers,
            SizeTargetGroup sizeTargetGroup,
            PreviewTargetGroup previewTargetGroup,
            SmallGroups smallGroups) {
        this.traits = traits;
        this.describeBuyers = describeBuyers;
        this.sizeTargetGroup = sizeTargetGroup;
        this.previewTargetGroup = previewTargetGroup;
        this.smallGroups = smallGroups;
    }

    Multi<DescribeBuyersResponse> describe(DescribeBuyersRequest request) {
        Violations violations = Violations.ofRequest();
        traits.checkAnchor(request.getAnchor(), "anchor", violations);
        violations.checkRange("min_support", request.getMinSupport(), 0, Integer.MAX_VALUE);
        violations.checkRange("max_traits", request.getMaxTraits(), 0, MOST_MARKS);
        Duration longest = Spans.read(request.hasMaxDuration(), request.getMaxDuration(), "max_duration", violations);
        boolean ordered = switch (request.getComparison()) {
            case COMPARISON_UNSPECIFIED, COMPARISON_ALL_CUSTOMERS -> false;
            case COMPARISON_CUSTOMERS_WITH_ORDERS -> true;
            case UNRECOGNIZED -> {
                violations.add("comparison", "is not known");
                yield false;
            }
        };
        violations.throwIfAny();
        Progress progress = new Progress(longest);
        Anchor anchor = TraitMessages.anchor(request.getAnchor());
        int most = request.getMaxTraits() == 0 ? USUAL_MARKS : request.getMaxTraits();
        String question = " of " + anchor + (ordered ? " among those with orders" : "");
        return Reporting.of(
                describeBuyers
                        .describe(anchor, ordered, request.getMinSupport(), progress)
                        .chain(marks -> smallGroups.counts().map(counts -> told(marks, counts, question, most)))
                        .map(response -> response.setExamined(progress.examined())
                                .setTotal(progress.examined())
                                .build()),
                () -> DescribeBuyersResponse.newBuilder()
                        .setExamined(progress.examined())
                        .setTotal(progress.total())
                        .build());
    }

    private DescribeBuyersResponse.Builder told(Marks marks, ToldCounts counts, String question, int most) {
        long least = smallGroups.least();
        DescribeBuyersResponse.Builder response = DescribeBuyersResponse.newBuilder()
                .setDone(true)
                .setBuyers(counts.tell(marks.buyers(), "buyers" + question).orElse(least))
                .setOthers(counts.tell(marks.others(), "others" + question).orElse(0))
                .setExaminedTraits(marks.examined())
                .addAllLeftOutFeatures(marks.leftOut());
        marks.marks().stream()
                .limit(most)
                .map(mark -> ToldMark.of(mark, marks, counts, least, question))
                .forEach(told -> response.addTraits(CustomerMessages.message(told)));
        return response;
    }

    Multi<SizeTargetGroupResponse> size(SizeTargetGroupRequest request) {
        GroupCalls.checkId(request.getTargetGroupId());
        Violations violations = Violations.ofRequest();
        Duration longest = Spans.read(request.hasMaxDuration(), request.getMaxDuration(), "max_duration", violations);
        violations.throwIfAny();
        Progress progress = new Progress(longest);
        return Reporting.of(
                sizeTargetGroup.size(request.getTargetGroupId(), progress).map(sized -> sized(sized, progress)),
                () -> SizeTargetGroupResponse.newBuilder()
                        .setExamined(progress.examined())
                        .setTotal(progress.total())
                        .build());
    }

    private SizeTargetGroupResponse sized(Sized sized, Progress progress) {
        return SizeTargetGroupResponse.newBuilder()
                .setExamined(progress.examined())
                .setTotal(progress.examined())
                .setDone(true)
                .setSize(GroupMessages.message(sized, smallGroups.least()))
                .setTargetGroup(GroupMessages.message(sized.group()))
                .build();
    }

    Uni<PreviewTargetGroupResponse> preview(PreviewTargetGroupRequest request) {
        GroupCalls.checkId(request.getTargetGroupId());
        Violations violations = Violations.ofRequest();
        violations.checkRange("max_customers", request.getMaxCustomers(), 0, MOST_SHOWN);
        violations.throwIfAny();
        int most = request.getMaxCustomers() == 0 ? USUAL_SHOWN : request.getMaxCustomers();
        return previewTargetGroup
                .preview(request.getTargetGroupId(), most, Actor.current(), new Progress(LONGEST_PREVIEW))
                .map(this::previewed);
    }

    private PreviewTargetGroupResponse previewed(Preview preview) {
        boolean scored = preview.sized().rule() instanceof Rule.Resembles;
        PreviewTargetGroupResponse.Builder response = PreviewTargetGroupResponse.newBuilder()
                .setSize(GroupMessages.message(preview.sized(), smallGroups.least()));
        preview.chosen().forEach(chosen -> response.addCustomers(CustomerMessages.message(chosen, scored)));
        return response.build();
    }
}
