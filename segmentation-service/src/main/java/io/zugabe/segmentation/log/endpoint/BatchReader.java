package io.zugabe.segmentation.log.endpoint;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.FieldViolation;
import io.zugabe.kit.error.GrpcErrors;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.NewEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import io.zugabe.segmentation.v1.RefusedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells the valid events of a batch from the others. */
@ApplicationScoped
public class BatchReader {

    private static final int MOST_EVENTS = 1_000;
    private static final int MOST_BYTES = 4 << 20;
    /** Violations that are told of one event; keeps the acknowledgement of a wholly wrong batch small. */
    private static final int MOST_TOLD = 4;

    private static final int LONGEST_ECHO = 100;

    private final EventRules rules;
    private final GrpcErrors errors;
    private final Counter refusals;

    public BatchReader(EventRules rules, FailureTranslator failures, MeterRegistry metrics) {
        this.rules = rules;
        this.errors = failures.errors();
        this.refusals = metrics.counter("zugabe.log.refused");
    }

    /** A batch after validation. */
    record Batch(long number, List<NewEvent> accepted, List<RefusedEvent> refused) {}

    /** Reads a batch; throws INVALID_REQUEST if it has no or too many events. */
    Batch read(PublishEventsRequest request) {
        Violations whole = Violations.ofRequest();
        whole.checkSize("events", request.getEventsList(), 1, MOST_EVENTS);
        whole.throwIfAny();
        int oversized = request.getEventsList().stream()
                .mapToInt(Event::getSerializedSize)
                .filter(size -> size > EventRules.LARGEST_EVENT)
                .sum();
        boolean tooLarge = request.getSerializedSize() - oversized > MOST_BYTES;
        List<NewEvent> accepted = new ArrayList<>(request.getEventsCount());
        List<RefusedEvent> refused = new ArrayList<>();
        for (int i = 0; i < request.getEventsCount(); i++) {
            Event event = request.getEvents(i);
            Violations violations = Violations.ofRequest();
            if (tooLarge && event.getSerializedSize() <= EventRules.LARGEST_EVENT) {
                violations.add(
                        "",
                        String.format(
                                Locale.ROOT,
                                "is in a batch of %,d bytes; a batch must have at most %,d",
                                request.getSerializedSize() - oversized,
                                MOST_BYTES));
            } else {
                rules.check(violations, event);
            }
            if (violations.isEmpty()) {
                accepted.add(accept(event));
            } else {
                refused.add(refuse(i, event, violations.found()));
            }
        }
        refusals.increment(refused.size());
        return new Batch(request.getBatchNumber(), accepted, refused);
    }

    private static NewEvent accept(Event event) {
        Instant time = Instant.ofEpochSecond(
                event.getEventTime().getSeconds(), event.getEventTime().getNanos());
        Subject subject = event.getCustomerId().isEmpty()
                ? Subject.visitor(event.getVisitorId())
                : Subject.customer(event.getCustomerId());
        EventKind kind = EventKind.valueOf(event.getWhatCase().name());
        return new NewEvent(
                event.getEventId(),
                time,
                subject,
                kind,
                ByteBuffer.wrap(event.toByteArray()).asReadOnlyBuffer());
    }

    private RefusedEvent refuse(int index, Event event, List<FieldViolation> found) {
        String id = event.getEventId();
        return RefusedEvent.newBuilder()
                .setIndex(index)
                .setEventId(id.length() <= LONGEST_ECHO ? id : id.substring(0, LONGEST_ECHO))
                .setStatus(
                        errors.toStatus(ZugabeException.invalid(found.subList(0, Math.min(found.size(), MOST_TOLD)))))
                .build();
    }
}
