package io.zugabe.segmentation.replenishment.domain;

import io.zugabe.segmentation.orders.domain.BoughtLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which customers bought which products on which days, returns taken off, out of their orders. */
public final class RestockBooks {

    private static final double KNOWN = 0.8;
    private static final long SECONDS_PER_DAY = 86_400;

    private record Book(String product, List<Restock> restocks) {}

    private final List<Book> books;
    private final long today;

    private RestockBooks(List<Book> books, long today) {
        this.books = books;
        this.today = today;
    }

    /**
     * The days of these customers' orders.
     *
     * @param customers lines of each, oldest first
     * @param now not before any of them
     */
    public static RestockBooks of(Collection<List<BoughtLine>> customers, Instant now) {
        List<Book> books = new ArrayList<>();
        for (List<BoughtLine> lines : customers) {
            Map<String, TreeMap<Long, Long>> units = new TreeMap<>();
            for (BoughtLine line : lines) {
                if (line.kept() > 0) {
                    units.computeIfAbsent(line.product(), _ -> new TreeMap<>())
                            .merge(day(line.time()), line.kept(), Long::sum);
                }
            }
            units.forEach((product, days) -> books.add(new Book(
                    product,
                    days.entrySet().stream()
                            .map(day -> new Restock(day.getKey(), day.getValue()))
                            .toList())));
        }
        return new RestockBooks(books, day(now));
    }

    /** The model of all of it. */
    public ReplenishmentModel fit(ReplenishmentFit.Demand demand) {
        ReplenishmentFit fit = new ReplenishmentFit(demand);
        books.forEach(book -> fit.add(book.product(), book.restocks(), today));
        return fit.fit();
    }

    /** How well the purchases in the last fifth of the time are foretold from the time before. */
    public Coverage coverage(ReplenishmentFit.Demand demand) {
        long start = books.stream()
                .mapToLong(book -> book.restocks().getFirst().day())
                .min()
                .orElse(today);
        long cut = start + Math.round((today - start) * KNOWN);
        ReplenishmentFit fit = new ReplenishmentFit(demand);
        books.forEach(book -> {
            List<Restock> known = known(book, cut);
            if (!known.isEmpty()) {
                fit.add(book.product(), known, cut);
            }
        });
        ReplenishmentModel model = fit.fit();
        long intervals = 0;
        long held = 0;
        for (Book book : books) {
            List<Restock> known = known(book, cut);
            boolean judged = model.products().containsKey(book.product())
                    && !known.isEmpty()
                    && known.size() < book.restocks().size();
            if (judged) {
                intervals++;
                held += within(model, book, known) ? 1 : 0;
            }
        }
        return new Coverage(intervals, held);
    }

    private static List<Restock> known(Book book, long cut) {
        return book.restocks().stream().filter(one -> one.day() < cut).toList();
    }

    private static boolean within(ReplenishmentModel model, Book book, List<Restock> known) {
        Restock last = known.getLast();
        ProductPurchases purchases = new ProductPurchases(
                book.product(),
                known.size(),
                known.stream().mapToLong(Restock::units).sum(),
                0,
                last.units(),
                noon(known.getFirst().day()),
                noon(last.day()));
        Instant next = noon(book.restocks().get(known.size()).day());
        return model.due(purchases, noon(last.day()))
                .filter(due -> !next.isBefore(due.from()) && !next.isAfter(due.until()))
                .isPresent();
    }

    private static long day(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS_PER_DAY);
    }

    private static Instant noon(long day) {
        return Instant.EPOCH.plus(Duration.ofDays(day)).plusSeconds(SECONDS_PER_DAY / 2);
    }
}
