package io.zugabe.recommendation.baskets.adapter;

import com.google.protobuf.Timestamp;
import io.zugabe.recommendation.baskets.OrderEvents;
import io.zugabe.recommendation.baskets.domain.OrderLine;
import io.zugabe.recommendation.baskets.domain.RefundLine;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.LoggedEvent;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Events as orders and refunds. */
final class OrderMapping {

    private OrderMapping() {}

    static OrderEvents orders(SubscribeResponse message) {
        List<OrderEvents.Logged> lines = new ArrayList<>();
        List<RefundLine> refunds = new ArrayList<>();
        for (LoggedEvent logged : message.getEventsList()) {
            Event event = logged.getEvent();
            Instant time = instant(event.getEventTime());
            if (event.hasPurchase()) {
                String order = event.getPurchase().getOrderId();
                units(event.getPurchase().getItemsList())
                        .forEach((product, units) -> lines.add(new OrderEvents.Logged(
                                logged.getPosition(), new OrderLine(order, product, subject(event), units, time))));
            } else if (event.hasRefund()) {
                String order = event.getRefund().getOrderId();
                units(event.getRefund().getItemsList())
                        .forEach((product, units) -> refunds.add(
                                new RefundLine(event.getEventId(), order, product, subject(event), units, time)));
            }
        }
        return new OrderEvents(lines, refunds, message.getPosition());
    }

    /** A product may stand on several lines. */
    private static Map<String, Long> units(List<Item> items) {
        Map<String, Long> units = new TreeMap<>();
        items.forEach(item -> units.merge(item.getProductId(), Math.max(1, item.getQuantity()), Long::sum));
        return units;
    }

    private static String subject(Event event) {
        return event.getCustomerId().isEmpty() ? "v:" + event.getVisitorId() : "c:" + event.getCustomerId();
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
