package io.zugabe.recommendation.triggers.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.triggers.ClaimedTimer;
import io.zugabe.recommendation.triggers.Timers;
import io.zugabe.recommendation.triggers.domain.Channel;
import io.zugabe.recommendation.triggers.domain.Trigger;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Timers in PostgreSQL. Replicas do not claim the same, and what one claimed when it crashed comes again. */
@Singleton
public class PgTimers implements Timers {

    private static final String CLAIM = """
            with due as (
                select timer_id from due_timer
                where due_time <= now() and expire_time > now() and channel = any($1)
                    and (lease_time is null or lease_time < now())
                order by due_time, timer_id limit $2 for update skip locked)
            update due_timer t set lease_time = now() + interval '1 minute'
            from due where t.timer_id = due.timer_id
            returning t.*""";

    private static final String POSTPONE = """
            update due_timer set due_time = $3, expire_time = $4, lease_time = null
            where timer_id = $1 and lease_time = $2""";

    private static final String EXPIRE = """
            with late as (
                select timer_id from due_timer
                where expire_time <= now() and (lease_time is null or lease_time < now())
                order by expire_time limit $1 for update skip locked),
            gone as (
                delete from due_timer t using late where t.timer_id = late.timer_id returning t.*)
            insert into due_offer (due_offer_id, kind, subject, object, anchors, channel,
                cause_time, due_time, expire_time, state, reason)
            select due_offer_id, kind, subject, object, anchors, channel,
                cause_time, due_time, expire_time, 'EXPIRED', 'NOT_SENT_IN_TIME' from gone
            on conflict (due_offer_id) do nothing""";

    private static final String PENDING = "select count(*) from due_timer";

    private static final String FOLLOW = """
            update due_timer set channel = case when kind = 'CAMPAIGN' then channel else $2 end, due_time = due_time + make_interval(secs => $3),
                expire_time = expire_time + make_interval(secs => $4)
            where kind = $1""";

    private static final double MILLIS = 1_000;

    private final Pool pool;

    public PgTimers(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ClaimedTimer>> claim(Set<Channel> channels, int most) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.tuple().addArrayOfString(Rows.names(channels)).addInteger(most))
                .map(PgTimers::claimed);
    }

    private static List<ClaimedTimer> claimed(RowSet<Row> rows) {
        List<ClaimedTimer> claimed = new ArrayList<>(rows.size());
        rows.forEach(row -> claimed.add(new ClaimedTimer(
                row.getLong("timer_id"),
                row.getUUID("due_offer_id"),
                row.getString("subject"),
                Rows.timer(row),
                row.getOffsetDateTime("lease_time"))));
        return claimed;
    }

    @Override
    public Uni<Void> postpone(ClaimedTimer timer, Instant due, Instant expires) {
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(timer.number(), timer.lease(), Rows.time(due), Rows.time(expires)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> expire(int most) {
        return pool.preparedQuery(EXPIRE).execute(Tuple.of(most)).map(RowSet::rowCount);
    }

    @Override
    public Uni<Long> pending() {
        return pool.query(PENDING).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Void> follow(Trigger before, Trigger now) {
        double later = now.delay().minus(before.delay()).toMillis() / MILLIS;
        double longer = later + now.patience().minus(before.patience()).toMillis() / MILLIS;
        return pool.preparedQuery(FOLLOW)
                .execute(Tuple.of(now.kind().name(), now.channel().name(), later, longer))
                .replaceWithVoid();
    }
}
