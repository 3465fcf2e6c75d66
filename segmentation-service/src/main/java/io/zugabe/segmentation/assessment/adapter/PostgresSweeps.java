package io.zugabe.segmentation.assessment.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.assessment.Sweeps;
import io.zugabe.segmentation.assessment.domain.Sweep;
import io.zugabe.segmentation.log.domain.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sweep in PostgreSQL. */
@ApplicationScoped
class PostgresSweeps implements Sweeps {

    private static final String READ =
            "select requested, reason, serving, key, done, total, start_time, end_time from assessment_sweep";

    private static final String REQUEST = """
            with asked as (
                insert into sweep_cause (cause, reason) values ($1, $2)
                on conflict (cause) do update set reason = excluded.reason
                    where sweep_cause.reason <> excluded.reason
                returning cause)
            update assessment_sweep set requested = requested + 1, reason = $1 || ' ' || $2
            where exists (select from asked)""";

    /** The number of profiles is the planner's estimate: counting a million takes longer than it is worth. */
    private static final String BEGIN = """
            update assessment_sweep set serving = requested, leased_until = null, key = '', done = 0, start_time = now(), end_time = null,
                total = (select greatest(reltuples, 0)::bigint from pg_class where oid = 'profile'::regclass)
            where serving = $1 and start_time is not distinct from $2 and (start_time is null or end_time is not null)""";

    /** Who dies meanwhile is replaced when the time is over; who takes longer for a part does it twice at worst. */
    private static final String CLAIM = """
            update assessment_sweep set worker = $3, leased_until = now() + interval '1 minute'
            where serving = $1 and key = $2 and end_time is null
                and (worker is not distinct from $3 or leased_until is null or leased_until < now())""";

    private static final String NEXT = """
            select p.subject from profile p left join identity_member i on i.subject = p.subject
            where p.subject > $1 and (i.subject is null or i.canonical = i.subject)
            order by p.subject limit $2""";

    private static final String ADVANCE = """
            update assessment_sweep set key = $3, done = done + $4, total = greatest(total, done + $4)
            where serving = $1 and key = $2 and end_time is null""";

    private static final String END = """
            update assessment_sweep set end_time = now(), total = done
            where serving = $1 and key = $2 and end_time is null""";

    private final Pool pool;
    private final UUID worker = UUID.randomUUID();

    PostgresSweeps(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Sweep> read() {
        return pool.preparedQuery(READ)
                .execute()
                .map(rows -> sweep(rows.iterator().next()));
    }

    private static Sweep sweep(Row row) {
        return new Sweep(
                row.getLong(0),
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                instant(row.getOffsetDateTime(6)),
                instant(row.getOffsetDateTime(7)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    @Override
    public Uni<Void> request(String cause, String reason) {
        return execute(REQUEST, Tuple.of(cause, reason));
    }

    @Override
    public Uni<Void> begin(Sweep before) {
        Instant start = before.start();
        return execute(BEGIN, Tuple.of(before.serving(), start == null ? null : start.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public Uni<Boolean> claim(Sweep sweep) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(sweep.serving(), sweep.key(), worker))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<List<Subject>> next(Sweep sweep, int most) {
        return pool.preparedQuery(NEXT).execute(Tuple.of(sweep.key(), most)).map(rows -> {
            List<Subject> subjects = new ArrayList<>(rows.size());
            rows.forEach(row -> subjects.add(Subject.ofKey(row.getString(0))));
            return subjects;
        });
    }

    @Override
    public Uni<Void> advance(Sweep from, List<Subject> done) {
        return execute(
                ADVANCE, Tuple.of(from.serving(), from.key(), done.getLast().key(), (long) done.size()));
    }

    @Override
    public Uni<Void> end(Sweep sweep) {
        return execute(END, Tuple.of(sweep.serving(), sweep.key()));
    }

    private Uni<Void> execute(String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters).replaceWithVoid();
    }
}
