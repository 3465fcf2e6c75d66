package io.zugabe.recommendation.incentives.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.recommendation.incentives.IncentiveChange;
import io.zugabe.recommendation.incentives.IncentiveStore;
import io.zugabe.recommendation.incentives.Spending;
import io.zugabe.recommendation.incentives.StoredIncentive;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Incentives, shipping policy and audit in PostgreSQL. */
@Singleton
public class PgIncentives implements IncentiveStore {

    private static final String LAST_CHANGE = "select coalesce(max(change_id), 0) from incentive_change";
    private static final String ALL = "select * from incentive order by incentive_id";
    private static final String FIND = "select * from incentive where incentive_id = $1";

    private static final String INSERT = """
            insert into incentive (incentive_id, definition, total_micros, daily_micros, archived, version)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";
    private static final String UPDATE = """
            update incentive set definition = $2, total_micros = $3, daily_micros = $4, archived = $5, version = $6
            where incentive_id = $1 and version = $6 - 1""";
    private static final String NOTE = """
            insert into incentive_change (change_time, actor, action, target, detail) values ($1, $2, $3, $4, $5)""";

    private static final String POLICY = "select free_from_micros, version from shipping_policy";
    private static final String PUT_POLICY =
            "update shipping_policy set free_from_micros = $1, version = $2 where version = $2 - 1";

    private static final String CHANGES = """
            select * from incentive_change where ($1 = '' or target = $1) and ($2 = 0 or change_id < $2)
            order by change_id desc limit $3""";

    /** One statement sees budgets as of one moment: money on its way from a lease to what is spent counts once. */
    private static final String SPENDING = """
            select id,
                (select coalesce(sum(micros), 0)::bigint from incentive_spent where incentive_id = id) spent,
                (select coalesce(sum(amount_micros), 0)::bigint from incentive_lease
                    where incentive_id = id and expire_time > $3) reserved,
                ((select coalesce(sum(micros), 0) from incentive_spent where incentive_id = id and day = $2)
                    + (select coalesce(sum(amount_micros), 0) from incentive_lease
                        where incentive_id = id and day = $2 and expire_time > $3))::bigint today,
                (select coalesce(sum(redemptions), 0)::bigint from incentive_spent where incentive_id = id) redemptions
            from unnest($1::text[]) as id""";

    private final Pool pool;

    public PgIncentives(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Long> lastChange() {
        return pool.query(LAST_CHANGE)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<List<StoredIncentive>> all() {
        return pool.query(ALL).execute().map(rows -> {
            List<StoredIncentive> all = new ArrayList<>();
            rows.forEach(row -> all.add(stored(row)));
            return all;
        });
    }

    @Override
    public Uni<Optional<StoredIncentive>> find(String id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(stored(rows.iterator().next())));
    }

    private static StoredIncentive stored(Row row) {
        return IncentiveMessages.stored(
                row.getBuffer("definition").getBytes(), row.getBoolean("archived"), row.getLong("version"));
    }

    @Override
    public Uni<Boolean> put(StoredIncentive stored, IncentiveChange change) {
        Tuple columns = Tuple.tuple()
                .addString(stored.incentive().id())
                .addBuffer(io.vertx.mutiny.core.buffer.Buffer.newInstance(Buffer.buffer(stored.definition())))
                .addLong(stored.incentive().totalBudget())
                .addLong(stored.incentive().dailyBudget())
                .addBoolean(stored.archived())
                .addLong(stored.version());
        return put(stored.version() == 1 ? INSERT : UPDATE, columns, change);
    }

    private Uni<Boolean> put(String statement, Tuple columns, IncentiveChange change) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(statement)
                .execute(columns)
                .chain(put -> put.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : note(change, transaction).replaceWith(true)));
    }

    private static Uni<RowSet<Row>> note(IncentiveChange change, SqlConnection transaction) {
        return transaction
                .preparedQuery(NOTE)
                .execute(Tuple.tuple()
                        .addOffsetDateTime(change.time().atOffset(ZoneOffset.UTC))
                        .addString(change.actor())
                        .addString(change.action())
                        .addString(change.target())
                        .addString(change.detail()));
    }

    @Override
    public Uni<ShippingPolicy> shippingPolicy() {
        return pool.query(POLICY).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new ShippingPolicy(row.getLong("free_from_micros"), row.getLong("version"));
        });
    }

    @Override
    public Uni<Boolean> put(ShippingPolicy policy, IncentiveChange change) {
        return put(PUT_POLICY, Tuple.of(policy.freeFrom(), policy.version()), change);
    }

    @Override
    public Uni<Page<IncentiveChange>> changes(String target, PageRequest page) {
        long before = page.after().isEmpty() ? 0 : Long.parseLong(page.after());
        return pool.preparedQuery(CHANGES)
                .execute(Tuple.of(target, before, page.size() + 1))
                .map(rows -> page(rows, page.size()));
    }

    private static Page<IncentiveChange> page(RowSet<Row> rows, int size) {
        List<IncentiveChange> changes = new ArrayList<>();
        long last = 0;
        boolean more = false;
        for (Row row : rows) {
            more = changes.size() == size;
            if (!more) {
                last = row.getLong("change_id");
                changes.add(new IncentiveChange(
                        row.getOffsetDateTime("change_time").toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("target"),
                        row.getString("detail")));
            }
        }
        return new Page<>(changes, more ? Long.toString(last) : "", changes.size());
    }

    @Override
    public Uni<Map<String, Spending>> spending(Collection<String> ids, LocalDate today, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(ids.toArray(String[]::new))
                .addLocalDate(today)
                .addOffsetDateTime(time);
        return pool.preparedQuery(SPENDING).execute(parameters).map(rows -> {
            Map<String, Spending> spending = new HashMap<>();
            rows.forEach(row -> spending.put(
                    row.getString("id"),
                    new Spending(
                            row.getLong("spent"),
                            row.getLong("reserved"),
                            row.getLong("today"),
                            row.getLong("redemptions"))));
            return spending;
        });
    }
}
