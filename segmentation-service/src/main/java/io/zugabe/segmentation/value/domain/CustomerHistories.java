package io.zugabe.segmentation.value.domain;

import io.zugabe.segmentation.orders.domain.BoughtLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** Histories of customers, cut at a time. */
public final class CustomerHistories {

    private CustomerHistories() {}

    /** Of the customers who had ordered by then: what they had done by then, and what they did later. */
    public static List<OrderForecast.Outcome> cut(Collection<List<BoughtLine>> books, Instant cut) {
        return books.stream()
                .filter(book -> !book.isEmpty() && book.getFirst().time().isBefore(cut))
                .map(book -> cut(book, cut))
                .toList();
    }

    private static OrderForecast.Outcome cut(List<BoughtLine> book, Instant cut) {
        List<BoughtLine> known =
                book.stream().filter(line -> line.time().isBefore(cut)).toList();
        LocalDate lastKnown = day(known.getLast());
        long later = book.stream()
                .map(CustomerHistories::day)
                .filter(day -> day.isAfter(lastKnown))
                .distinct()
                .count();
        return new OrderForecast.Outcome(
                PurchaseHistory.of(
                        known.stream().map(CustomerHistories::day).distinct().count(),
                        known.getFirst().time(),
                        known.getLast().time(),
                        cut),
                later);
    }

    private static LocalDate day(BoughtLine line) {
        return line.time().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
