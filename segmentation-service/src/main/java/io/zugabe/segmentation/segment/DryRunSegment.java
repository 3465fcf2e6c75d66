package io.zugabe.segmentation.segment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.segment.AssessedCustomers.Page;
import io.zugabe.segmentation.segment.domain.DryRunCount;
import io.zugabe.segmentation.segment.domain.PublishedSegment;
import io.zugabe.segmentation.segment.domain.SegmentDefinition;
import io.zugabe.segmentation.segment.domain.SegmentVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Says what a definition would do, by evaluating it for all customers. */
@Singleton
public class DryRunSegment {

    private static final int AT_ONCE = 2;
    private static final int PAGE = 500;
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final AssessedCustomers customers;
    private final ReadSegments segments;
    private final CurrentSegments current;
    private final CheckDefinition check;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    DryRunSegment(
            AssessedCustomers customers,
            ReadSegments segments,
            CurrentSegments current,
            CheckDefinition check,
            Clock clock) {
        this.customers = customers;
        this.segments = segments;
        this.current = current;
        this.check = check;
        this.clock = clock;
    }

    /** What was counted so far; of all customers there are about {@code total}. */
    public record Progress(DryRunCount.Counts counts, long total, boolean done, boolean cutShort) {}

    /** Tries the draft of a segment. */
    public Multi<Progress> ofDraft(String segmentId, int examples, Duration longest) {
        return segments.find(segmentId)
                .map(DryRunSegment::draft)
                .onItem()
                .transformToMulti(definition -> of(definition, examples, longest));
    }

    private static SegmentDefinition draft(Segment segment) {
        return switch (segment) {
            case Segment.BuiltIn built -> built.version().definition();
            case Segment.Own(var state) ->
                state.draft()
                        .map(SegmentVersion::definition)
                        .orElseThrow(() -> SegmentFailures.of(
                                SegmentationReason.SEGMENT_HAS_NO_DRAFT,
                                "the segment has no draft to try; send a definition",
                                state.id()));
        };
    }

    /** Tries a definition, which need not be saved. */
    public Multi<Progress> of(SegmentDefinition definition, int examples, Duration longest) {
        PublishedSegment candidate = new PublishedSegment(definition, 0, check.check(definition));
        if (!places.tryAcquire()) {
            throw ZugabeException.retryable(
                    KitReason.OVERLOADED, AT_ONCE + " dry runs are under way; try again when one has ended", RETRY);
        }
        AtomicBoolean left = new AtomicBoolean();
        DryRunCount count = new DryRunCount(candidate, current.book().find(definition.id()), examples);
        return customers
                .count()
                .map(total -> new Run(count, total, clock.instant().plus(longest)))
                .onItem()
                .transformToMulti(
                        run -> Multi.createBy().repeating().uni(run::step).whilst(progress -> !progress.done()))
                .filter(new Pace())
                .onTermination()
                .invoke(() -> {
                    if (left.compareAndSet(false, true)) {
                        places.release();
                    }
                });
    }

    /** Lets progress pass twice a second, and the end. */
    private final class Pace implements Predicate<Progress> {

        private Instant next = Instant.MIN;

        @Override
        public boolean test(Progress progress) {
            Instant now = clock.instant();
            boolean passes = progress.done() || !now.isBefore(next);
            if (passes) {
                next = now.plus(PERIOD);
            }
            return passes;
        }
    }

    /** One dry run; its steps follow each other. */
    private final class Run {

        private final DryRunCount count;
        private final long total;
        private final Instant end;
        private String key = "";

        Run(DryRunCount count, long total, Instant end) {
            this.count = count;
            this.total = total;
            this.end = end;
        }

        Uni<Progress> step() {
            return customers
                    .after(key, PAGE)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(this::take);
        }

        private Progress take(Page page) {
            page.customers()
                    .forEach(customer -> count.add(customer.profile().subject().key(), customer.features()));
            page.lastKey().ifPresent(last -> key = last);
            boolean all = page.lastKey().isEmpty();
            boolean late = !clock.instant().isBefore(end);
            return new Progress(count.counts(), Math.max(total, count.counts().examined()), all || late, !all && late);
        }
    }
}
