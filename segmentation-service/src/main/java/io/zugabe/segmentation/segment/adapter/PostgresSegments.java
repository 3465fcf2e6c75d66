package io.zugabe.segmentation.segment.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.segment.SegmentStore;
import io.zugabe.segmentation.segment.domain.SegmentChange;
import io.zugabe.segmentation.segment.domain.SegmentState;
import io.zugabe.segmentation.segment.domain.SegmentVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Segments in PostgreSQL. */
@ApplicationScoped
class PostgresSegments implements SegmentStore {

    private static final String VERSION_COLUMNS =
            "v.version, v.definition, v.author, v.create_time, v.publish_time, v.replaced_version";

    private static final String IN_FORCE = "select " + VERSION_COLUMNS + """
             from segment s join segment_version v on v.segment_id = s.segment_id and v.version = s.in_force
            order by s.segment_id""";

    /** A row for each version of a segment that matters. */
    private static final String STATES = """
            select s.segment_id, s.archived, s.in_force, s.draft, s.last_version, s.revision,
                s.create_time as segment_create_time, s.update_time, """ + " " + VERSION_COLUMNS + """
             from (select * from segment where %s) s
            left join segment_version i on i.segment_id = s.segment_id and i.version = s.in_force
            left join segment_version v on v.segment_id = s.segment_id
                and v.version in (s.in_force, s.draft, i.replaced_version)
            order by s.segment_id""";

    private static final String FIND = STATES.formatted("segment_id = $1");
    private static final String LIST =
            STATES.formatted("segment_id > $1 and ($3 or not archived) order by segment_id limit $2");

    private static final String SAVE = """
            insert into segment (segment_id, archived, in_force, draft, last_version, revision, create_time, update_time)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (segment_id) do update set archived = excluded.archived, in_force = excluded.in_force,
                draft = excluded.draft, last_version = excluded.last_version, revision = excluded.revision,
                update_time = excluded.update_time""";

    private static final String SAVE_VERSION = """
            insert into segment_version
                (segment_id, version, definition, author, create_time, publish_time, replaced_version)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (segment_id, version) do update set definition = excluded.definition,
                author = excluded.author, publish_time = excluded.publish_time,
                replaced_version = excluded.replaced_version""";

    private static final String NOTE = """
            insert into segment_change (change_time, actor, call_id, action, segment_id, version, detail)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    private static final String CHANGES = """
            select * from segment_change where ($1 = '' or segment_id = $1) and id < $2 order by id desc limit $3""";

    private final Pool pool;

    PostgresSegments(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<SegmentVersion>> inForce() {
        return pool.query(IN_FORCE).execute().map(rows -> {
            List<SegmentVersion> versions = new ArrayList<>();
            rows.forEach(row -> versions.add(SegmentRows.version(row)));
            return versions;
        });
    }

    @Override
    public Uni<Optional<SegmentState>> find(String segmentId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(segmentId))
                .map(rows -> SegmentRows.states(rows).stream().findFirst());
    }

    @Override
    public Uni<List<SegmentState>> list(String after, int most, boolean archivedToo) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(after, most, archivedToo))
                .map(SegmentRows::states);
    }

    @Override
    public Uni<Long> count() {
        return pool.query("select count(*) from segment")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public <T> Uni<T> change(String segmentId, Function<Optional<SegmentState>, Uni<Write<T>>> decide) {
        return pool.withTransaction(transaction -> RuleRevisionRow.lock(transaction)
                .chain(() -> transaction.preparedQuery(FIND).execute(Tuple.of(segmentId)))
                .map(rows -> SegmentRows.states(rows).stream().findFirst())
                .chain(decide::apply)
                .call(write -> save(transaction, write))
                .map(Write::answer));
    }

    private static Uni<Void> save(SqlConnection transaction, Write<?> write) {
        if (write.next().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        SegmentState state = write.next().get();
        List<Tuple> versions = Stream.concat(state.inForce().stream(), state.draft().stream())
                .map(SegmentRows::columns)
                .toList();
        List<Tuple> notes = write.changes().stream().map(SegmentRows::columns).toList();
        return transaction
                .preparedQuery(SAVE)
                .execute(SegmentRows.columns(state))
                .call(() -> versions.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transaction.preparedQuery(SAVE_VERSION).executeBatch(versions))
                .call(() -> transaction.preparedQuery(NOTE).executeBatch(notes))
                .chain(() -> write.inForceChanges()
                        ? RuleRevisionRow.advance(transaction)
                        : Uni.createFrom().voidItem());
    }

    @Override
    public Uni<List<SegmentChange>> changes(String segmentId, long before, int most) {
        return pool.preparedQuery(CHANGES)
                .execute(Tuple.of(segmentId, before, most))
                .map(rows -> {
                    List<SegmentChange> changes = new ArrayList<>();
                    rows.forEach(row -> changes.add(SegmentRows.change(row)));
                    return changes;
                });
    }
}
