package io.zugabe.recommendation.baskets.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.baskets.Basket;
import io.zugabe.recommendation.baskets.OrderEvents;
import io.zugabe.recommendation.baskets.domain.OrderLine;
import io.zugabe.recommendation.misfits.adapter.PgMisfitQueue;
import io.zugabe.recommendation.privacy.ForgetPeople;
import io.zugabe.recommendation.upstream.Reached;
import io.zugabe.recommendation.upstream.adapter.LogReplacedException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders in the database. What a run of events adds and the position that is reached with it are one
 * transaction. Several replicas may follow the log into one database: whoever comes second finds the
 * position ahead, adds nothing and reads the result.
 */
@Singleton
public class OrderStore {

    private static final int PAGE = 2_000;

    private static final String READ_POSITION =
            "select position, log_id, generation from log_position where follower = 'baskets'";
    private static final String LOCK_POSITION = READ_POSITION + " for update";
    private static final String MOVE_POSITION =
            "update log_position set position = $1, log_id = $2 where follower = 'baskets'";
    private static final String FORGET_POSITION = """
            update log_position set position = 0, log_id = '', generation = generation + 1
            where follower = 'baskets'""";

    /** In the order in which the queries lock them. */
    private static final String FORGET = "truncate basket_line, basket, refund_line, misfit_return restart identity";

    private static final String PUT_BASKETS = """
            insert into basket (order_id, subject, order_time)
            select * from unnest($1::text[], $2::text[], $3::timestamptz[])
            on conflict (order_id) do update
               set order_time = least(basket.order_time, excluded.order_time),
                   subject = least(basket.subject, excluded.subject)
            returning basket_no, order_id""";
    private static final String ADD_LINES = """
            insert into basket_line (basket_no, product_id, quantity)
            select * from unnest($1::int[], $2::text[], $3::bigint[])
            on conflict (basket_no, product_id) do update set quantity = basket_line.quantity + excluded.quantity""";
    private static final String BASKETS = """
            select basket_no, subject, order_time, array_agg(product_id) as products,
                array_agg(returned = quantity) as sent_back
            from basket join basket_line using (basket_no) where basket_no = any($1) group by basket.basket_no""";
    private static final String PAGE_OF_BASKETS = """
            select basket_no, subject, order_time, array_agg(product_id) as products,
                array_agg(returned = quantity) as sent_back
            from (select * from basket where basket_no > $1 order by basket_no limit $2) page
            join basket_line using (basket_no)
            group by basket_no, subject, order_time""";
    private static final String UNMATCHED = "select count(*) from refund_line where matched < quantity";

    private final Pool pool;
    private final ForgetPeople forgetPeople;
    private final RefundStore refunds;

    public OrderStore(Pool pool, ForgetPeople forgetPeople) {
        this.pool = pool;
        this.forgetPeople = forgetPeople;
        this.refunds = new RefundStore();
    }

    /** How far which log was read. */
    Uni<Reached> reached() {
        return pool.query(READ_POSITION).execute().map(OrderStore::reached);
    }

    /**
     * Forgets everything that was read, unless another replica has done so already: what that has read
     * since then comes from the new log.
     *
     * @param generation that is given up
     * @return from where to go on: the start
     */
    Uni<Reached> forget(long generation) {
        return pool.withTransaction(connection -> lock(connection)
                .chain(now -> now.generation() != generation
                        ? Uni.createFrom().item(new Reached(0, "", now.generation()))
                        : connection
                                .query(FORGET)
                                .execute()
                                .chain(() -> connection.query(FORGET_POSITION).execute())
                                .replaceWith(new Reached(0, "", generation + 1))));
    }

    /** Number of refund lines that found no order for all their units. */
    public Uni<Long> unmatchedRefunds() {
        return pool.query(UNMATCHED)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** The next baskets by number, after a number. Empty at the end. */
    public Uni<List<Basket>> page(int after) {
        return pool.preparedQuery(PAGE_OF_BASKETS)
                .execute(Tuple.of(after, PAGE))
                .map(OrderStore::baskets)
                .map(page -> page.stream()
                        .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                        .toList());
    }

    /**
     * Adds a run of events and moves the position; returns the baskets that it touches, as they are now.
     * Fails with {@link LogReplacedException} if the run comes from another log than what is here.
     *
     * @param generation to which the run belongs
     */
    Uni<List<Basket>> append(OrderEvents events, long generation) {
        return pool.withTransaction(connection -> lock(connection)
                        .chain(now -> now.generation() != generation || now.isOfAnotherLogThan(events.log())
                                ? Uni.createFrom()
                                        .failure(new LogReplacedException("the log at hand is not the one read before"))
                                : append(events, now, connection)))
                .invoke(() -> events.erased().ifPresent(forgetPeople::forget));
    }

    private static Uni<Reached> lock(SqlConnection connection) {
        return connection.query(LOCK_POSITION).execute().map(OrderStore::reached);
    }

    private static Reached reached(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        return new Reached(row.getLong("position"), row.getString("log_id"), row.getLong("generation"));
    }

    private Uni<List<Basket>> append(OrderEvents events, Reached now, SqlConnection connection) {
        return putBaskets(events, connection)
                .chain(numbers -> addLines(events, now.position(), numbers, connection)
                        .chain(() -> PgMisfitQueue.add(events.misfits(), connection))
                        .chain(() -> refunds.match(events, numbers, connection))
                        .map(touched -> union(numbers.values(), touched)))
                .chain(touched -> move(now.upTo(events.position(), events.log()), connection)
                        .replaceWith(touched))
                .chain(touched -> read(touched, connection))
                .chain(baskets -> erase(events, baskets, connection));
    }

    /** The baskets with those of erased people emptied. */
    private static Uni<List<Basket>> erase(OrderEvents events, List<Basket> baskets, SqlConnection connection) {
        return events.erased()
                .map(people -> ErasureStore.erase(people, connection).map(emptied -> {
                    List<Basket> all = new ArrayList<>(baskets);
                    all.addAll(emptied);
                    return all;
                }))
                .orElseGet(() -> Uni.createFrom().item(baskets));
    }

    /** Makes sure that every order has a number; returns the numbers by order. */
    private static Uni<Map<String, Integer>> putBaskets(OrderEvents events, SqlConnection connection) {
        Map<String, OrderLine> orders = new LinkedHashMap<>();
        events.lines().forEach(logged -> orders.merge(logged.line().order(), logged.line(), OrderStore::merge));
        if (orders.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple columns = Tuple.of(
                Columns.texts(orders.values(), OrderLine::order),
                Columns.texts(orders.values(), OrderLine::subject),
                Columns.times(orders.values(), OrderLine::time));
        return connection.preparedQuery(PUT_BASKETS).execute(columns).map(rows -> {
            Map<String, Integer> numbers = new LinkedHashMap<>();
            rows.forEach(row -> numbers.put(row.getString(1), row.getInteger(0)));
            return numbers;
        });
    }

    /** Of one order, the earliest time and the customer rather than the visitor; as the database does. */
    private static OrderLine merge(OrderLine one, OrderLine other) {
        return new OrderLine(
                one.order(),
                one.product(),
                one.subject().compareTo(other.subject()) <= 0 ? one.subject() : other.subject(),
                one.quantity(),
                one.time().isBefore(other.time()) ? one.time() : other.time());
    }

    private static Uni<Void> addLines(
            OrderEvents events, long position, Map<String, Integer> numbers, SqlConnection connection) {
        Map<Place, Long> units = new LinkedHashMap<>();
        for (OrderEvents.Logged logged : events.lines()) {
            if (logged.position() > position) {
                OrderLine line = logged.line();
                Integer number = numbers.get(line.order());
                units.merge(new Place(number == null ? 0 : number, line.product()), line.quantity(), Long::sum);
            }
        }
        if (units.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.of(
                Columns.integers(units.keySet(), Place::basket),
                Columns.texts(units.keySet(), Place::product),
                Columns.numbers(units.values(), quantity -> quantity));
        return connection.preparedQuery(ADD_LINES).execute(columns).replaceWithVoid();
    }

    private static Uni<Void> move(Reached reached, SqlConnection connection) {
        return connection
                .preparedQuery(MOVE_POSITION)
                .execute(Tuple.of(reached.position(), reached.log()))
                .replaceWithVoid();
    }

    private static Uni<List<Basket>> read(Set<Integer> numbers, SqlConnection connection) {
        return numbers.isEmpty()
                ? Uni.createFrom().item(List.of())
                : connection
                        .preparedQuery(BASKETS)
                        .execute(Tuple.of(numbers.toArray(Integer[]::new)))
                        .map(OrderStore::baskets);
    }

    private static List<Basket> baskets(RowSet<Row> rows) {
        List<Basket> baskets = new ArrayList<>();
        for (Row row : rows) {
            String[] products = row.getArrayOfStrings("products");
            Boolean[] sentBack = row.getArrayOfBooleans("sent_back");
            List<Basket.Line> lines = new ArrayList<>(products.length);
            for (int i = 0; i < products.length; i++) {
                lines.add(new Basket.Line(products[i], sentBack[i]));
            }
            baskets.add(new Basket(
                    row.getInteger("basket_no"),
                    row.getString("subject"),
                    row.getOffsetDateTime("order_time").toInstant(),
                    lines));
        }
        return baskets;
    }

    private static Set<Integer> union(Iterable<Integer> some, Iterable<Integer> others) {
        Set<Integer> all = new HashSet<>();
        some.forEach(all::add);
        others.forEach(all::add);
        return all;
    }

    private record Place(int basket, String product) {}
}
