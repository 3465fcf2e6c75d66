package io.zugabe.segmentation.log.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.v1.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A log from before there were months goes on. */
class LogByMonthMigrationTest {

    private final OwnLog own = new OwnLog();

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void events_fromBefore_areReadAndStayIdempotent() {
        Event old = Events.view("c-1", "p-1");
        own.migrate("2");
        own.sql("""
                insert into event_log (position, event_id, event_time, subject, kind, payload)
                values (7, '%s', now(), 'c-1', 10, 'old');
                update log_head set end_position = 7, events = 1""".formatted(old.getEventId()));
        own.migrate("3").at(Instant.now());
        assertEquals(0, own.append(old).fresh().cardinality());
        own.at(Instant.parse("2031-01-10T00:00:00Z")).append(Events.view("c-1", "p-2"));
        List<LoggedEvent> events = OwnLog.read(own.log(Optional.empty()), 0, Set.of(), 10);
        assertEquals(List.of(7L, 8L), events.stream().map(LoggedEvent::position).toList());
        assertEquals(1, own.number("select count(*) from event_log_y2031m01"));
    }
}
