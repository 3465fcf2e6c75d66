package io.zugabe.segmentation.privacy.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.EventArchives;
import io.zugabe.segmentation.privacy.PersonalEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The events of one person in the log: first those of months in archives, then those in the database. */
@ApplicationScoped
class PgPersonalEvents implements PersonalEvents {

    /** The first column says up to where the log is no longer here, in the same snapshot as the events. */
    private static final String READ = """
            select kept.after, read.position, read.append_time, read.payload
            from (select coalesce(max(until_position), 0) as after from log_segment where dropped) as kept
            left join lateral (
                select position, append_time, payload from event_log
                where subject = any ($1) and position > $2 order by position limit $3
            ) as read on true
            order by read.position""";

    private final Pool pool;
    private final EventArchives archives;

    PgPersonalEvents(Pool pool, EventArchives archives) {
        this.pool = pool;
        this.archives = archives;
    }

    @Override
    public Uni<Part> read(Set<Subject> subjects, long after, EventLog.Most most) {
        String[] keys = subjects.stream().map(Subject::key).toArray(String[]::new);
        return pool.preparedQuery(READ)
                .execute(Tuple.tuple().addArrayOfString(keys).addLong(after).addInteger(most.events()))
                .chain(rows -> after < rows.iterator().next().getLong(0)
                        ? archives.read(subjects, after, most).map(page -> new Part(page, false))
                        : Uni.createFrom().item(() -> part(rows, after, most)));
    }

    private static Part part(RowSet<Row> rows, long after, EventLog.Most most) {
        List<LoggedEvent> events = new ArrayList<>(rows.size());
        long bytes = 0;
        for (Row row : rows) {
            if (row.getLong(1) == null) {
                break;
            }
            byte[] payload = row.getBuffer(3).getBytes();
            bytes += payload.length;
            events.add(new LoggedEvent(
                    row.getLong(1),
                    row.getOffsetDateTime(2).toInstant(),
                    ByteBuffer.wrap(payload).asReadOnlyBuffer()));
            if (bytes >= most.bytes()) {
                break;
            }
        }
        return new Part(
                new LogPage(events, events.isEmpty() ? after : events.getLast().position()), events.isEmpty());
    }
}
