package io.zugabe.segmentation.model.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.model.domain.ModelChange.Action;
import io.zugabe.segmentation.model.domain.ModelState;
import io.zugabe.segmentation.model.domain.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes what is in force of one kind, within a transaction and alone. */
final class Publication {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('model ' || $1, 0))";

    private static final String FIND =
            "select " + ModelRows.VERSION + " from model where kind = $1 and (version = $2 or state = 'PUBLISHED')";

    private static final String RETIRE =
            "update model set state = 'RETIRED' where kind = $1 and state = 'PUBLISHED' and version <> $2";

    private static final String PUBLISH = """
            update model set state = 'PUBLISHED', publish_time = statement_timestamp(), replaced_version = $3
            where kind = $1 and version = $2""";

    /** What was taken back is not what an earlier version replaced: taking back goes on backwards. */
    private static final String RESTORE = """
            update model set state = 'PUBLISHED', publish_time = statement_timestamp(),
                replaced_version = nullif(replaced_version, $3)
            where kind = $1 and version = $2""";

    private final SqlConnection connection;
    private final String kind;
    private final String actor;

    Publication(SqlConnection connection, String kind, String actor) {
        this.connection = connection;
        this.kind = kind;
        this.actor = actor;
    }

    Uni<Optional<ModelVersion>> publish(int version) {
        return models(version).chain(models -> {
            Optional<ModelVersion> wanted = version(models, version);
            if (wanted.isEmpty() || wanted.get().state() == ModelState.PUBLISHED) {
                return Uni.createFrom().item(wanted);
            }
            if (!wanted.get().publishable()) {
                throw ZugabeException.of(
                        SegmentationReason.MODEL_NOT_EARNED,
                        "version " + version + " of " + kind + " may not be published; its card says why",
                        Map.of("kind", kind, "version", String.valueOf(version)));
            }
            Integer replaced = inForce(models).map(ModelVersion::version).orElse(null);
            return update(RETIRE, Tuple.of(kind, version))
                    .chain(() -> update(PUBLISH, Tuple.of(kind, version, replaced)))
                    .chain(() -> PostgresModels.note(connection, kind, version, Action.PUBLISHED, actor))
                    .chain(() -> models(version))
                    .map(Publication::inForce);
        });
    }

    Uni<Optional<ModelVersion>> rollBack(int version) {
        return models(version).chain(models -> {
            ModelVersion taken = version(models, version)
                    .orElseThrow(() -> ZugabeException.of(
                            SegmentationReason.MODEL_NOT_FOUND,
                            "there is no version " + version + " of \"" + kind + "\"",
                            Map.of("kind", kind)));
            Optional<ModelVersion> inForce = inForce(models);
            int current = inForce.map(ModelVersion::version).orElse(0);
            if (taken.state() == ModelState.RETIRED && current == taken.replacedVersion()) {
                return Uni.createFrom().item(inForce);
            }
            if (current != version) {
                throw ZugabeException.of(
                        SegmentationReason.MODEL_NOT_PUBLISHED,
                        current == 0
                                ? "no version of \"" + kind + "\" is in force"
                                : "version " + current + " of " + kind + " is in force, not " + version,
                        Map.of("kind", kind, "version_in_force", String.valueOf(current)));
            }
            return takeBack(taken);
        });
    }

    private Uni<Optional<ModelVersion>> takeBack(ModelVersion taken) {
        int version = taken.version();
        int restored = taken.replacedVersion();
        Uni<Void> done = update(RETIRE, Tuple.of(kind, 0))
                .chain(() -> PostgresModels.note(connection, kind, version, Action.ROLLED_BACK, actor));
        if (restored == 0) {
            return done.replaceWith(Optional.empty());
        }
        return done.chain(() -> update(RESTORE, Tuple.of(kind, restored, version)))
                .chain(() -> PostgresModels.note(connection, kind, restored, Action.RESTORED, actor))
                .chain(() -> models(restored))
                .map(Publication::inForce);
    }

    private Uni<List<ModelVersion>> models(int version) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(kind))
                .chain(() -> connection.preparedQuery(FIND).execute(Tuple.of(kind, version)))
                .map(ModelRows::versions);
    }

    private Uni<RowSet<Row>> update(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values);
    }

    private static Optional<ModelVersion> version(List<ModelVersion> models, int version) {
        return models.stream().filter(model -> model.version() == version).findFirst();
    }

    private static Optional<ModelVersion> inForce(List<ModelVersion> models) {
        return models.stream()
                .filter(model -> model.state() == ModelState.PUBLISHED)
                .findFirst();
    }
}
