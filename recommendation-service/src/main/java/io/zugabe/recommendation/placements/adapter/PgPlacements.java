package io.zugabe.recommendation.placements.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.kit.error.Violations;
import io.zugabe.recommendation.decision.domain.Placement;
import io.zugabe.recommendation.placements.PlacementStore;
import io.zugabe.recommendation.placements.StoredRules;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Placements' rules in PostgreSQL: the latest change of each is in force. */
@Singleton
public class PgPlacements implements PlacementStore {

    /** Of all placements, for a change with a lower id may be seen later than one with a higher one. */
    private static final String STATE = """
            select coalesce(sum(change_id), 0)::bigint from (
                select distinct on (placement) change_id from placement_change order by placement, version desc
            ) in_force""";

    private static final String IN_FORCE = """
            select distinct on (placement) change_id, placement, version, rules, author, note, change_time
            from placement_change order by placement, version desc""";

    /** Of two that write the same version, the second conflicts. */
    private static final String REPLACE = """
            insert into placement_change (placement, version, rules, author, note)
            select $1::text, $2::bigint + 1, $3::bytea, $4::text, $5::text
            where coalesce((select max(version) from placement_change where placement = $1::text), 0) = $2::bigint
            on conflict (placement, version) do nothing
            returning change_id, placement, version, rules, author, note, change_time""";

    private static final String CLEAN = """
            delete from placement_change where placement = $1
            and version <= (select max(version) from placement_change where placement = $1) - 1000""";
    private static final String CHANGES = """
            select change_id, placement, version, rules, author, note, change_time from placement_change
            where change_id < $1 and ($2::text = '' or placement = $2::text) order by change_id desc limit $3""";

    private final Pool pool;

    public PgPlacements(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Long> state() {
        return pool.query(STATE).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<List<StoredRules>> inForce() {
        return pool.query(IN_FORCE).execute().map(PgPlacements::all);
    }

    @Override
    public Uni<Optional<StoredRules>> replace(
            Placement placement, long expected, byte[] message, String author, String note) {
        Tuple row = Tuple.of(placement.name(), expected, Buffer.buffer(message), author, note);
        return pool.withTransaction(connection -> connection
                .preparedQuery(REPLACE)
                .execute(row)
                .map(PgPlacements::all)
                .call(() -> clean(placement, connection))
                .map(stored -> stored.stream().findFirst()));
    }

    private static Uni<Void> clean(Placement placement, SqlConnection connection) {
        return connection
                .preparedQuery(CLEAN)
                .execute(Tuple.of(placement.name()))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<StoredRules>> changes(Optional<Placement> placement, long before, int most) {
        return pool.preparedQuery(CHANGES)
                .execute(Tuple.of(before, placement.map(Enum::name).orElse(""), most))
                .map(PgPlacements::all);
    }

    private static List<StoredRules> all(RowSet<Row> rows) {
        List<StoredRules> all = new ArrayList<>();
        rows.forEach(row -> all.add(stored(row)));
        return all;
    }

    private static StoredRules stored(Row row) {
        byte[] message = row.getBuffer("rules").getBytes();
        return new StoredRules(
                row.getLong("change_id"),
                Placement.valueOf(row.getString("placement")),
                row.getLong("version"),
                RulesMapping.rules(RulesMapping.parse(message), Violations.ofRequest()),
                message,
                row.getString("author"),
                row.getString("note"),
                row.getOffsetDateTime("change_time").toInstant());
    }
}
