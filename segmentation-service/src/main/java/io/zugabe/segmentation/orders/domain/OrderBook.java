package io.zugabe.segmentation.orders.domain;

import io.zugabe.segmentation.orders.domain.OrderEvent.Line;
import io.zugabe.segmentation.orders.domain.OrderEvent.Ordered;
import io.zugabe.segmentation.orders.domain.OrderEvent.Returned;
import io.zugabe.segmentation.profile.domain.ReturnCause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Puts a customer's returns beside what was ordered. A return that names its order takes from that order's
 * lines of the product; one that does not, from the latest earlier order with the product. What finds no line
 * is left out: it was bought before the log began.
 */
public final class OrderBook {

    private static final class Entry {
        private final Ordered order;
        private final Line line;
        private long units;
        private long returned;
        private long faulty;

        private Entry(Ordered order, Line line) {
            this.order = order;
            this.line = line;
            this.units = line.units();
        }

        private long open() {
            return units - returned - faulty;
        }

        private long take(long wanted, ReturnCause cause) {
            long taken = Math.min(wanted, open());
            switch (cause) {
                case CUSTOMER -> returned += taken;
                case SHOP -> faulty += taken;
                case CANCELLED -> units -= taken;
            }
            return taken;
        }

        private BoughtLine bought() {
            return new BoughtLine(
                    order.time(),
                    order.orderId(),
                    line.product(),
                    line.category(),
                    units,
                    returned,
                    faulty,
                    line.paid(),
                    line.cost());
        }
    }

    private OrderBook() {}

    /** The lines of a customer's orders, oldest first, with what came back of them. The order of events does not matter. */
    public static List<BoughtLine> of(Collection<OrderEvent> events) {
        List<Entry> entries = new ArrayList<>();
        List<Returned> returns = new ArrayList<>();
        for (OrderEvent event : events) {
            switch (event) {
                case Ordered ordered -> ordered.lines().forEach(line -> entries.add(new Entry(ordered, line)));
                case Returned returned -> returns.add(returned);
            }
        }
        entries.sort(Comparator.comparing((Entry entry) -> entry.order.time())
                .thenComparing(entry -> entry.order.orderId())
                .thenComparing(entry -> entry.line.product()));
        returns.sort(Comparator.comparing(Returned::time).thenComparing(Returned::orderId));
        for (Returned returned : returns) {
            returned.lines().forEach(line -> take(entries, returned, line));
        }
        return entries.stream()
                .filter(entry -> entry.units > 0)
                .map(Entry::bought)
                .toList();
    }

    private static void take(List<Entry> entries, Returned returned, Line line) {
        long left = line.units();
        for (int i = entries.size() - 1; i >= 0 && left > 0; i--) {
            Entry entry = entries.get(i);
            boolean ofOrder = returned.orderId().isEmpty()
                    ? !entry.order.time().isAfter(returned.time())
                    : entry.order.orderId().equals(returned.orderId());
            if (ofOrder && entry.line.product().equals(line.product())) {
                left -= entry.take(left, returned.cause());
            }
        }
    }
}
