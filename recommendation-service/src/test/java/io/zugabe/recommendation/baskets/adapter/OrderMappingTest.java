package io.zugabe.recommendation.baskets.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Timestamp;
import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.baskets.OrderEvents;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.LoggedEvent;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.Refund;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@Proves("O4")
class OrderMappingTest {

    @Test
    void linesThatTheDatabaseRefuses_areLeftOutAndCounted() {
        OrderEvents events = OrderMapping.orders(SubscribeResponse.newBuilder()
                        .addEvents(purchase("o-1", "mug", "m\0g", "m\uD800g", "x".repeat(201), "tripod"))
                        .addEvents(purchase("o\0", "mug", "tripod"))
                        .addEvents(LoggedEvent.newBuilder()
                                .setEvent(Event.newBuilder()
                                        .setEventId("e\0")
                                        .setRefund(Refund.newBuilder()
                                                .addItems(Item.newBuilder().setProductId("mug")))))
                        .addEvents(LoggedEvent.newBuilder()
                                .setEvent(Event.newBuilder()
                                        .setEventTime(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))
                                        .setPurchase(Purchase.newBuilder()
                                                .addItems(Item.newBuilder().setProductId("mug")))))
                        .setPosition(4)
                        .build())
                .getFirst();

        assertEquals(
                List.of("mug", "tripod"),
                events.lines().stream().map(logged -> logged.line().product()).toList());
        assertEquals(List.of(), events.refunds());
        assertEquals(7, events.skipped());
        assertEquals(4, events.position());
    }

    @Test
    void wholePairsOfSurrogates_andUnitsBeyondMeasure_areKept() {
        OrderEvents events = OrderMapping.orders(SubscribeResponse.newBuilder()
                        .addEvents(LoggedEvent.newBuilder()
                                .setEvent(Event.newBuilder()
                                        .setPurchase(Purchase.newBuilder()
                                                .setOrderId("o")
                                                .addItems(Item.newBuilder()
                                                        .setProductId("🎁")
                                                        .setQuantity(Long.MAX_VALUE))
                                                .addItems(Item.newBuilder()
                                                        .setProductId("🎁")
                                                        .setQuantity(Long.MAX_VALUE)))))
                        .build())
                .getFirst();

        assertEquals(0, events.skipped());
        assertEquals(2_000_000, events.lines().getFirst().line().quantity());
    }

    private static LoggedEvent purchase(String order, String... products) {
        Purchase.Builder purchase = Purchase.newBuilder().setOrderId(order);
        List.of(products).forEach(product -> purchase.addItems(Item.newBuilder().setProductId(product)));
        return LoggedEvent.newBuilder()
                .setEvent(Event.newBuilder().setEventId("e-" + order.length()).setPurchase(purchase))
                .build();
    }
}
