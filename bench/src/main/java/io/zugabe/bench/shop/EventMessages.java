package io.zugabe.bench.shop;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.zugabe.bench.running.Messages;
import io.zugabe.segmentation.v1.CaseOpened;
import io.zugabe.segmentation.v1.CaseResolved;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import io.zugabe.segmentation.v1.OfferDismissed;
import io.zugabe.segmentation.v1.OfferEvent;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.Refund;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What happens as a shop reports it. Ids of shoppers say nothing of what they are like. */
final class EventMessages {

    private static final double NANOS_OF_DAY = 86_400e9;

    private final Shelf shelf;
    private final Instant begin;
    private final long seed;
    private long events;

    /**
     * @param begin of day 0
     */
    EventMessages(Shelf shelf, Instant begin, long seed) {
        this.shelf = shelf;
        this.begin = begin;
        this.seed = seed;
    }

    String shopper(int number) {
        return "c-%016x".formatted(Chance.mix(seed ^ (number + 1) * 0xD1B54A32D192ED03L));
    }

    Instant time(double day) {
        return begin.plusNanos(Math.round(day * NANOS_OF_DAY));
    }

    private Timestamp timestamp(double day) {
        return Messages.timestamp(time(day));
    }

    Event event(Happening happening) {
        Event.Builder event = Event.newBuilder()
                .setEventId("e-" + events++)
                .setEventTime(timestamp(happening.day()))
                .setCustomerId(shopper(happening.shopper()))
                .setChannel("web");
        if (happening.session() >= 0) {
            event.setSessionId(shopper(happening.shopper()) + "-" + happening.session());
        }
        String id = shopper(happening.shopper()) + "-" + happening.id();
        switch (happening.what()) {
            case VIEWED -> event.setViewItem(items(happening));
            case CARTED -> event.setAddToCart(items(happening));
            case BOUGHT ->
                event.setPurchase(Purchase.newBuilder().setOrderId(id).addAllItems(lines(happening)));
            case RETURNED ->
                event.setRefund(Refund.newBuilder()
                        .setOrderId(id)
                        .addAllItems(lines(happening))
                        .setReason(
                                happening.misfit()
                                        ? Refund.Reason.REASON_DOES_NOT_FIT
                                        : Refund.Reason.REASON_NOT_WANTED));
            case CASE_OPENED -> event.setCaseOpened(CaseOpened.newBuilder().setCaseId(id));
            case CASE_RESOLVED ->
                event.setCaseResolved(CaseResolved.newBuilder()
                        .setCaseId(id)
                        .setCost(Messages.money(Math.round(100 * happening.amount()))));
            case OFFERS_SHOWN -> event.setOfferShown(offer(happening));
            case OFFERS_ADDED -> event.setOfferAdded(offer(happening));
            case OFFERS_DISMISSED ->
                event.setOfferDismissed(OfferDismissed.newBuilder()
                        .setDecisionId(happening.ask().decision())
                        .setPlacement(happening.ask().place.name())
                        .addAllProductIds(ids(happening.products()))
                        .setReason(OfferDismissed.Reason.REASON_NOT_INTERESTED));
        }
        return event.build();
    }

    List<String> ids(int[] products) {
        return Arrays.stream(products)
                .mapToObj(product -> shelf.tag(product).id())
                .toList();
    }

    private OfferEvent offer(Happening happening) {
        return OfferEvent.newBuilder()
                .setDecisionId(happening.ask().decision())
                .setPlacement(happening.ask().place.name())
                .addAllProductIds(ids(happening.products()))
                .build();
    }

    private ItemEvent items(Happening happening) {
        return ItemEvent.newBuilder().addAllItems(lines(happening)).build();
    }

    private List<Item> lines(Happening happening) {
        return IntStream.of(happening.products())
                .mapToObj(product -> line(shelf.tag(product), happening.discount()))
                .toList();
    }

    private static Item line(Shelf.Tag tag, double discount) {
        long less = Math.round(tag.price() * discount);
        Money full = Messages.money(tag.price());
        Item.Builder item = Item.newBuilder()
                .setProductId(tag.id())
                .setQuantity(1)
                .setPrice(full)
                .setCost(Messages.money(tag.cost()))
                .setCategory("department-" + tag.group());
        return less > 0 ? item.setDiscount(Messages.money(less)).build() : item.build();
    }
}
