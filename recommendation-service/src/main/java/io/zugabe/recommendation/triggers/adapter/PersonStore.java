package io.zugabe.recommendation.triggers.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.triggers.domain.Cart;
import io.zugabe.recommendation.triggers.domain.Person;
import io.zugabe.recommendation.triggers.domain.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Carts and timers of people, read and written within the transaction of the log. */
final class PersonStore {

    /** A cart that nobody touched for so long is forgotten. */
    static final Duration CART_LIFE = Duration.ofDays(30);

    private static final String CARTS =
            "select subject, products, units, change_time, buy_time from trigger_cart where subject = any($1)";
    private static final String TIMERS = "select subject, " + Rows.COLUMNS.replace("subject, ", "")
            + " from due_timer where subject = any($1)" + " order by timer_id for update";

    private static final String PUT_CART = """
            insert into trigger_cart (subject, products, units, change_time, buy_time) values ($1, $2, $3, $4, $5)
            on conflict (subject) do update set products = excluded.products, units = excluded.units,
                change_time = excluded.change_time, buy_time = excluded.buy_time""";
    private static final String DROP_CART = "delete from trigger_cart where subject = $1";

    /** A new cause ends whatever was being decided for the one before. */
    private static final String PUT_TIMER = "insert into due_timer (" + Rows.COLUMNS + """
            ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (subject, kind, object) do update set due_offer_id = excluded.due_offer_id,
                anchors = excluded.anchors, channel = excluded.channel, cause_time = excluded.cause_time,
                due_time = excluded.due_time, expire_time = excluded.expire_time, lease_time = null""";

    private static final String DROP_TIMER = "delete from due_timer where subject = $1 and kind = $2 and object = $3";

    private final SqlConnection transaction;

    PersonStore(SqlConnection transaction) {
        this.transaction = transaction;
    }

    /** The people as they are; those of whom nothing is known are missing. */
    Uni<Map<String, Person>> read(String[] subjects) {
        return transaction
                .preparedQuery(CARTS)
                .execute(Tuple.of(subjects))
                .chain(carts -> transaction
                        .preparedQuery(TIMERS)
                        .execute(Tuple.of(subjects))
                        .map(timers -> people(carts, timers)));
    }

    private static Map<String, Person> people(RowSet<Row> carts, RowSet<Row> timers) {
        Map<String, Map<Timer.Key, Timer>> pending = new HashMap<>();
        timers.forEach(row -> {
            Timer timer = Rows.timer(row);
            pending.computeIfAbsent(row.getString("subject"), ignored -> new HashMap<>())
                    .put(timer.key(), timer);
        });
        Map<String, Person> people = new HashMap<>();
        carts.forEach(row -> people.put(row.getString("subject"), new Person(cart(row), Map.of())));
        pending.forEach((subject, theirs) -> people.merge(
                subject, new Person(Cart.EMPTY, theirs), (known, also) -> new Person(known.cart(), also.timers())));
        return people;
    }

    private static Cart cart(Row row) {
        String[] products = row.getArrayOfStrings("products");
        Long[] units = row.getArrayOfLongs("units");
        TreeMap<String, Long> lines = new TreeMap<>();
        for (int line = 0; line < products.length; line++) {
            lines.put(products[line], units[line]);
        }
        return new Cart(lines, Rows.instant(row, "change_time"), Rows.instant(row, "buy_time"));
    }

    /**
     * Writes what has changed of people; what would be too late at once is not written.
     *
     * @return number of timers that were too late
     */
    Uni<Integer> write(Map<String, Person> before, Map<String, Person> after, Instant now) {
        List<Tuple> carts = new ArrayList<>();
        List<Tuple> emptied = new ArrayList<>();
        List<Tuple> started = new ArrayList<>();
        List<Tuple> stopped = new ArrayList<>();
        int late = 0;
        for (Map.Entry<String, Person> entry : after.entrySet()) {
            String subject = entry.getKey();
            Person was = before.getOrDefault(subject, Person.NEW);
            Person is = entry.getValue();
            if (!is.cart().equals(was.cart())) {
                if (isForgotten(is.cart(), now)) {
                    emptied.add(Tuple.of(subject));
                } else {
                    carts.add(cart(subject, is.cart()));
                }
            }
            for (Timer timer : is.timers().values()) {
                if (!timer.equals(was.timers().get(timer.key()))) {
                    if (timer.expires().isAfter(now)) {
                        started.add(Rows.columns(subject, timer));
                    } else {
                        stopped.add(key(subject, timer.key()));
                        late++;
                    }
                }
            }
            was.timers().keySet().stream()
                    .filter(key -> !is.timers().containsKey(key))
                    .forEach(key -> stopped.add(key(subject, key)));
        }
        return batch(PUT_CART, carts)
                .chain(() -> batch(DROP_CART, emptied))
                .chain(() -> batch(DROP_TIMER, stopped))
                .chain(() -> batch(PUT_TIMER, started))
                .replaceWith(late);
    }

    private static boolean isForgotten(Cart cart, Instant now) {
        Instant start = now.minus(CART_LIFE);
        return cart.changed().isBefore(start) && cart.bought().isBefore(start);
    }

    private static Tuple cart(String subject, Cart cart) {
        return Tuple.tuple()
                .addString(subject)
                .addArrayOfString(cart.units().keySet().toArray(String[]::new))
                .addArrayOfLong(cart.units().values().toArray(Long[]::new))
                .addOffsetDateTime(Rows.time(cart.changed()))
                .addOffsetDateTime(Rows.time(cart.bought()));
    }

    private static Tuple key(String subject, Timer.Key key) {
        return Tuple.of(subject, key.kind().name(), key.object());
    }

    private Uni<Void> batch(String statement, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(statement).executeBatch(rows).replaceWithVoid();
    }
}
