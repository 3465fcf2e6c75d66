package io.zugabe.segmentation.model.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.model.Trained;
import io.zugabe.segmentation.model.TrainingRuns;
import io.zugabe.segmentation.model.domain.ModelChange.Action;
import io.zugabe.segmentation.model.domain.TrainingRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Training runs in PostgreSQL. */
@ApplicationScoped
class PostgresTrainingRuns implements TrainingRuns {

    private static final String QUEUE = """
            insert into training_run (run_id, kind, parameters, keep_candidate, state, actor)
            select $1, $2, $3, $4, 'QUEUED', $5
            where (select count(*) from training_run where state = 'QUEUED') < $6
            on conflict do nothing""";

    private static final String QUEUE_DAILY = """
            insert into training_run (run_id, kind, parameters, keep_candidate, state, actor, scheduled_day)
            values ($1, $2, $3, $4, 'QUEUED', $5, $6) on conflict do nothing""";

    private static final String LAST_PARAMETERS = """
            select parameters from training_run where kind = $1 and state = 'SUCCEEDED'
            order by create_time desc limit 1""";

    private static final String FIND = "select " + TrainingRunRows.RUN + " from training_run where run_id = $1";

    private static final String CANCEL = """
            update training_run set cancel_requested = true,
                state = case when state = 'QUEUED' then 'CANCELLED' else state end,
                end_time = case when state = 'QUEUED' then statement_timestamp() else end_time end
            where run_id = $1 and state in ('QUEUED', 'RUNNING')""";

    private static final String REPORT = """
            update training_run set progress = $2, step = $3
            where run_id = $1 and state = 'RUNNING' and not cancel_requested""";

    private static final String NEXT_VERSION = "select coalesce(max(version), 0) + 1 from model where kind = $1";

    private static final String SAVE = """
            insert into model (kind, version, state, publishable, checksum, payload, card)
            values ($1, $2, 'CANDIDATE', $3, $4, $5, $6)""";

    /** Keeps what is in force, what it replaced, and the newest 30. */
    private static final String PRUNE = """
            delete from model where kind = $1 and version <= $2 - 30 and state <> 'PUBLISHED' and version not in
                (select replaced_version from model
                 where kind = $1 and state = 'PUBLISHED' and replaced_version is not null)""";

    private static final String SUCCEED = """
            update training_run set state = 'SUCCEEDED', progress = 1, step = '', model_version = $2,
                end_time = statement_timestamp()
            where run_id = $1 and state = 'RUNNING'""";

    private static final String END = """
            update training_run set state = $2, failure = $3, step = '', end_time = statement_timestamp()
            where run_id = $1 and state = 'RUNNING'""";

    private static final String FORGET =
            "delete from training_run where end_time < statement_timestamp() - interval '90 days'";

    private final Pool pool;

    PostgresTrainingRuns(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<TrainingRun>> queue(UUID id, Request request, int mostWaiting) {
        return pool.preparedQuery(QUEUE)
                .execute(values(id, request).addValue(mostWaiting))
                .chain(() -> find(id));
    }

    @Override
    public Uni<Void> queueDaily(UUID id, Request request, LocalDate day) {
        return pool.preparedQuery(QUEUE_DAILY)
                .execute(values(id, request).addValue(day))
                .replaceWithVoid();
    }

    private static Tuple values(UUID id, Request request) {
        return Tuple.of(
                id, request.kind(), ModelRows.json(request.parameters()), request.keepCandidate(), request.actor());
    }

    @Override
    public Uni<Optional<Map<String, String>>> lastParameters(String kind) {
        return pool.preparedQuery(LAST_PARAMETERS)
                .execute(Tuple.of(kind))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(ModelRows.texts(
                                (JsonObject) rows.iterator().next().getJson(0))));
    }

    @Override
    public Uni<Optional<TrainingRun>> find(UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(TrainingRunRows::first);
    }

    @Override
    public Uni<Optional<TrainingRun>> cancel(UUID id) {
        return pool.preparedQuery(CANCEL).execute(Tuple.of(id)).chain(() -> find(id));
    }

    @Override
    public Uni<Boolean> report(UUID id, double progress, String step) {
        return pool.preparedQuery(REPORT).execute(Tuple.of(id, progress, step)).map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Optional<Claim>> claim() {
        return TrainingLock.claim(pool);
    }

    @Override
    public Uni<Integer> succeed(TrainingRun run, Trained trained) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(NEXT_VERSION)
                .execute(Tuple.of(run.kind()))
                .chain(rows -> {
                    int version = rows.iterator().next().getInteger(0);
                    return connection
                            .preparedQuery(SUCCEED)
                            .execute(Tuple.of(run.id(), version))
                            .chain(ended -> ended.rowCount() == 1
                                    ? save(connection, run, version, trained)
                                    : Uni.createFrom().item(0));
                }));
    }

    private static Uni<Integer> save(SqlConnection connection, TrainingRun run, int version, Trained trained) {
        Tuple values = Tuple.of(
                run.kind(),
                version,
                trained.card().decision().publishable(),
                Checksum.of(trained.payload()),
                Buffer.buffer(trained.payload()),
                Buffer.buffer(CardMessages.message(trained.card(), Map.of()).toByteArray()));
        return connection
                .preparedQuery(SAVE)
                .execute(values)
                .chain(() -> PostgresModels.note(connection, run.kind(), version, Action.TRAINED, run.actor()))
                .chain(() -> connection.preparedQuery(PRUNE).execute(Tuple.of(run.kind(), version)))
                .replaceWith(version);
    }

    @Override
    public Uni<Void> end(UUID id, TrainingRun.State state, String failure) {
        return pool.preparedQuery(END)
                .execute(Tuple.of(id, state.name(), failure))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forget() {
        return pool.preparedQuery(FORGET).execute().replaceWithVoid();
    }
}
