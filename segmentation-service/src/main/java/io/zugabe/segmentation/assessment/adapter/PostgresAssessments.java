package io.zugabe.segmentation.assessment.adapter;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.assessment.AssessmentStore;
import io.zugabe.segmentation.assessment.domain.Assessed;
import io.zugabe.segmentation.log.domain.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Assessments in PostgreSQL. */
@ApplicationScoped
class PostgresAssessments implements AssessmentStore {

    private static final String BEGIN =
            "select nextval('assessment_revision'), erasures from projection where name = 'assessments'";

    /** Lets nobody be erased until the transaction ends. */
    private static final String UNLESS_ERASED =
            "select 1 from projection where name = 'assessments' and erasures = $1 for share";

    private static final String PROGRESS =
            "select position, cached_position from projection where name = 'assessments'";

    private static final String ADVANCE = """
            update projection set position = $2, cached_position = greatest(cached_position, $3)
            where name = 'assessments' and position = $1""";

    /** The last position looked at comes as a row of its own, without a subject. */
    private static final String CHANGED = """
            with run as (
                select position, subject from event_log
                where position > $1 and position <= $2 order by position limit $3),
            reached as (select case when count(*) < $3 then $2 else max(position) end as position from run)
            select subject, 0 as position from run
            union
            select i.subject, 0 from reached r
            join identity_member i on i.changed > $1 and i.changed <= r.position
            union
            select '', position from reached""";

    private static final String ASSESSED_AFTER = """
            select subject, revision > $1 from assessed where subject > $2 order by subject limit $3""";

    private static final String SAVE = """
            insert into assessed as a (subject, revision, version, assess_time, features, message)
            select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::timestamptz[], $5::bytea[], $6::bytea[])
            on conflict (subject) do update
            set revision = excluded.revision, version = excluded.version, assess_time = excluded.assess_time,
                features = excluded.features, message = excluded.message
            where a.revision < excluded.revision
            returning subject""";

    private static final String LEAVE = """
            delete from segment_membership m
            where m.subject = any ($1) and not exists (
                select from unnest($2::text[], $3::text[]) as n (subject, segment_id)
                where n.subject = m.subject and n.segment_id = m.segment_id)""";

    private static final String ENTER = """
            insert into segment_membership as m (subject, segment_id, segment_version, since_time)
            select * from unnest($1::text[], $2::text[], $3::integer[], $4::timestamptz[])
            on conflict (subject, segment_id) do update set segment_version = excluded.segment_version
            where m.segment_version <> excluded.segment_version""";

    private static final String DISSOLVE = "delete from assessed where subject = any ($1)";

    private final Pool pool;

    PostgresAssessments(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Start> begin() {
        return pool.preparedQuery(BEGIN).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Start(row.getLong(0), row.getLong(1));
        });
    }

    @Override
    public Uni<Progress> progress() {
        return pool.preparedQuery(PROGRESS).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Progress(row.getLong(0), row.getLong(1));
        });
    }

    @Override
    public Uni<Boolean> advance(long from, Progress to) {
        return pool.preparedQuery(ADVANCE)
                .execute(Tuple.of(from, to.position(), to.cachedRevision()))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Run> changed(long after, long upTo, int most) {
        return pool.preparedQuery(CHANGED).execute(Tuple.of(after, upTo, most)).map(rows -> run(rows, upTo));
    }

    private static Run run(RowSet<Row> rows, long upTo) {
        List<Subject> subjects = new ArrayList<>(rows.size());
        long position = upTo;
        for (Row row : rows) {
            String key = row.getString(0);
            if (!key.isEmpty()) {
                subjects.add(Subject.ofKey(key));
            } else if (row.getLong(1) > 0) {
                position = row.getLong(1);
            }
        }
        return new Run(subjects, position);
    }

    @Override
    public Uni<Page> assessedAfter(long revision, String key, int most) {
        return pool.preparedQuery(ASSESSED_AFTER)
                .execute(Tuple.of(revision, key, most))
                .map(PostgresAssessments::page);
    }

    private static Page page(RowSet<Row> rows) {
        List<Subject> subjects = new ArrayList<>();
        Optional<String> lastKey = Optional.empty();
        for (Row row : rows) {
            lastKey = Optional.of(row.getString(0));
            if (row.getBoolean(1)) {
                subjects.add(Subject.ofKey(row.getString(0)));
            }
        }
        return new Page(subjects, lastKey);
    }

    @Override
    public Uni<Boolean> save(Start start, Collection<Assessed> assessed, Set<Subject> dissolved) {
        return Uni.createFrom()
                .item(() -> new AssessmentRows(assessed))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(rows -> pool.withTransaction(connection -> connection
                        .preparedQuery(UNLESS_ERASED)
                        .execute(Tuple.of(start.erasures()))
                        .chain(same -> same.size() == 1
                                ? save(connection, rows, dissolved)
                                : Uni.createFrom().item(false))));
    }

    private static Uni<Boolean> save(SqlConnection connection, AssessmentRows rows, Set<Subject> dissolved) {
        return save(connection, rows)
                .chain(() -> dissolve(connection, dissolved))
                .replaceWith(true);
    }

    private static Uni<Void> save(SqlConnection connection, AssessmentRows rows) {
        if (rows.none()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(SAVE)
                .execute(rows.assessments())
                .map(PostgresAssessments::keys)
                .chain(saved -> connection
                        .preparedQuery(LEAVE)
                        .execute(rows.kept(saved))
                        .chain(() -> connection.preparedQuery(ENTER).execute(rows.memberships(saved))))
                .replaceWithVoid();
    }

    private static Set<String> keys(RowSet<Row> rows) {
        Set<String> keys = new HashSet<>();
        rows.forEach(row -> keys.add(row.getString(0)));
        return keys;
    }

    private static Uni<Void> dissolve(SqlConnection connection, Set<Subject> dissolved) {
        if (dissolved.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] keys = dissolved.stream().map(Subject::key).sorted().toArray(String[]::new);
        Tuple gone = Tuple.tuple().addArrayOfString(keys);
        return connection
                .preparedQuery(DISSOLVE)
                .execute(gone)
                .chain(() -> connection
                        .preparedQuery(LEAVE)
                        .execute(Tuple.tuple()
                                .addArrayOfString(keys)
                                .addArrayOfString(new String[0])
                                .addArrayOfString(new String[0])))
                .replaceWithVoid();
    }
}
