package io.zugabe.recommendation.baskets.adapter;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.zugabe.recommendation.baskets.OrderEvents;
import io.zugabe.recommendation.baskets.domain.OrderLine;
import io.zugabe.recommendation.baskets.domain.RefundLine;
import io.zugabe.recommendation.misfits.domain.MisfitReturn;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.LoggedEvent;
import io.zugabe.segmentation.v1.Refund;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Events as orders and refunds. A line that the database would refuse is left out and counted: the
 * log cannot be changed, so it would come again for ever and nothing behind it would be read.
 */
final class OrderMapping {

    /** Of one item, as the log promises it; sums of them stay far from overflowing. */
    private static final long MOST_UNITS = 1_000_000;

    private final List<OrderEvents.Logged> lines = new ArrayList<>();
    private final List<RefundLine> refunds = new ArrayList<>();
    private final List<MisfitReturn> misfits = new ArrayList<>();
    private int skipped;

    private OrderMapping() {}

    /** The orders and refunds of a message; a run of its own up to every erasure. */
    static List<OrderEvents> orders(SubscribeResponse message) {
        List<OrderEvents> runs = new ArrayList<>();
        OrderMapping mapping = new OrderMapping();
        for (LoggedEvent logged : message.getEventsList()) {
            if (logged.getEvent().hasSubjectsErased()) {
                ErasedPeople erased = erased(message.getLogId(), logged.getEvent());
                runs.add(mapping.run(Optional.of(erased), logged.getPosition(), message.getLogId()));
                mapping = new OrderMapping();
            } else {
                mapping.add(logged);
            }
        }
        runs.add(mapping.run(Optional.empty(), message.getPosition(), message.getLogId()));
        return runs;
    }

    private OrderEvents run(Optional<ErasedPeople> erased, long position, String log) {
        return new OrderEvents(lines, refunds, misfits, erased, skipped, position, log);
    }

    private static ErasedPeople erased(String log, Event event) {
        return new ErasedPeople(
                log,
                event.getSubjectsErased().getSubjectDigestsList().stream()
                        .map(ByteString::toByteArray)
                        .toList());
    }

    private void add(LoggedEvent logged) {
        Event event = logged.getEvent();
        if (event.hasPurchase()) {
            String order = event.getPurchase().getOrderId();
            units(event, order, event.getPurchase().getItemsList())
                    .forEach((product, units) -> lines.add(new OrderEvents.Logged(
                            logged.getPosition(),
                            new OrderLine(order, product, subject(event), units, instant(event.getEventTime())))));
        } else if (event.hasRefund()) {
            String order = event.getRefund().getOrderId();
            Map<String, Long> returned = units(event, order, event.getRefund().getItemsList());
            returned.forEach((product, units) -> refunds.add(new RefundLine(
                    event.getEventId(), order, product, subject(event), units, instant(event.getEventTime()))));
            if (event.getRefund().getReason() == Refund.Reason.REASON_DOES_NOT_FIT) {
                returned.keySet()
                        .forEach(product -> misfits.add(new MisfitReturn(
                                event.getEventId(), product, order, subject(event), instant(event.getEventTime()))));
            }
        }
    }

    /** A product may stand on several lines. */
    private Map<String, Long> units(Event event, String order, List<Item> items) {
        if (!isStorable(event) || !StorableText.is(order)) {
            skipped += items.size();
            return Map.of();
        }
        Map<String, Long> units = new TreeMap<>();
        for (Item item : items) {
            if (StorableText.is(item.getProductId())) {
                units.merge(item.getProductId(), Math.clamp(item.getQuantity(), 1, MOST_UNITS), Long::sum);
            } else {
                skipped++;
            }
        }
        return units;
    }

    private static boolean isStorable(Event event) {
        return StorableText.is(event.getEventId())
                && StorableText.is(event.getCustomerId())
                && StorableText.is(event.getVisitorId())
                && Timestamps.isValid(event.getEventTime());
    }

    private static String subject(Event event) {
        return event.getCustomerId().isEmpty() ? "v:" + event.getVisitorId() : "c:" + event.getCustomerId();
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
