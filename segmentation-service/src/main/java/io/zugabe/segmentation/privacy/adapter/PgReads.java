package io.zugabe.segmentation.privacy.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.LogStatus;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.ReadLog;
import io.zugabe.segmentation.privacy.domain.ProfileRead;
import io.zugabe.segmentation.privacy.domain.SubjectDigest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads in PostgreSQL. */
@ApplicationScoped
class PgReads implements ReadLog {

    private static final String APPEND = """
            insert into profile_read (read_time, actor, call, subject_digest)
            select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::bytea[])""";

    /** One call about several ids of a person has a row for each, all of one time: it is one read. */
    private static final String LIST = """
            select max(number) as latest, read_time, actor, call from profile_read
            where subject_digest = any ($1)
            group by read_time, actor, call having max(number) < $2 order by latest desc limit $3""";

    private static final String FORGET = """
            delete from profile_read where number in (
                select number from profile_read where read_time < $1 limit $2)""";

    private final Pool pool;
    private final EventLog log;

    PgReads(Pool pool, EventLog log) {
        this.pool = pool;
        this.log = log;
    }

    @Override
    public Uni<Void> append(Collection<Entry> entries) {
        return log.status()
                .map(LogStatus::logId)
                .chain(logId -> pool.preparedQuery(APPEND).execute(columns(logId, entries)))
                .replaceWithVoid();
    }

    private static Tuple columns(UUID logId, Collection<Entry> entries) {
        int size = entries.size();
        OffsetDateTime[] times = new OffsetDateTime[size];
        String[] actors = new String[size];
        String[] calls = new String[size];
        Buffer[] digests = new Buffer[size];
        int i = 0;
        for (Entry entry : entries) {
            times[i] = entry.read().time().atOffset(ZoneOffset.UTC);
            actors[i] = entry.read().actor();
            calls[i] = entry.read().call();
            digests[i] = Buffer.buffer(SubjectDigest.of(logId, entry.subject()));
            i++;
        }
        return Tuple.tuple()
                .addArrayOfOffsetDateTime(times)
                .addArrayOfString(actors)
                .addArrayOfString(calls)
                .addValue(digests);
    }

    @Override
    public Uni<List<Numbered>> list(Set<Subject> subjects, PageRequest page) {
        return log.status().map(LogStatus::logId).chain(logId -> list(digests(logId, subjects), page));
    }

    private Uni<List<Numbered>> list(Buffer[] digests, PageRequest page) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.tuple()
                        .addValue(digests)
                        .addLong(Downwards.from(page))
                        .addInteger(page.size() + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgReads::numbered)
                        .toList());
    }

    @Override
    public Uni<Integer> forgetBefore(Instant time, int most) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(time.atOffset(ZoneOffset.UTC), most))
                .map(rows -> rows.rowCount());
    }

    private static Buffer[] digests(UUID logId, Set<Subject> subjects) {
        return subjects.stream()
                .map(subject -> Buffer.buffer(SubjectDigest.of(logId, subject)))
                .toArray(Buffer[]::new);
    }

    private static Numbered numbered(Row row) {
        return new Numbered(
                row.getLong(0),
                new ProfileRead(row.getOffsetDateTime(1).toInstant(), row.getString(2), row.getString(3)));
    }
}
