package io.zugabe.recommendation.baskets.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.baskets.OrderEvents;
import io.zugabe.recommendation.baskets.domain.MatchRefunds;
import io.zugabe.recommendation.baskets.domain.OrderLine;
import io.zugabe.recommendation.baskets.domain.RefundLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refunds in the database. Whenever an order or a refund arrives, the refunds of that customer and
 * product are matched anew, from all that is known by then.
 */
final class RefundStore {

    private static final String ADD_REFUNDS = """
            insert into refund_line (event_id, product_id, order_id, subject, quantity, refund_time)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::timestamptz[])
            on conflict (event_id, product_id) do nothing""";

    /** Customers and products of new lines for which there are refunds already. */
    private static final String TOUCHED_BY_LINES = """
            select distinct b.subject, t.product_id
            from unnest($1::int[], $2::text[]) as t (basket_no, product_id)
            join basket b using (basket_no)
            where exists (select 1 from refund_line r
                          where r.subject = b.subject and r.product_id = t.product_id and r.order_id = '')
               or exists (select 1 from refund_line r
                          where r.order_id = b.order_id and r.product_id = t.product_id and r.order_id <> '')""";

    /** Customers and products of the orders that new refunds name. */
    private static final String TOUCHED_BY_REFUNDS = """
            select distinct b.subject, t.product_id
            from unnest($1::text[], $2::text[]) as t (order_id, product_id)
            join basket b using (order_id)""";

    private static final String LINES = """
            select k.subject, k.product_id, b.order_id, b.basket_no, l.quantity, l.returned, b.order_time
            from unnest($1::text[], $2::text[]) as k (subject, product_id)
            join basket b on b.subject = k.subject
            join basket_line l on l.basket_no = b.basket_no and l.product_id = k.product_id""";

    private static final String REFUNDS = """
            select k.subject, k.product_id, r.event_id, r.order_id, r.quantity, r.refund_time
            from unnest($1::text[], $2::text[]) as k (subject, product_id)
            join refund_line r on r.subject = k.subject and r.product_id = k.product_id and r.order_id = ''
            union all
            select k.subject, k.product_id, r.event_id, r.order_id, r.quantity, r.refund_time
            from unnest($1::text[], $2::text[]) as k (subject, product_id)
            join basket b on b.subject = k.subject
            join refund_line r on r.order_id = b.order_id and r.product_id = k.product_id and r.order_id <> ''""";

    private static final String MARK_LINES = """
            update basket_line l set returned = t.returned
            from unnest($1::int[], $2::text[], $3::bigint[]) as t (basket_no, product_id, returned)
            where l.basket_no = t.basket_no and l.product_id = t.product_id and l.returned <> t.returned""";

    private static final String MARK_REFUNDS = """
            update refund_line r set matched = t.matched
            from unnest($1::text[], $2::text[], $3::bigint[]) as t (event_id, product_id, matched)
            where r.event_id = t.event_id and r.product_id = t.product_id and r.matched <> t.matched""";

    /**
     * Adds the refunds of a run of events and matches whatever the run touches.
     *
     * @param numbers of the run's orders
     * @return numbers of the baskets from which units may have come back
     */
    Uni<Set<Integer>> match(OrderEvents events, Map<String, Integer> numbers, SqlConnection connection) {
        return add(events.refunds(), connection)
                .chain(() -> touched(events, numbers, connection))
                .chain(keys -> keys.isEmpty()
                        ? Uni.createFrom().item(Set.<Integer>of())
                        : matchAll(List.copyOf(keys), connection));
    }

    private static Uni<Void> add(List<RefundLine> refunds, SqlConnection connection) {
        if (refunds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.of(
                Columns.texts(refunds, RefundLine::event),
                Columns.texts(refunds, RefundLine::product),
                Columns.texts(refunds, RefundLine::order),
                Columns.texts(refunds, RefundLine::subject),
                Columns.numbers(refunds, RefundLine::quantity),
                Columns.times(refunds, RefundLine::time));
        return connection.preparedQuery(ADD_REFUNDS).execute(columns).replaceWithVoid();
    }

    private static Uni<Set<Key>> touched(OrderEvents events, Map<String, Integer> numbers, SqlConnection connection) {
        List<OrderLine> lines =
                events.lines().stream().map(OrderEvents.Logged::line).toList();
        List<RefundLine> naming = events.refunds().stream()
                .filter(refund -> !refund.order().isEmpty())
                .toList();
        Set<Key> keys = new LinkedHashSet<>();
        events.refunds().stream()
                .filter(refund -> refund.order().isEmpty())
                .forEach(refund -> keys.add(new Key(refund.subject(), refund.product())));
        Tuple ofLines = Tuple.of(
                Columns.integers(lines, line -> numbers.getOrDefault(line.order(), 0)),
                Columns.texts(lines, OrderLine::product));
        Tuple ofRefunds =
                Tuple.of(Columns.texts(naming, RefundLine::order), Columns.texts(naming, RefundLine::product));
        return addKeys(TOUCHED_BY_LINES, ofLines, lines.isEmpty(), keys, connection)
                .chain(() -> addKeys(TOUCHED_BY_REFUNDS, ofRefunds, naming.isEmpty(), keys, connection))
                .replaceWith(keys);
    }

    private static Uni<Void> addKeys(
            String query, Tuple columns, boolean skip, Set<Key> keys, SqlConnection connection) {
        return skip
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(query)
                        .execute(columns)
                        .invoke(rows -> rows.forEach(row -> keys.add(Key.of(row))))
                        .replaceWithVoid();
    }

    private static Uni<Set<Integer>> matchAll(List<Key> keys, SqlConnection connection) {
        Tuple columns = Tuple.of(Columns.texts(keys, Key::subject), Columns.texts(keys, Key::product));
        return connection
                .preparedQuery(LINES)
                .execute(columns)
                .chain(lines -> connection
                        .preparedQuery(REFUNDS)
                        .execute(columns)
                        .chain(refunds -> mark(read(lines, refunds), connection)));
    }

    private static Map<Key, Known> read(Iterable<Row> lines, Iterable<Row> refunds) {
        Map<Key, Known> known = new LinkedHashMap<>();
        for (Row row : lines) {
            Known entry = known.computeIfAbsent(Key.of(row), ignored -> new Known());
            entry.numbers.put(row.getString("order_id"), row.getInteger("basket_no"));
            entry.lines.add(new OrderLine(
                    row.getString("order_id"),
                    row.getString("product_id"),
                    row.getString("subject"),
                    row.getLong("quantity"),
                    row.getOffsetDateTime("order_time").toInstant()));
        }
        for (Row row : refunds) {
            known.computeIfAbsent(Key.of(row), ignored -> new Known())
                    .refunds
                    .add(new RefundLine(
                            row.getString("event_id"),
                            row.getString("order_id"),
                            row.getString("product_id"),
                            row.getString("subject"),
                            row.getLong("quantity"),
                            row.getOffsetDateTime("refund_time").toInstant()));
        }
        return known;
    }

    private static Uni<Set<Integer>> mark(Map<Key, Known> known, SqlConnection connection) {
        List<MarkedLine> lines = new ArrayList<>();
        List<MarkedRefund> refunds = new ArrayList<>();
        known.forEach((key, entry) -> {
            MatchRefunds.Matched matched = MatchRefunds.match(entry.lines, entry.refunds);
            entry.numbers.forEach((order, number) -> lines.add(new MarkedLine(
                    number, key.product(), matched.returnedByOrder().getOrDefault(order, 0L))));
            matched.unmatched()
                    .forEach((refund, left) ->
                            refunds.add(new MarkedRefund(refund.event(), key.product(), refund.quantity() - left)));
        });
        Tuple ofLines = Tuple.of(
                Columns.integers(lines, MarkedLine::basket),
                Columns.texts(lines, MarkedLine::product),
                Columns.numbers(lines, MarkedLine::returned));
        Tuple ofRefunds = Tuple.of(
                Columns.texts(refunds, MarkedRefund::event),
                Columns.texts(refunds, MarkedRefund::product),
                Columns.numbers(refunds, MarkedRefund::matched));
        Set<Integer> baskets = new LinkedHashSet<>();
        lines.forEach(line -> baskets.add(line.basket()));
        return connection
                .preparedQuery(MARK_LINES)
                .execute(ofLines)
                .chain(() -> connection.preparedQuery(MARK_REFUNDS).execute(ofRefunds))
                .replaceWith(baskets);
    }

    private record Key(String subject, String product) {
        static Key of(Row row) {
            return new Key(row.getString("subject"), row.getString("product_id"));
        }
    }

    private record MarkedLine(int basket, String product, long returned) {}

    private record MarkedRefund(String event, String product, long matched) {}

    private static final class Known {
        private final List<OrderLine> lines = new ArrayList<>();
        private final List<RefundLine> refunds = new ArrayList<>();
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
    }
}
