package io.zugabe.recommendation.misfits.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.misfits.MisfitQueue;
import io.zugabe.recommendation.misfits.MisfitsConfig;
import io.zugabe.recommendation.misfits.domain.DueReturn;
import io.zugabe.recommendation.misfits.domain.MisfitReturn;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Returns to report in PostgreSQL. They are added in the transaction that moves the position of the log,
 * so each is there once and none is missed. Who takes one puts off its next turn: replicas do not take
 * the same, and what a replica took when it crashed comes again.
 */
@Singleton
public class PgMisfitQueue implements MisfitQueue {

    private static final int MOST_AT_ONCE = 50;
    private static final double LONGEST_RETRY_SECONDS = 3_600;
    private static final double MILLIS = 1_000;

    private static final String ADD = """
            insert into misfit_return (event_id, product_id, order_id, subject, refund_time)
            values ($1, $2, $3, $4, $5) on conflict (event_id, product_id) do nothing""";

    /** The order is the one named, else the customer's latest before the return, as for baskets. */
    private static final String DUE = """
            with due as (
                select event_id, product_id from misfit_return where next_time <= now()
                order by next_time limit $1 for update skip locked),
            taken as (
                update misfit_return m
                set attempts = attempts + 1,
                    next_time = now() + make_interval(secs => least($3, $2 * power(2, least(attempts, 30))))
                from due where m.event_id = due.event_id and m.product_id = due.product_id
                returning m.*)
            select t.event_id, t.product_id, coalesce(o.order_id, '') as found_order,
                array(select l.product_id from basket_line l
                      where l.basket_no = o.basket_no and l.product_id <> t.product_id) as together,
                t.create_time < now() - make_interval(secs => $4) as expired
            from taken t
            left join lateral (
                (select b.basket_no, b.order_id, b.order_time from basket b
                 join basket_line l on l.basket_no = b.basket_no and l.product_id = t.product_id
                 where t.order_id <> '' and b.order_id = t.order_id)
                union all
                (select b.basket_no, b.order_id, b.order_time from basket b
                 join basket_line l on l.basket_no = b.basket_no and l.product_id = t.product_id
                 where t.order_id = '' and b.subject = t.subject and b.order_time <= t.refund_time)
                order by order_time desc, order_id desc limit 1) o on true
            order by t.create_time, t.event_id, t.product_id""";

    private static final String DONE = "delete from misfit_return where event_id = $1 and product_id = $2";
    private static final String SIZE = "select count(*) from misfit_return";

    private final Pool pool;
    private final MisfitsConfig config;

    public PgMisfitQueue(Pool pool, MisfitsConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Adds returns within the transaction of who read them; those that are there already change nothing. */
    public static Uni<Void> add(List<MisfitReturn> returns, SqlConnection transaction) {
        if (returns.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> rows = returns.stream()
                .map(each -> Tuple.of(
                        each.event(),
                        each.product(),
                        each.order(),
                        each.subject(),
                        each.time().atOffset(ZoneOffset.UTC)))
                .toList();
        return transaction.preparedQuery(ADD).executeBatch(rows).replaceWithVoid();
    }

    @Override
    public Uni<List<DueReturn>> due() {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(
                        MOST_AT_ONCE,
                        config.retry().toMillis() / MILLIS,
                        LONGEST_RETRY_SECONDS,
                        config.patience().toMillis() / MILLIS))
                .map(PgMisfitQueue::returns);
    }

    @Override
    public Uni<Void> done(DueReturn reported) {
        return pool.preparedQuery(DONE)
                .execute(Tuple.of(reported.event(), reported.product()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Long> size() {
        return pool.query(SIZE).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    private static List<DueReturn> returns(RowSet<Row> rows) {
        List<DueReturn> returns = new ArrayList<>(rows.size());
        rows.forEach(row -> returns.add(new DueReturn(
                row.getString("event_id"),
                row.getString("product_id"),
                row.getString("found_order"),
                List.of(row.getArrayOfStrings("together")),
                row.getBoolean("expired"))));
        return returns;
    }
}
