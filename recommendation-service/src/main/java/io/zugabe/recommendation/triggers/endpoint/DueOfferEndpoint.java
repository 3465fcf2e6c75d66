package io.zugabe.recommendation.triggers.endpoint;

import io.quarkus.grpc.GrpcService;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.recommendation.triggers.DueOfferHistory;
import io.zugabe.recommendation.triggers.NoteDelivery;
import io.zugabe.recommendation.triggers.domain.DueOfferState;
import io.zugabe.recommendation.v1.AcknowledgeDueOffersRequest;
import io.zugabe.recommendation.v1.AcknowledgeDueOffersResponse;
import io.zugabe.recommendation.v1.DueOfferService;
import io.zugabe.recommendation.v1.DueOfferStatus;
import io.zugabe.recommendation.v1.ListDueOffersRequest;
import io.zugabe.recommendation.v1.ListDueOffersResponse;
import io.zugabe.recommendation.v1.RedeliverDueOfferRequest;
import io.zugabe.recommendation.v1.RedeliverDueOfferResponse;
import io.zugabe.recommendation.v1.SubscribeDueOffersRequest;
import io.zugabe.recommendation.v1.SubscribeDueOffersResponse;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code zugabe.recommendation.v1.DueOfferService}. */
@GrpcService
public class DueOfferEndpoint implements DueOfferService {

    private final Subscriptions subscriptions;
    private final NoteDelivery note;
    private final DueOfferHistory history;

    public DueOfferEndpoint(Subscriptions subscriptions, NoteDelivery note, DueOfferHistory history) {
        this.subscriptions = subscriptions;
        this.note = note;
        this.history = history;
    }

    void stop(@Observes ShutdownEvent event) {
        subscriptions.end();
    }

    @Override
    public Multi<SubscribeDueOffersResponse> subscribeDueOffers(Multi<SubscribeDueOffersRequest> requests) {
        return subscriptions.open(requests);
    }

    @Override
    public Uni<AcknowledgeDueOffersResponse> acknowledgeDueOffers(AcknowledgeDueOffersRequest request) {
        List<UUID> ids = TriggerReader.ids(request.getDueOfferIdsList(), "due_offer_ids", Violations.ofRequest());
        return note.delivered(ids)
                .map(count -> AcknowledgeDueOffersResponse.newBuilder()
                        .setAcknowledged(count)
                        .build());
    }

    @Override
    public Uni<ListDueOffersResponse> listDueOffers(ListDueOffersRequest request) {
        String state = request.getState().name();
        PageTokens tokens = new PageTokens(List.of("due offers", request.getCustomerId(), state));
        PageRequest page = TriggerEndpoint.page(tokens, request.getPageSize(), request.getPageToken());
        String subject = TriggerEndpoint.subject(request.getCustomerId());
        return history.offers(state(request.getState()), subject, page)
                .map(found -> ListDueOffersResponse.newBuilder()
                        .addAllDueOffers(
                                found.entries().stream().map(Messages::status).toList())
                        .setNextPageToken(tokens.write(found.next()))
                        .build());
    }

    @Override
    public Uni<RedeliverDueOfferResponse> redeliverDueOffer(RedeliverDueOfferRequest request) {
        UUID id = TriggerReader.ids(List.of(request.getDueOfferId()), "due_offer_id", Violations.ofRequest())
                .getFirst();
        return history.redeliver(id, Actor.current())
                .map(status -> RedeliverDueOfferResponse.newBuilder()
                        .setDueOffer(Messages.status(status))
                        .build());
    }

    private static Optional<DueOfferState> state(DueOfferStatus.State message) {
        return switch (message) {
            case STATE_SENDING -> Optional.of(DueOfferState.SENDING);
            case STATE_DELIVERED -> Optional.of(DueOfferState.DELIVERED);
            case STATE_SILENT -> Optional.of(DueOfferState.SILENT);
            case STATE_EXPIRED -> Optional.of(DueOfferState.EXPIRED);
            case STATE_DEAD -> Optional.of(DueOfferState.DEAD);
            case STATE_WITHDRAWN -> Optional.of(DueOfferState.WITHDRAWN);
            case STATE_CONTROL -> Optional.of(DueOfferState.CONTROL);
            case STATE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
