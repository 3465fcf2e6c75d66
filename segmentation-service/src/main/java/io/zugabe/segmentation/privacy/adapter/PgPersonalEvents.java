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
import io.zugabe.segmentation.privacy.PersonalEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The events of one person in the log. */
@ApplicationScoped
class PgPersonalEvents implements PersonalEvents {

    private static final String READ = """
            select position, append_time, payload from event_log
            where subject = any ($1) and position > $2 order by position limit $3""";

    private final Pool pool;

    PgPersonalEvents(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<LogPage> read(Set<Subject> subjects, long after, EventLog.Most most) {
        String[] keys = subjects.stream().map(Subject::key).toArray(String[]::new);
        return pool.preparedQuery(READ)
                .execute(Tuple.tuple().addArrayOfString(keys).addLong(after).addInteger(most.events()))
                .map(rows -> page(rows, after, most));
    }

    private static LogPage page(RowSet<Row> rows, long after, EventLog.Most most) {
        List<LoggedEvent> events = new ArrayList<>(rows.size());
        long bytes = 0;
        for (Row row : rows) {
            byte[] payload = row.getBuffer(2).getBytes();
            bytes += payload.length;
            events.add(new LoggedEvent(
                    row.getLong(0),
                    row.getOffsetDateTime(1).toInstant(),
                    ByteBuffer.wrap(payload).asReadOnlyBuffer()));
            if (bytes >= most.bytes()) {
                break;
            }
        }
        return new LogPage(events, events.isEmpty() ? after : events.getLast().position());
    }
}
