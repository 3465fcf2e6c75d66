package io.zugabe.segmentation.privacy.adapter;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.ErasureStore;
import io.zugabe.segmentation.privacy.domain.Erasure;
import io.zugabe.segmentation.privacy.domain.PendingErasure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Erasures in PostgreSQL. */
@ApplicationScoped
class PgErasures implements ErasureStore {

    private static final String COLUMNS =
            "number, id, actor, create_time, complete_time, subjects, events, archived_events, other_rows";

    private static final String NOTE = """
            insert into erasure (id, actor, subject_keys, subjects) values ($1, $2, $3, 0)
            on conflict (id) do nothing""";

    /** Nobody appends meanwhile, so nothing of the person comes between the search and its end. */
    private static final String LOCK_LOG = "select end_position from log_head for update";

    private static final String ERASE_EVENTS = "delete from event_log where subject = any ($1)";

    /** By digests, so that late statements about them are recognised. */
    private static final String REMEMBER = """
            insert into erased_subject (digest, erase_time)
            select sha256(convert_to(log_id::text || chr(10) || key, 'UTF8')), now()
            from log_head, unnest($1::text[]) as key
            on conflict (digest) do update set erase_time = excluded.erase_time""";

    private static final String COUNT_EVENTS = "update log_head set events = events - $1";

    /** A projection that has read the events but not written them yet starts its run again; none writes meanwhile. */
    private static final String INTERRUPT_PROJECTIONS = "update projection set erasures = erasures + 1";

    private static final String COUNT = """
            update erasure set events = $2, other_rows = $3, subject_keys = $4, subjects = cardinality($4::text[])
            where id = $1""";

    private static final String COMPLETE = """
            update erasure set complete_time = now(), subject_keys = null, archived_events = archived_events + $2,
                other_rows = other_rows + $3
            where id = $1 and complete_time is null""";

    private static final String PENDING = """
            select id, subject_keys, create_time from erasure where complete_time is null order by number limit $1""";

    private static final String FIND = "select " + COLUMNS + " from erasure where id = $1";

    private static final String LIST =
            "select " + COLUMNS + " from erasure where number < $1 order by number desc limit $2";

    private final Pool pool;
    private final LoggedPeople people;

    PgErasures(Pool pool, LoggedPeople people) {
        this.pool = pool;
        this.people = people;
    }

    @Override
    public Uni<Erased> erase(UUID id, Subject subject, String actor) {
        return people.unread()
                .chain(unread -> pool.withTransaction(connection -> connection
                        .preparedQuery(NOTE)
                        .execute(Tuple.of(id, actor).addArrayOfString(keys(Set.of(subject))))
                        .chain(noted -> noted.rowCount() == 0
                                ? Uni.createFrom().item(Set.<Subject>of())
                                : erase(connection, id, subject, unread))
                        .chain(person -> connection
                                .preparedQuery(FIND)
                                .execute(Tuple.of(id))
                                .map(found ->
                                        new Erased(erasure(found.iterator().next()), person)))));
    }

    private Uni<Set<Subject>> erase(SqlConnection connection, UUID id, Subject subject, LoggedPeople.Unread unread) {
        return connection
                .preparedQuery(LOCK_LOG)
                .execute()
                .call(() -> connection.preparedQuery(INTERRUPT_PROJECTIONS).execute())
                .chain(() -> people.same(connection, subject, unread))
                .call(person -> erase(connection, id, keys(person)));
    }

    private static Uni<Void> erase(SqlConnection connection, UUID id, String[] keys) {
        return connection
                .preparedQuery(ERASE_EVENTS)
                .execute(parameter(keys))
                .map(RowSet::rowCount)
                .call(events -> connection.preparedQuery(COUNT_EVENTS).execute(Tuple.of((long) events)))
                .call(() -> connection.preparedQuery(REMEMBER).execute(parameter(keys)))
                .chain(events -> delete(connection, PersonalRows.all(), PersonalRows::delete, keys)
                        .chain(rows -> connection
                                .preparedQuery(COUNT)
                                .execute(Tuple.of(id, (long) events, rows).addArrayOfString(keys))))
                .replaceWithVoid();
    }

    private static Uni<Long> delete(
            SqlConnection connection, List<PersonalRows> tables, Function<PersonalRows, String> sql, String[] keys) {
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToUniAndConcatenate(
                        rows -> connection.preparedQuery(sql.apply(rows)).execute(parameter(keys)))
                .collect()
                .with(Collectors.summingLong(RowSet::rowCount));
    }

    @Override
    public Uni<Long> sweep(Set<Subject> subjects) {
        return pool.withTransaction(connection ->
                delete(connection, PersonalRows.writtenLater(), PersonalRows::deleteWithoutEvents, keys(subjects)));
    }

    @Override
    public Uni<Void> complete(UUID id, long archivedEvents, long rows) {
        return pool.preparedQuery(COMPLETE)
                .execute(Tuple.of(id, archivedEvents, rows))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<PendingErasure>> pending(int most) {
        return pool.preparedQuery(PENDING)
                .execute(Tuple.of(most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgErasures::pending)
                        .toList());
    }

    @Override
    public Uni<Optional<Erasure>> find(UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgErasures::erasure)
                        .findFirst());
    }

    @Override
    public Uni<List<Erasure>> list(PageRequest page) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(Downwards.from(page), page.size() + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgErasures::erasure)
                        .toList());
    }

    private static PendingErasure pending(Row row) {
        Set<Subject> subjects =
                Arrays.stream(row.getArrayOfStrings(1)).map(Subject::ofKey).collect(Collectors.toSet());
        return new PendingErasure(
                row.getUUID(0), subjects, row.getOffsetDateTime(2).toInstant());
    }

    private static Erasure erasure(Row row) {
        return new Erasure(
                row.getLong(0),
                row.getUUID(1),
                row.getString(2),
                row.getOffsetDateTime(3).toInstant(),
                Optional.ofNullable(row.getOffsetDateTime(4)).map(OffsetDateTime::toInstant),
                row.getInteger(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }

    private static Tuple parameter(String[] keys) {
        return Tuple.tuple().addArrayOfString(keys);
    }

    private static String[] keys(Set<Subject> subjects) {
        return subjects.stream().map(Subject::key).sorted().toArray(String[]::new);
    }
}
