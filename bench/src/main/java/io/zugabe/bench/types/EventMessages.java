package io.zugabe.bench.types;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.zugabe.bench.simulation.ShopEvent;
import io.zugabe.bench.simulation.ShopEvent.Line;
import io.zugabe.segmentation.v1.CaseOpened;
import io.zugabe.segmentation.v1.CaseResolved;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import io.zugabe.segmentation.v1.OfferDismissed;
import io.zugabe.segmentation.v1.OfferEvent;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.Refund;
import io.zugabe.segmentation.v1.SubscriptionChanged;
import java.time.Instant;
import java.util.List;

/** Simulated events as a shop would report them. */
final class EventMessages {

    private static final String CURRENCY = "EUR";

    private EventMessages() {}

    static Event message(String customer, ShopEvent event) {
        Event.Builder message = Event.newBuilder()
                .setEventId(event.id())
                .setEventTime(timestamp(event.time()))
                .setCustomerId(customer)
                .setChannel("web");
        switch (event) {
            case ShopEvent.Viewed viewed -> message.setViewItem(products(viewed.products()));
            case ShopEvent.CartFilled filled -> message.setAddToCart(products(filled.products()));
            case ShopEvent.Purchased bought ->
                message.setPurchase(
                        Purchase.newBuilder().setOrderId(bought.order()).addAllItems(items(bought.lines())));
            case ShopEvent.Returned returned ->
                message.setRefund(
                        Refund.newBuilder().setOrderId(returned.order()).addAllItems(items(returned.lines())));
            case ShopEvent.CaseOpened opened ->
                message.setCaseOpened(CaseOpened.newBuilder().setCaseId(opened.caseId()));
            case ShopEvent.CaseResolved resolved ->
                message.setCaseResolved(
                        CaseResolved.newBuilder().setCaseId(resolved.caseId()).setCost(money(resolved.cost())));
            case ShopEvent.NewsletterChanged changed ->
                message.setNewsletterChanged(SubscriptionChanged.newBuilder().setSubscribed(changed.subscribed()));
            case ShopEvent.OfferShown shown -> message.setOfferShown(offer(shown.product()));
            case ShopEvent.OfferClicked clicked -> message.setOfferClicked(offer(clicked.product()));
            case ShopEvent.OfferDismissed dismissed ->
                message.setOfferDismissed(OfferDismissed.newBuilder().addProductIds(dismissed.product()));
        }
        return message.build();
    }

    private static OfferEvent offer(String product) {
        return OfferEvent.newBuilder().addProductIds(product).build();
    }

    private static ItemEvent products(List<String> products) {
        ItemEvent.Builder items = ItemEvent.newBuilder();
        products.forEach(product -> items.addItems(Item.newBuilder().setProductId(product)));
        return items.build();
    }

    private static List<Item> items(List<Line> lines) {
        return lines.stream()
                .map(line -> Item.newBuilder()
                        .setProductId(line.product())
                        .setQuantity(1)
                        .setPrice(money(line.price()))
                        .setDiscount(money(line.discount()))
                        .setCost(money(line.cost()))
                        .setCategory(line.category().label())
                        .build())
                .toList();
    }

    private static Money money(long cents) {
        return Money.newBuilder()
                .setCurrencyCode(CURRENCY)
                .setUnits(cents / 100)
                .setNanos((int) (cents % 100) * 10_000_000)
                .build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
