package io.zugabe.recommendation.incentives.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.incentives.Budgets;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Budgets in PostgreSQL. Money is spent, in a lease, or left; the incentive's row is locked while it is divided, and what was
 * spent and leased is read by one statement, so that what moves from one to the other meanwhile counts once.
 */
@Singleton
public class PgBudgets implements Budgets {

    private static final String LOCK = """
            select total_micros, daily_micros, archived from incentive where incentive_id = $1 for update""";

    private static final String USED = """
            select
                ((select coalesce(sum(micros), 0) from incentive_spent where incentive_id = $1)
                + (select coalesce(sum(amount_micros), 0) from incentive_lease
                    where incentive_id = $1 and expire_time > $3))::bigint total,
                ((select coalesce(sum(micros), 0) from incentive_spent where incentive_id = $1 and day = $2)
                + (select coalesce(sum(amount_micros), 0) from incentive_lease
                    where incentive_id = $1 and day = $2 and expire_time > $3))::bigint of_day""";

    private static final String LEASE = """
            insert into incentive_lease (incentive_id, day, amount_micros, expire_time) values ($1, $2, $3, $4)
            returning lease_id""";

    private static final String GIVE_BACK =
            "update incentive_lease set amount_micros = amount_micros - $2 where lease_id = $1 and amount_micros >= $2";
    private static final String DROP = "delete from incentive_lease where lease_id = $1 and amount_micros = 0";
    private static final String EXTEND = "update incentive_lease set expire_time = $2 where lease_id = $1";
    private static final String EXPIRE = "delete from incentive_lease where expire_time <= $1 or amount_micros = 0";

    private final Pool pool;

    public PgBudgets(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Granted>> lease(String incentive, long most, LocalDate day, Instant expires, Instant now) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(incentive))
                .chain(locked -> locked.rowCount() == 0
                        ? Uni.createFrom().item(0L)
                        : left(locked.iterator().next(), incentive, day, now, transaction))
                .map(left -> Math.min(left, most))
                .chain(micros -> micros <= 0
                        ? Uni.createFrom().item(Optional.<Granted>empty())
                        : insert(incentive, day, micros, expires, transaction).map(Optional::of)));
    }

    private static Uni<Long> left(Row incentive, String id, LocalDate day, Instant now, SqlConnection transaction) {
        if (incentive.getBoolean("archived")) {
            return Uni.createFrom().item(0L);
        }
        long total = incentive.getLong("total_micros");
        long daily = incentive.getLong("daily_micros");
        return transaction
                .preparedQuery(USED)
                .execute(Tuple.of(id, day, time(now)))
                .map(rows -> rows.iterator().next())
                .map(used -> {
                    long left = total - used.getLong("total");
                    return daily == 0 ? left : Math.min(left, daily - used.getLong("of_day"));
                });
    }

    private static Uni<Granted> insert(
            String incentive, LocalDate day, long micros, Instant expires, SqlConnection transaction) {
        return transaction
                .preparedQuery(LEASE)
                .execute(Tuple.of(incentive, day, micros, time(expires)))
                .map(rows -> new Granted(rows.iterator().next().getLong(0), micros));
    }

    @Override
    public Uni<Void> giveBack(long lease, long micros) {
        return pool.preparedQuery(GIVE_BACK)
                .execute(Tuple.of(lease, micros))
                .chain(() -> pool.preparedQuery(DROP).execute(Tuple.of(lease)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> extend(long lease, Instant expires) {
        return pool.preparedQuery(EXTEND)
                .execute(Tuple.of(lease, time(expires)))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Void> expire(Instant now) {
        return pool.preparedQuery(EXPIRE).execute(Tuple.of(time(now))).replaceWithVoid();
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
