package io.zugabe.segmentation.orders.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.identity.Persons;
import io.zugabe.segmentation.identity.domain.Membership;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.Appended;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.LogStatus;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.NewEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.orders.domain.BoughtLine;
import io.zugabe.segmentation.orders.domain.CustomerSample;
import io.zugabe.segmentation.v1.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LogOrdersTest {

    private static final Subject ANNA = Subject.customer("anna");
    private static final Map<Subject, Membership> ONE_PERSON = Map.of(
            ANNA,
            new Membership(ANNA, true),
            Subject.customer("anna-old"),
            new Membership(ANNA, true),
            Subject.visitor("v-1"),
            new Membership(ANNA, true),
            Subject.visitor("v-beyond"),
            new Membership(ANNA, false));

    @Test
    @Proves("C7")
    void orders_countForThePersonWhoMadeThem() {
        Map<String, List<BoughtLine>> books = read(List.of(
                purchase("anna", "", 0, 1),
                purchase("anna-old", "", 1, 2),
                purchase("", "v-1", 2, 4),
                purchase("", "v-beyond", 3, 8),
                purchase("", "v-nobody", 4, 16),
                purchase("bert", "v-1", 5, 32)));
        assertEquals(Set.of("anna", "bert"), books.keySet());
        assertEquals(List.of(1L, 2L, 4L), units(books.get("anna")));
        assertEquals(List.of(32L), units(books.get("bert")));
    }

    @Test
    @Proves("C6")
    void return_toAnotherAccountOfThePerson_findsItsLine() {
        Event bought = purchase("anna-old", "", 0, 3);
        Event back = Events.refund("anna", Events.item("lamp", 2, 10)).toBuilder()
                .setEventTime(Events.timestamp(Events.NOON.plus(Duration.ofDays(9))))
                .build();
        BoughtLine line = read(List.of(bought, back)).get("anna").getFirst();
        assertEquals(2, line.returned());
        assertEquals(1, line.kept());
    }

    private static List<Long> units(List<BoughtLine> lines) {
        return lines.stream().map(BoughtLine::units).toList();
    }

    private static Event purchase(String customer, String visitor, int day, int units) {
        return Events.purchase(customer, Events.item("lamp", units, 10)).toBuilder()
                .setVisitorId(visitor)
                .setEventTime(Events.timestamp(Events.NOON.plus(Duration.ofDays(day))))
                .build();
    }

    private static Map<String, List<BoughtLine>> read(List<Event> events) {
        return new LogOrders(new FakeLog(events), new FakePersons())
                .read(CustomerSample.Limits.STANDARD, progress -> {})
                .sample()
                .books();
    }

    private static final class FakePersons implements Persons {

        @Override
        public Uni<Map<Subject, Membership>> of(Collection<Subject> subjects) {
            return Uni.createFrom().item(ONE_PERSON);
        }
    }

    /** Read two events at a time. */
    private record FakeLog(List<Event> events) implements EventLog {

        @Override
        public Uni<Appended> append(List<NewEvent> appended) {
            throw new UnsupportedOperationException("this log is only read");
        }

        @Override
        public Uni<LogPage> read(long after, long upTo, Set<EventKind> kinds, Most most) {
            long until = Math.min(upTo, after + 2);
            return Uni.createFrom()
                    .item(new LogPage(
                            LongStream.rangeClosed(after + 1, until)
                                    .mapToObj(position -> new LoggedEvent(
                                            position,
                                            Instant.EPOCH,
                                            events.get((int) position - 1)
                                                    .toByteString()
                                                    .asReadOnlyByteBuffer()))
                                    .toList(),
                            until));
        }

        @Override
        public Uni<LogStatus> status() {
            return Uni.createFrom().item(new LogStatus(new UUID(0, 0), events.size(), events.size()));
        }
    }
}
