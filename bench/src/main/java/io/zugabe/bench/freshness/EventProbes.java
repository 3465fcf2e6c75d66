package io.zugabe.bench.freshness;

import io.zugabe.bench.running.EventPublisher;
import io.zugabe.bench.running.Messages;
import io.zugabe.bench.shop.Assortment;
import io.zugabe.bench.shop.Good;
import io.zugabe.bench.shop.Kind;
import io.zugabe.bench.shop.Shelf;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.Silence;
import io.zugabe.segmentation.v1.CaseOpened;
import io.zugabe.segmentation.v1.CaseResolved;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.Purchase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events that change a decision, each timed from its acknowledgement until the decision has changed. */
final class EventProbes {

    private final Assortment assortment;
    private final Shelf shelf;
    private final EventPublisher publisher;
    private final Watch watch;
    private int events;

    EventProbes(Assortment assortment, Shelf shelf, EventPublisher publisher, Watch watch) {
        this.assortment = assortment;
        this.shelf = shelf;
        this.publisher = publisher;
        this.watch = watch;
    }

    /** A service case is opened: silence. */
    double caseOpened(int number) throws InterruptedException {
        long acknowledged = publish(event(customer("case", number))
                .setCaseOpened(CaseOpened.newBuilder().setCaseId("case-" + number)));
        return watch.until(
                acknowledged,
                "an open case",
                customer("case", number),
                device(number),
                response -> response.getSilence().getReason() == Silence.Reason.REASON_OPEN_CASE);
    }

    /** The case is solved: offers again. */
    double caseResolved(int number) throws InterruptedException {
        long acknowledged = publish(event(customer("case", number))
                .setCaseResolved(CaseResolved.newBuilder().setCaseId("case-" + number)));
        return watch.until(
                acknowledged,
                "a solved case",
                customer("case", number),
                device(number),
                response -> response.getOffersCount() > 0);
    }

    /** Something offered is bought: it is not offered to the same customer any more. */
    double bought(int number) throws InterruptedException {
        String customer = customer("buyer", number);
        Good device = device(number);
        String offered = watch.offered(watch.ask(customer, device))
                .filter(id -> !shelf.tag(shelf.number(id)).consumable())
                .findFirst()
                .orElseThrow();
        long acknowledged = publish(event(customer).setPurchase(order("buyer-" + number, offered)));
        return watch.until(acknowledged, "a purchase", customer, device, response -> !watch.offers(response, offered));
    }

    /** The third order with two products that nothing else connects: each is offered beside the other. */
    double boughtTogether(int number) throws InterruptedException {
        Good companion = assortment
                .of(Kind.DEVICE_GROUPS + number % (Kind.GROUPS - Kind.DEVICE_GROUPS), Kind.Role.COMPANION)
                .get(number / (Kind.GROUPS - Kind.DEVICE_GROUPS));
        Good thing = assortment
                .mains(Kind.DEVICE_GROUPS + (number + 3) % (Kind.GROUPS - Kind.DEVICE_GROUPS))
                .get(number / (Kind.GROUPS - Kind.DEVICE_GROUPS));
        String first = shelf.tag(companion.number()).id();
        String second = shelf.tag(thing.number()).id();
        long acknowledged = 0;
        for (int i = 0; i < 3; i++) {
            String order = "pair-" + number + "-" + i;
            acknowledged = publish(event(customer("pair" + i, number)).setPurchase(order(order, first, second)));
        }
        return watch.until(
                acknowledged,
                "a third order of " + first + " with " + second,
                customer("reader", number),
                companion,
                response -> watch.offers(response, second));
    }

    /** A device of which everything is known, and whose supplies are, too. */
    Good device(int number) {
        List<Good> devices = assortment.mains(number % Kind.DEVICE_GROUPS);
        Optional<Good> known = devices.subList(number / Kind.DEVICE_GROUPS % 20, devices.size()).stream()
                .filter(good -> !good.gap())
                .findFirst();
        return known.orElseThrow();
    }

    /** Whether there is an offer for a customer of whom nothing is known. */
    boolean isReady(Good device) {
        RecommendResponse response = watch.ask("nobody", device);
        return response.getOffersCount() > 1;
    }

    private static String customer(String what, int number) {
        return what + "-" + number;
    }

    private Event.Builder event(String customer) {
        return Event.newBuilder()
                .setEventId("probe-" + events++)
                .setEventTime(Messages.timestamp(Instant.now()))
                .setCustomerId(customer)
                .setChannel("web");
    }

    private Purchase order(String id, String... products) {
        Purchase.Builder purchase = Purchase.newBuilder().setOrderId(id);
        for (String product : products) {
            Shelf.Tag tag = shelf.tag(shelf.number(product));
            purchase.addItems(
                    Item.newBuilder().setProductId(product).setQuantity(1).setPrice(Messages.money(tag.price())));
        }
        return purchase.build();
    }

    /** Returns when the event was acknowledged. */
    private long publish(Event.Builder event) throws InterruptedException {
        publisher.publish(List.of(event.build()));
        return System.nanoTime();
    }
}
