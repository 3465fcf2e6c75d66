package io.zugabe.recommendation.insight.adapter;

import com.google.protobuf.util.Timestamps;
import io.zugabe.recommendation.insight.domain.BoughtLine;
import io.zugabe.recommendation.insight.domain.MadeOffer;
import io.zugabe.recommendation.insight.domain.ReturnLine;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.OfferDismissed;
import io.zugabe.segmentation.v1.OfferEvent;
import io.zugabe.segmentation.v1.OfferOrigin;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.Refund;
import java.util.List;

/** What was told, as events of the log. */
final class ToldEvents {

    private ToldEvents() {}

    static Event event(Object told, String id) {
        return switch (told) {
            case MadeOffer offer -> offer(offer, id);
            case BoughtLine line ->
                Event.newBuilder()
                        .setEventId(id)
                        .setEventTime(Timestamps.fromMillis(line.time()))
                        .setCustomerId(line.person().customer())
                        .setVisitorId(line.person().visitor())
                        .setPurchase(Purchase.newBuilder()
                                .setOrderId(line.key().order())
                                .addItems(item(line.key().product(), line.quantity())))
                        .build();
            case ReturnLine line ->
                Event.newBuilder()
                        .setEventId(line.event())
                        .setEventTime(Timestamps.fromMillis(line.time()))
                        .setCustomerId(named("c:", line.subject()))
                        .setVisitorId(named("v:", line.subject()))
                        .setRefund(Refund.newBuilder()
                                .setOrderId(line.order())
                                .addItems(item(line.product(), line.quantity())))
                        .build();
            default -> throw new AssertionError(told);
        };
    }

    private static Event offer(MadeOffer offer, String id) {
        Event.Builder event = Event.newBuilder()
                .setEventId(id)
                .setEventTime(Timestamps.fromMillis(offer.seen()))
                .setCustomerId(offer.person().customer())
                .setVisitorId(offer.person().visitor());
        OfferEvent message = OfferEvent.newBuilder()
                .setDecisionId(offer.key().decision())
                .setPlacement(offer.placement())
                .addProductIds(offer.key().product())
                .addAllOrigins(origins(offer))
                .build();
        if (offer.clicked() != MadeOffer.NEVER) {
            return event.setOfferClicked(message).build();
        }
        if (offer.added() != MadeOffer.NEVER) {
            return event.setOfferAdded(message).build();
        }
        return offer.dismissed() == MadeOffer.NEVER
                ? event.setOfferShown(message).build()
                : event.setOfferDismissed(OfferDismissed.newBuilder()
                                .setDecisionId(offer.key().decision())
                                .setPlacement(offer.placement())
                                .addProductIds(offer.key().product())
                                .addAllOrigins(origins(offer)))
                        .build();
    }

    private static List<OfferOrigin> origins(MadeOffer offer) {
        var origin = offer.origin();
        return origin.source().isEmpty()
                ? List.of()
                : List.of(OfferOrigin.newBuilder()
                        .setAnchorProductId(origin.anchor())
                        .setAnchorType(origin.anchorType())
                        .setSource(origin.source())
                        .setSegment(origin.segment())
                        .setExpectedAcceptance(origin.expectedAcceptance())
                        .build());
    }

    private static String named(String kind, String subject) {
        return subject.startsWith(kind) ? subject.substring(kind.length()) : "";
    }

    private static Item item(String product, long quantity) {
        return Item.newBuilder().setProductId(product).setQuantity(quantity).build();
    }
}
