package io.zugabe.recommendation.triggers.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.triggers.ClaimedTimer;
import io.zugabe.recommendation.triggers.Delivery;
import io.zugabe.recommendation.triggers.DueOffers;
import io.zugabe.recommendation.triggers.Outcome;
import io.zugabe.recommendation.triggers.TriggersConfig;
import io.zugabe.recommendation.triggers.domain.Channel;
import io.zugabe.recommendation.triggers.domain.DueOfferState;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Due offers in PostgreSQL. One cause makes one due offer, however often it is decided. */
@Singleton
public class PgDueOffers implements DueOffers {

    private static final double MILLIS = 1_000;
    private static final int LONGEST_REASON = 300;

    /** The timer as it was claimed: not if it was started anew or stopped since. */
    private static final String END =
            "delete from due_timer where timer_id = $1 and lease_time = $2 and due_offer_id = $3";

    /** One decision about a person at a time, so that two at once do not both find room below the cap. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 7))";

    private static final String SENT = """
            select count(*) from due_offer where subject = $1 and channel = $2
            and state in ('SENDING', 'DELIVERED') and create_time > now() - interval '7 days'""";

    private static final String ADD = "insert into due_offer (" + Rows.COLUMNS + """
            , state, reason, decision_id, payload, next_time)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
                case when $10 = 'SENDING' then now() end)
            on conflict (due_offer_id) do nothing""";

    private static final String CLAIM = """
            with due as (
                select due_offer_id from due_offer
                where state = 'SENDING' and next_time <= now() and expire_time > now() and channel = any($1)
                    and attempts < $4
                order by next_time limit $2 for update skip locked)
            update due_offer o set attempts = attempts + 1, update_time = now(),
                next_time = now() + make_interval(secs => $3)
            from due where o.due_offer_id = due.due_offer_id
            returning o.*""";

    private static final String DELIVERED = """
            update due_offer set state = 'DELIVERED', reason = '', payload = null, update_time = now()
            where due_offer_id = any($1) and state = 'SENDING'""";

    private static final String AGAIN = """
            update due_offer set reason = $2, update_time = now(), next_time = now() + make_interval(secs => $3)
            where due_offer_id = $1 and state = 'SENDING'""";
    private static final String GIVE_UP = """
            update due_offer set state = 'DEAD', reason = $2, update_time = now()
            where due_offer_id = $1 and state = 'SENDING'""";
    private static final String WITHDRAW = """
            update due_offer set state = 'WITHDRAWN', reason = $2, payload = null, update_time = now()
            where due_offer_id = $1 and state = 'SENDING'""";
    private static final String BURY = """
            update due_offer set state = 'DEAD', update_time = now(),
                reason = case when reason <> '' then reason when attempts = 0 then 'nobody takes this channel'
                    else 'not acknowledged' end
            where due_offer_id in (
                select due_offer_id from due_offer
                where state = 'SENDING' and next_time <= now() and (attempts >= $1 or expire_time <= now())
                limit 1000 for update skip locked)""";

    private static final String FORGET = "delete from due_offer where create_time < now() - make_interval(secs => $1)";
    private static final String FORGET_CARTS = """
            delete from trigger_cart where greatest(change_time, buy_time) < now() - make_interval(secs => $1)""";
    private static final String DEAD = "select count(*) from due_offer where state = 'DEAD'";

    private final Pool pool;
    private final TriggersConfig config;

    public PgDueOffers(Pool pool, TriggersConfig config) {
        this.pool = pool;
        this.config = config;
    }

    @Override
    public Uni<Optional<Outcome.Final>> complete(ClaimedTimer timer, Outcome.Final outcome) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(END)
                .execute(Tuple.of(timer.number(), timer.lease(), timer.id()))
                .chain(ended -> ended.rowCount() == 0
                        ? Uni.createFrom().item(Optional.<Outcome.Final>empty())
                        : mayStillBeSent(timer, outcome, transaction).chain(may -> add(timer, may, transaction))));
    }

    /** Who is held out is noted only if something might have been sent. */
    private Uni<Outcome.Final> mayStillBeSent(ClaimedTimer timer, Outcome.Final outcome, SqlConnection transaction) {
        if (outcome instanceof Outcome.Silent) {
            return Uni.createFrom().item(outcome);
        }
        Channel channel = timer.timer().channel();
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(timer.subject()))
                .chain(() -> transaction.preparedQuery(SENT).execute(Tuple.of(timer.subject(), channel.name())))
                .map(rows -> rows.iterator().next().getLong(0) < config.cap(channel)
                        ? outcome
                        : new Outcome.Silent("FREQUENCY_CAP", decision(outcome)));
    }

    private static Optional<UUID> decision(Outcome.Final outcome) {
        return outcome instanceof Outcome.Offers offers
                ? Optional.of(offers.decision().id())
                : Optional.empty();
    }

    private static Uni<Optional<Outcome.Final>> add(
            ClaimedTimer timer, Outcome.Final outcome, SqlConnection transaction) {
        Tuple columns = Rows.columns(timer.subject(), timer.timer());
        switch (outcome) {
            case Outcome.Offers offers ->
                columns.addString(DueOfferState.SENDING.name())
                        .addString("")
                        .addString(offers.decision().id().toString())
                        .addBuffer(Buffer.buffer(DueOfferWriter.write(timer, offers.decision())));
            case Outcome.Silent silent ->
                columns.addString(DueOfferState.SILENT.name())
                        .addString(silent.reason())
                        .addString(silent.decision().map(UUID::toString).orElse(""))
                        .addValue(null);
            case Outcome.Control control ->
                columns.addString(DueOfferState.CONTROL.name())
                        .addString(control.reason())
                        .addString("")
                        .addValue(null);
        }
        return transaction
                .preparedQuery(ADD)
                .execute(columns)
                .map(added -> added.rowCount() > 0 ? Optional.of(outcome) : Optional.empty());
    }

    @Override
    public Uni<List<Delivery>> claim(Set<Channel> channels, int most, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.tuple()
                        .addArrayOfString(Rows.names(channels))
                        .addInteger(most)
                        .addDouble(lease.toMillis() / MILLIS)
                        .addInteger(config.attempts()))
                .map(PgDueOffers::deliveries);
    }

    private static List<Delivery> deliveries(RowSet<Row> rows) {
        List<Delivery> deliveries = new ArrayList<>(rows.size());
        rows.forEach(row -> deliveries.add(new Delivery(
                row.getUUID("due_offer_id"),
                row.getString("subject"),
                Rows.timer(row),
                row.getInteger("attempts"),
                Rows.instant(row, "create_time"),
                row.getBuffer("payload").getBytes())));
        return deliveries;
    }

    @Override
    public Uni<Integer> delivered(Collection<UUID> ids) {
        return pool.preparedQuery(DELIVERED)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(RowSet::rowCount);
    }

    @Override
    public Uni<Void> failed(UUID id, String why, Duration pause, boolean again) {
        String reason = why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON);
        Tuple told = Tuple.of(id, reason.replace('\0', ' '));
        return (again
                        ? pool.preparedQuery(AGAIN).execute(told.addDouble(pause.toMillis() / MILLIS))
                        : pool.preparedQuery(GIVE_UP).execute(told))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> withdraw(UUID id, String reason) {
        return pool.preparedQuery(WITHDRAW).execute(Tuple.of(id, reason)).replaceWithVoid();
    }

    @Override
    public Uni<Integer> bury(int attempts) {
        return pool.preparedQuery(BURY).execute(Tuple.of(attempts)).map(RowSet::rowCount);
    }

    @Override
    public Uni<Long> cleanUp(Duration retention) {
        double carts = PersonStore.CART_LIFE.toSeconds();
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) retention.toSeconds()))
                .chain(() -> pool.preparedQuery(FORGET_CARTS).execute(Tuple.of(carts)))
                .chain(() -> pool.query(DEAD).execute())
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
