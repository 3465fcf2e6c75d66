package io.zugabe.segmentation.model.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.model.ModelStore;
import io.zugabe.segmentation.model.PublishedModel;
import io.zugabe.segmentation.model.domain.ModelChange;
import io.zugabe.segmentation.model.domain.ModelVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Models in PostgreSQL. */
@ApplicationScoped
class PostgresModels implements ModelStore {

    private static final String LIST = "select " + ModelRows.VERSION + """
             from model
            where ($1 = '' or kind = $1) and (kind > $2 or kind = $2 and version < $3)
            order by kind, version desc limit $4""";

    private static final String FIND = "select " + ModelRows.VERSION + """
            , card, drift from model
            where kind = $1 and (version = $2 or $2 = 0 and state = 'PUBLISHED')""";

    private static final String CHANGES = """
            select action, actor, change_time from model_change
            where kind = $1 and version = $2 order by id desc limit 50""";

    private static final String IN_FORCE = "select kind, version from model where state = 'PUBLISHED'";

    private static final String LOAD = "select payload, card, checksum from model where kind = $1 and version = $2";

    private static final String SAVE_DRIFT = "update model set drift = $3 where kind = $1 and version = $2";

    private final Pool pool;

    PostgresModels(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ModelVersion>> list(String kind, String afterKind, int belowVersion, int most) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(kind, afterKind, belowVersion, most))
                .map(ModelRows::versions);
    }

    @Override
    public Uni<Optional<Described>> find(String kind, int version) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(kind, version))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : describe(rows.iterator().next()));
    }

    private Uni<Optional<Described>> describe(Row row) {
        ModelVersion version = ModelRows.version(row);
        return pool.preparedQuery(CHANGES)
                .execute(Tuple.of(version.kind(), version.version()))
                .map(changes -> Optional.of(new Described(
                        version,
                        CardMessages.card(row.getBuffer(9).getBytes()),
                        ModelRows.numbers((JsonObject) row.getJson(10)),
                        changes(changes))));
    }

    private static List<ModelChange> changes(RowSet<Row> rows) {
        List<ModelChange> changes = new ArrayList<>(rows.size());
        for (Row row : rows) {
            changes.add(new ModelChange(
                    ModelChange.Action.valueOf(row.getString(0)),
                    row.getString(1),
                    row.getOffsetDateTime(2).toInstant()));
        }
        return changes;
    }

    @Override
    public Uni<Map<String, Integer>> inForce() {
        return pool.preparedQuery(IN_FORCE).execute().map(rows -> {
            Map<String, Integer> versions = new HashMap<>();
            rows.forEach(row -> versions.put(row.getString(0), row.getInteger(1)));
            return versions;
        });
    }

    @Override
    public Uni<Optional<PublishedModel>> load(String kind, int version) {
        return pool.preparedQuery(LOAD)
                .execute(Tuple.of(kind, version))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(model(kind, version, rows.iterator().next())));
    }

    private static PublishedModel model(String kind, int version, Row row) {
        byte[] payload = row.getBuffer(0).getBytes();
        if (!Checksum.of(payload).equals(row.getString(2))) {
            throw new IllegalStateException("model " + kind + " " + version + " is not what was saved");
        }
        return new PublishedModel(
                kind, version, payload, CardMessages.card(row.getBuffer(1).getBytes()));
    }

    @Override
    public Uni<Optional<ModelVersion>> publish(String kind, int version, String actor) {
        return pool.withTransaction(connection -> new Publication(connection, kind, actor).publish(version));
    }

    @Override
    public Uni<Optional<ModelVersion>> rollBack(String kind, int version, String actor) {
        return pool.withTransaction(connection -> new Publication(connection, kind, actor).rollBack(version));
    }

    @Override
    public Uni<Void> saveDrift(String kind, int version, Map<String, Double> populationStability) {
        return pool.preparedQuery(SAVE_DRIFT)
                .execute(Tuple.of(kind, version, ModelRows.json(populationStability)))
                .replaceWithVoid();
    }

    /** Notes that something was done to a model. */
    static Uni<Void> note(SqlConnection connection, String kind, int version, ModelChange.Action action, String actor) {
        return connection
                .preparedQuery("insert into model_change (kind, version, action, actor) values ($1, $2, $3, $4)")
                .execute(Tuple.of(kind, version, action.name(), actor))
                .replaceWithVoid();
    }
}
