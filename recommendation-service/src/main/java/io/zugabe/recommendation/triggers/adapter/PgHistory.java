package io.zugabe.recommendation.triggers.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.recommendation.triggers.DueOfferHistory;
import io.zugabe.recommendation.triggers.DueOfferStatus;
import io.zugabe.recommendation.triggers.PendingTimer;
import io.zugabe.recommendation.triggers.TriggerChange;
import io.zugabe.recommendation.triggers.TriggerReason;
import io.zugabe.recommendation.triggers.domain.DueOfferState;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Lists of timers, due offers and changes in PostgreSQL. A page begins after the key that the one before ended with. */
@Singleton
public class PgHistory implements DueOfferHistory {

    private static final String TIMERS = """
            select *, due_time::text || '|' || timer_id as key from due_timer
            where ($1 = '' or subject = $1)
                and ($2 = '' or (due_time, timer_id)
                    > (split_part($2, '|', 1)::timestamptz, nullif(split_part($2, '|', 2), '')::bigint))
            order by due_time, timer_id limit $3""";

    private static final String OFFERS = """
            select *, create_time::text || '|' || due_offer_id as key from due_offer
            where ($1 = '' or subject = $1) and ($4 = '' or state = $4)
                and ($2 = '' or (create_time, due_offer_id)
                    < (split_part($2, '|', 1)::timestamptz, nullif(split_part($2, '|', 2), '')::uuid))
            order by create_time desc, due_offer_id desc limit $3""";

    private static final String CHANGES = """
            select *, change_id::text as key from trigger_change
            where $1 = '' or change_id < nullif($1, '')::bigint order by change_id desc limit $2""";

    private static final String LOCK = "select * from due_offer where due_offer_id = $1 for update";
    private static final String REDELIVER = """
            update due_offer set state = 'SENDING', reason = '', attempts = 0, next_time = now(),
                expire_time = greatest(expire_time, now() + interval '1 day'), update_time = now()
            where due_offer_id = $1 returning *""";

    private final Pool pool;

    public PgHistory(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<PendingTimer>> timers(String subject, PageRequest page) {
        return pool.preparedQuery(TIMERS)
                .execute(Tuple.of(subject, page.after(), page.size() + 1))
                .map(rows -> page(rows, page, row -> new PendingTimer(row.getString("subject"), Rows.timer(row))));
    }

    @Override
    public Uni<Page<DueOfferStatus>> offers(Optional<DueOfferState> state, String subject, PageRequest page) {
        String wanted = state.map(DueOfferState::name).orElse("");
        return pool.preparedQuery(OFFERS)
                .execute(Tuple.of(subject, page.after(), page.size() + 1, wanted))
                .map(rows -> page(rows, page, PgHistory::status));
    }

    @Override
    public Uni<Page<TriggerChange>> changes(PageRequest page) {
        return pool.preparedQuery(CHANGES)
                .execute(Tuple.of(page.after(), page.size() + 1))
                .map(rows -> page(rows, page, PgHistory::change));
    }

    @Override
    public Uni<DueOfferStatus> redeliver(UUID id, String actor) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(id))
                .invoke(rows -> refuseUnlessDead(id, rows))
                .chain(() -> PgChanges.note(transaction, actor, "due offer redelivered", id.toString(), ""))
                .chain(() -> again(id, transaction)));
    }

    private static Uni<DueOfferStatus> again(UUID id, SqlConnection transaction) {
        return transaction
                .preparedQuery(REDELIVER)
                .execute(Tuple.of(id))
                .map(rows -> status(rows.iterator().next()));
    }

    private static void refuseUnlessDead(UUID id, RowSet<Row> rows) {
        Map<String, String> which = Map.of("due_offer_id", id.toString());
        if (rows.rowCount() == 0) {
            throw ZugabeException.of(TriggerReason.DUE_OFFER_NOT_FOUND, "there is no due offer " + id, which);
        }
        String state = rows.iterator().next().getString("state");
        if (!state.equals(DueOfferState.DEAD.name())) {
            throw ZugabeException.of(
                    TriggerReason.DUE_OFFER_NOT_DEAD, "due offer " + id + " is " + state + ", not DEAD", which);
        }
    }

    private static DueOfferStatus status(Row row) {
        return new DueOfferStatus(
                row.getUUID("due_offer_id"),
                row.getString("subject"),
                Rows.timer(row),
                DueOfferState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("decision_id"),
                row.getInteger("attempts"),
                Rows.instant(row, "create_time"),
                Rows.instant(row, "update_time"));
    }

    private static TriggerChange change(Row row) {
        return new TriggerChange(
                Rows.instant(row, "change_time"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("target"),
                row.getString("detail"));
    }

    private static <T> Page<T> page(RowSet<Row> rows, PageRequest request, Function<Row, T> entry) {
        List<T> entries = new ArrayList<>();
        String last = "";
        for (Row row : rows) {
            if (entries.size() == request.size()) {
                return new Page<>(entries, last, rows.size());
            }
            entries.add(entry.apply(row));
            last = row.getString("key");
        }
        return new Page<>(entries, "", rows.size());
    }
}
