package io.zugabe.segmentation.privacy.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.adapter.OwnLog;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.ExportCustomer;
import io.zugabe.segmentation.privacy.PersonalEvents;
import io.zugabe.segmentation.privacy.ReadLog;
import io.zugabe.segmentation.v1.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person did is found wherever it is kept. */
@Proves("C10")
class PersonalEventsTest {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Set<Subject> ANNA = Set.of(Subject.customer("anna"), Subject.customer("anna-old"));
    private static final int EACH = 20;

    private final OwnLog own = new OwnLog();

    @TempDir
    Path archives;

    /** In each of three months, of every three events one is Anna's, one that of her other account. */
    @BeforeEach
    void fill() {
        own.migrate("12").at(Instant.parse("2031-01-10T00:00:00Z")).append(month());
        own.at(Instant.parse("2031-02-10T00:00:00Z")).append(month());
        own.at(Instant.parse("2031-06-10T00:00:00Z")).append(month());
        own.sql("update projection set position = " + 9 * EACH);
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void copy_ofEventsInArchives_isComplete() {
        List<Long> before = export(events(Optional.of(archives)));
        assertEquals(
                LongStream.rangeClosed(1, 9 * EACH)
                        .filter(position -> position % 3 != 0)
                        .boxed()
                        .toList(),
                before);
        assertEquals(3, own.retire(Optional.of(archives), false));
        assertEquals(3 * EACH, own.number("select count(*) from event_log"));
        assertEquals(before, export(events(Optional.of(archives))));
    }

    @Test
    void copy_duringWhichMonthsLeaveTheDatabase_isComplete() {
        PersonalEvents events = events(Optional.of(archives));
        List<Long> whole = export(events);
        List<Long> found = new ArrayList<>(positions(read(events, 0, 3)));
        own.retire(Optional.of(archives), false);
        long position = found.getLast();
        for (PersonalEvents.Part part = read(events, position, 3); !part.last(); part = read(events, position, 3)) {
            found.addAll(positions(part));
            position = part.page().position();
        }
        assertEquals(whole, found);
    }

    @Test
    void copy_withoutTheArchive_isRefused_notCutShort() {
        own.retire(Optional.of(archives), false);
        ZugabeException refused = assertThrows(ZugabeException.class, () -> export(events(Optional.empty())));
        assertEquals(SegmentationReason.POSITION_ARCHIVED, refused.reason());
    }

    @Test
    void copy_afterMonthsWereDroppedForGood_hasWhatIsLeft() {
        own.retire(Optional.empty(), true);
        assertEquals(2 * EACH, export(events(Optional.empty())).size());
    }

    private PersonalEvents events(Optional<Path> directory) {
        return new PgPersonalEvents(
                own.pool(), new LogArchives(own.log(directory), own.months(), own.archive(directory), own.lock()));
    }

    private static List<Long> export(PersonalEvents events) {
        ExportCustomer export = new ExportCustomer(
                subject -> Uni.createFrom().item(ANNA),
                events,
                new NoReads(),
                (units, dataset, unit, most) -> Uni.createFrom().item(List.of()));
        return export.events(ANNA).collect().asList().await().atMost(LONGEST).stream()
                .map(LoggedEvent::position)
                .toList();
    }

    private static PersonalEvents.Part read(PersonalEvents events, long after, int most) {
        return events.read(ANNA, after, new EventLog.Most(most, 1 << 20))
                .await()
                .atMost(LONGEST);
    }

    private static List<Long> positions(PersonalEvents.Part part) {
        return part.page().events().stream().map(LoggedEvent::position).toList();
    }

    private static Event[] month() {
        List<String> customers = List.of("anna", "anna-old", "bert");
        return IntStream.range(0, 3 * EACH)
                .mapToObj(i -> Events.view(customers.get(i % 3), "p-" + i))
                .toArray(Event[]::new);
    }

    private static final class NoReads implements ReadLog {

        @Override
        public Uni<Void> append(Collection<Entry> entries) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<List<Numbered>> list(Set<Subject> subjects, PageRequest page) {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public Uni<Integer> forgetBefore(Instant time, int most) {
            throw new UnsupportedOperationException();
        }
    }
}
