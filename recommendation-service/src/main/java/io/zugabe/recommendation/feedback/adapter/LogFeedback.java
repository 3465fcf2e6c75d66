package io.zugabe.recommendation.feedback.adapter;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.decision.RecommendationReason;
import io.zugabe.recommendation.feedback.FeedbackLog;
import io.zugabe.recommendation.feedback.domain.Feedback;
import io.zugabe.recommendation.feedback.domain.OfferHappening;
import io.zugabe.recommendation.feedback.domain.TrackedOffer;
import io.zugabe.recommendation.upstream.Upstream;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.MutinyEventServiceGrpc;
import io.zugabe.segmentation.v1.MutinyEventServiceGrpc.MutinyEventServiceStub;
import io.zugabe.segmentation.v1.OfferDismissed;
import io.zugabe.segmentation.v1.OfferEvent;
import io.zugabe.segmentation.v1.OfferOrigin;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import io.zugabe.segmentation.v1.PublishEventsResponse;
import io.zugabe.segmentation.v1.RefusedEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The event log over gRPC: every batch is a short stream of its own, so that nothing waits for another's. */
@Singleton
public class LogFeedback implements FeedbackLog {

    private static final long DEADLINE_SECONDS = 10;
    private static final Duration RETRY = Duration.ofMillis(500);

    private final MutinyEventServiceStub events;

    public LogFeedback(Upstream upstream) {
        this.events = MutinyEventServiceGrpc.newMutinyStub(upstream.segmentation());
    }

    @Override
    public Uni<Map<Integer, ZugabeException>> append(List<OfferHappening> happenings) {
        PublishEventsRequest.Builder batch = PublishEventsRequest.newBuilder().setBatchNumber(1);
        happenings.forEach(happening -> batch.addEvents(event(happening)));
        return events.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .publishEvents(Multi.createFrom().item(batch.build()))
                .collect()
                .last() // to its end: who leaves early cancels the call
                .onItem()
                .ifNull()
                .failWith(() -> away("it did not answer"))
                .map(LogFeedback::refused)
                .onFailure(StatusRuntimeException.class)
                .transform(failure -> told((StatusRuntimeException) failure));
    }

    private static Map<Integer, ZugabeException> refused(PublishEventsResponse acknowledgement) {
        Map<Integer, ZugabeException> refused = new HashMap<>();
        for (RefusedEvent event : acknowledgement.getRefusedList()) {
            refused.put(
                    event.getIndex(),
                    ZugabeException.of(
                            RecommendationReason.FEEDBACK_REFUSED,
                            "the event log refuses it: " + event.getStatus().getMessage(),
                            Map.of("event_id", event.getEventId())));
        }
        return refused;
    }

    private static Throwable told(StatusRuntimeException failure) {
        return failure.getStatus().getCode() == Status.Code.RESOURCE_EXHAUSTED
                ? ZugabeException.retryable(KitReason.OVERLOADED, "the event log cannot keep up; send it again", RETRY)
                : away(String.valueOf(failure.getStatus().getDescription()));
    }

    private static ZugabeException away(String why) {
        return ZugabeException.retryable(
                RecommendationReason.LOG_UNAVAILABLE, "the event log is away (" + why + "); send it again", RETRY);
    }

    private static Event event(OfferHappening happening) {
        TrackedOffer first = happening.offers().getFirst();
        Event.Builder event = Event.newBuilder()
                .setEventId(happening.id())
                .setEventTime(Timestamp.newBuilder()
                        .setSeconds(happening.time().getEpochSecond())
                        .setNanos(happening.time().getNano()))
                .setCustomerId(first.customer())
                .setVisitorId(first.visitor())
                .setSessionId(first.session());
        switch (happening.action()) {
            case SHOWN -> event.setOfferShown(offers(happening));
            case CLICKED -> event.setOfferClicked(offers(happening));
            case ADDED -> event.setOfferAdded(offers(happening));
            case DISMISSED, DOES_NOT_FIT -> event.setOfferDismissed(dismissed(happening));
        }
        return event.build();
    }

    private static OfferEvent offers(OfferHappening happening) {
        OfferEvent.Builder message = OfferEvent.newBuilder()
                .setDecisionId(happening.offers().getFirst().decision().toString())
                .setPlacement(happening.offers().getFirst().placement());
        for (TrackedOffer offer : happening.offers()) {
            message.addProductIds(offer.product()).addOrigins(origin(offer));
        }
        return message.build();
    }

    private static OfferDismissed dismissed(OfferHappening happening) {
        TrackedOffer offer = happening.offers().getFirst();
        String reason = happening.action() == Feedback.Action.DOES_NOT_FIT
                ? Feedback.Dismissal.DOES_NOT_FIT.name()
                : happening.dismissal().name();
        return OfferDismissed.newBuilder()
                .setDecisionId(offer.decision().toString())
                .setPlacement(offer.placement())
                .addProductIds(offer.product())
                .addOrigins(origin(offer))
                .setReason(OfferDismissed.Reason.valueOf("REASON_" + reason))
                .build();
    }

    private static OfferOrigin origin(TrackedOffer offer) {
        return OfferOrigin.newBuilder()
                .setAnchorProductId(offer.origin().anchor())
                .setAnchorType(offer.origin().anchorType())
                .setSource(offer.origin().source())
                .setSegment(offer.origin().segment())
                .setExpectedAcceptance(offer.origin().expectedAcceptance())
                .build();
    }
}
