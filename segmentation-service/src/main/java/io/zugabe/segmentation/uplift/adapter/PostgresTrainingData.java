package io.zugabe.segmentation.uplift.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.uplift.TrainingDataStore;
import io.zugabe.segmentation.uplift.domain.Dataset;
import io.zugabe.segmentation.uplift.domain.DatasetRow;
import io.zugabe.segmentation.uplift.domain.DeclaredFeature;
import io.zugabe.segmentation.uplift.domain.UnitRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Training data in PostgreSQL. */
@ApplicationScoped
class PostgresTrainingData implements TrainingDataStore {

    private static final String OPEN = """
            insert into training_dataset (name, feature_names, feature_texts, actor) values ($1, $2, $3, $4)
            on conflict (name) do nothing""";

    private static final String FEATURES = "select feature_names, feature_texts from training_dataset where name = $1";

    /** Uploads to one data set go one after the other, so that its rows can be counted. */
    private static final String LOCK = "select row_count from training_dataset where name = $1 for update";

    private static final String ADD = """
            insert into training_row
                (dataset, unit_id, arm, propensity, numbers, texts, binary_outcome, continuous_outcome, matured)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (dataset, unit_id) do update set arm = excluded.arm, propensity = excluded.propensity,
                numbers = excluded.numbers, texts = excluded.texts, binary_outcome = excluded.binary_outcome,
                continuous_outcome = excluded.continuous_outcome, matured = excluded.matured
            returning xmax = 0""";

    private static final String COUNT = """
            update training_dataset set row_count = row_count + $2, update_time = statement_timestamp()
            where name = $1 and row_count + $2 <= $3""";

    private static final String LIST = """
            select name, feature_names, feature_texts, create_time, update_time, arm, rows, matured
            from (select * from training_dataset where name > $1 order by name limit $2) s
            left join lateral (select arm, count(*) as rows, count(*) filter (where matured) as matured
                from training_row where dataset = s.name group by arm) a on true
            order by name, arm""";

    private static final String DELETE = "delete from training_dataset where name = $1 returning row_count";

    private static final String PAGE = """
            select unit_id, arm, propensity, numbers, texts, binary_outcome, continuous_outcome, matured
            from training_row
            where dataset = $1 and unit_id > $2 and matured and arm = any ($3)
                and (case when $4 then binary_outcome is not null else continuous_outcome is not null end)
                and (hashtextextended(unit_id, 0) & 9223372036854775807) % 1000000 < $5
            order by unit_id limit $6""";

    private static final String OF_UNITS = """
            select unit_id, arm, propensity, numbers, texts, binary_outcome, continuous_outcome, matured,
                dataset, feature_names, feature_texts
            from training_row join training_dataset on name = dataset
            where unit_id = any ($1) and (dataset, unit_id) > ($2, $3)
            order by dataset, unit_id limit $4""";

    private static final String ERASE = """
            with erased as (delete from training_row where unit_id = $1 returning dataset),
                counted as (update training_dataset set row_count = row_count - 1
                    where name in (select dataset from erased))
            select count(*) from erased""";

    private static final String EXPIRED = "update_time < statement_timestamp() - $1 * interval '1 second'";

    private static final String EXPIRE_ROWS = """
            with expired as (
                    select name from training_dataset where %s order by name for update skip locked),
                gone as (
                    delete from training_row where ctid = any (array(
                        select r.ctid from training_row r join expired on expired.name = r.dataset limit $2))
                    returning dataset),
                counted as (
                    update training_dataset set row_count = row_count - fewer.rows
                    from (select dataset, count(*) as rows from gone group by dataset) as fewer
                    where name = fewer.dataset)
            select count(*) from gone""".formatted(EXPIRED);

    private static final String EXPIRE_EMPTY = """
            delete from training_dataset
            where %s and not exists (select from training_row where dataset = name)""".formatted(EXPIRED);

    private final Pool pool;

    PostgresTrainingData(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<DeclaredFeature>> open(String name, List<DeclaredFeature> features, String actor) {
        Tuple values = Tuple.of(
                name,
                features.stream().map(DeclaredFeature::name).toArray(String[]::new),
                features.stream().map(DeclaredFeature::text).toArray(Boolean[]::new),
                actor);
        return pool.preparedQuery(OPEN)
                .execute(values)
                .chain(() -> pool.preparedQuery(FEATURES).execute(Tuple.of(name)))
                .map(rows -> TrainingDataRows.features(rows.iterator().next(), 0));
    }

    @Override
    public Uni<Boolean> add(String name, List<DatasetRow> rows, long mostRows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(true);
        }
        List<Tuple> values =
                rows.stream().map(row -> TrainingDataRows.values(name, row)).toList();
        return pool.withTransaction(connection -> connection
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(name))
                        .chain(() -> connection.preparedQuery(ADD).executeBatch(values))
                        .chain(added -> count(connection, name, inserted(added), mostRows)))
                .replaceWith(true)
                .onFailure(Full.class)
                .recoverWithItem(false);
    }

    private static Uni<Void> count(SqlConnection connection, String name, long inserted, long mostRows) {
        return connection
                .preparedQuery(COUNT)
                .execute(Tuple.of(name, inserted, mostRows))
                .invoke(counted -> {
                    if (counted.rowCount() == 0) {
                        throw new Full();
                    }
                })
                .replaceWithVoid();
    }

    private static long inserted(RowSet<Row> first) {
        long inserted = 0;
        for (RowSet<Row> each = first; each != null; each = each.next()) {
            inserted += each.iterator().next().getBoolean(0) ? 1 : 0;
        }
        return inserted;
    }

    @Override
    public Uni<List<Dataset>> list(String after, int most) {
        return pool.preparedQuery(LIST).execute(Tuple.of(after, most)).map(TrainingDataRows::datasets);
    }

    @Override
    public Uni<Optional<Dataset>> find(String name) {
        return pool.preparedQuery(LIST.replace("name > $1", "name = $1"))
                .execute(Tuple.of(name, 1))
                .map(rows -> TrainingDataRows.datasets(rows).stream().findFirst());
    }

    @Override
    public Uni<Optional<Long>> delete(String name) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(name))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getLong(0)));
    }

    @Override
    public Uni<List<DatasetRow>> page(Selection selection, String afterUnit, int most) {
        Tuple values = Tuple.of(selection.dataset(), afterUnit)
                .addArrayOfString(selection.arms().toArray(String[]::new))
                .addBoolean(selection.binary())
                .addInteger(selection.perMillion())
                .addInteger(most);
        return pool.preparedQuery(PAGE).execute(values).map(TrainingDataRows::rows);
    }

    @Override
    public Uni<List<UnitRow>> ofUnits(Collection<String> units, String dataset, String unit, int most) {
        return pool.preparedQuery(OF_UNITS)
                .execute(Tuple.tuple()
                        .addArrayOfString(units.toArray(String[]::new))
                        .addString(dataset)
                        .addString(unit)
                        .addInteger(most))
                .map(TrainingDataRows::unitRows);
    }

    @Override
    public Uni<Long> eraseUnit(String unitId) {
        return pool.preparedQuery(ERASE)
                .execute(Tuple.of(unitId))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Long> expire(Duration retention, int most) {
        double seconds = retention.toSeconds();
        return pool.preparedQuery(EXPIRE_ROWS)
                .execute(Tuple.of(seconds, most))
                .map(rows -> rows.iterator().next().getLong(0))
                .call(() -> pool.preparedQuery(EXPIRE_EMPTY).execute(Tuple.of(seconds)));
    }

    /** Takes the transaction back. */
    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super("the data set is full", null, false, false);
        }
    }
}
