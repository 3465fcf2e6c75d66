package io.zugabe.segmentation.privacy.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.OwnDatabase;
import io.zugabe.segmentation.identity.adapter.PostgresIdentities;
import io.zugabe.segmentation.identity.domain.Edge;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.ErasureStore;
import io.zugabe.segmentation.profile.adapter.EventReader;
import io.zugabe.segmentation.profile.domain.Stamp;
import io.zugabe.segmentation.schema.StoredTable;
import io.zugabe.segmentation.v1.CustomersMerged;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.IdentityLinked;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an erasure removes from the database, and who is erased with somebody while profiles lag behind the log. */
@Proves("C10")
class PgErasuresTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Instant LATER = Events.NOON.plus(Duration.ofDays(1));

    private final OwnDatabase own = new OwnDatabase();
    private final PgErasures erasures = new PgErasures(own.pool(), new LoggedPeople(own.pool(), new EventReader()));
    private long position;

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void mergesAndLinks_thatTheProfilesHaveNotRead_countForAnErasure() {
        append(Events.view("old", "lamp"));
        append(Events.view("older", "lamp"));
        append(merged("old", "older", Events.NOON));
        append(visit("browser"));
        append(linked("older", "browser", Events.NOON));
        append(merged("new", "old", LATER));
        append(Events.view("stranger", "lamp"));
        assertEquals(people("new", "old", "older", "v:browser"), erase(Subject.customer("new")));
        assertEquals(1, own.number("select count(*) from event_log"));
        assertEquals(1, own.number("select events from log_head"));
        assertEquals(4, own.number("select subjects from erasure"));
    }

    @Test
    void visitor_whoTheLogSaysBelongsToAnother_isNotErasedWithWhomProfilesKnow() {
        known(new Edge.Link(Subject.visitor("shared"), Subject.customer("late"), stamp(LATER)));
        append(linked("early", "shared", Events.NOON));
        append(linked("latest", "shared", LATER.plus(Duration.ofDays(1))));
        append(Events.view("early", "lamp"));
        append(Events.view("latest", "lamp"));
        assertEquals(people("late"), erase(Subject.customer("late")));
        assertEquals(people("early", "v:shared"), erase(Subject.visitor("shared")));
        assertEquals(2, own.number("select count(*) from event_log where subject = 'latest'"));
    }

    @Test
    void erasureThatIsThereAlready_isReturnedAsItIs() {
        append(Events.view("c-1", "lamp"));
        UUID id = UUID.randomUUID();
        ErasureStore.Erased first =
                erasures.erase(id, Subject.customer("c-1"), "anna").await().atMost(LONGEST);
        ErasureStore.Erased again =
                erasures.erase(id, Subject.customer("c-1"), "anna").await().atMost(LONGEST);
        assertEquals(first.erasure(), again.erasure());
        assertEquals(Set.of(), again.person());
    }

    @Test
    void trainingRows_thatAreErased_areNoLongerCounted() {
        own.sql("""
                insert into training_dataset (name, feature_names, feature_texts, row_count, actor)
                values ('spring', '{}', '{}', 3, 'anna'), ('autumn', '{}', '{}', 1, 'anna');
                insert into training_row (dataset, unit_id, arm, propensity, numbers, texts, matured)
                select dataset, unit_id, 'control', 0.5, '{}', '{}', true
                from (values ('spring', 'c-1'), ('spring', 'v:b-1'), ('spring', 'c-2'), ('autumn', 'c-2'))
                    as unit (dataset, unit_id)""");
        append(linked("c-1", "b-1", Events.NOON));
        assertEquals(people("c-1", "v:b-1"), erase(Subject.customer("c-1")));
        assertEquals(1, own.number("select row_count from training_dataset where name = 'spring'"));
        assertEquals(1, own.number("select row_count from training_dataset where name = 'autumn'"));
        assertEquals(2, own.number("select count(*) from training_row"));
        assertEquals(2, erasures.sweep(people("c-2")).await().atMost(LONGEST), "rows of whom has no event");
        assertEquals(0, own.number("select sum(row_count)::bigint from training_dataset"));
    }

    private Set<Subject> erase(Subject subject) {
        return erasures.erase(UUID.randomUUID(), subject, "anna")
                .await()
                .atMost(LONGEST)
                .person();
    }

    /** What the profiles have read before. */
    private void known(Edge edge) {
        own.pool()
                .withTransaction(connection -> new PostgresIdentities(
                                StoredTable.IDENTITY_EDGE.table(), StoredTable.IDENTITY_MEMBER.table())
                        .add(connection, List.of(edge), position))
                .await()
                .atMost(LONGEST);
    }

    private void append(Event event) {
        Subject subject = event.getCustomerId().isEmpty()
                ? Subject.visitor(event.getVisitorId())
                : Subject.customer(event.getCustomerId());
        own.pool()
                .preparedQuery("""
                        insert into event_log (position, event_time, subject, kind, payload, month)
                        select $1, $2, $3, $4, $5, month from log_head""")
                .execute(Tuple.of(
                        ++position,
                        Events.NOON.atOffset(ZoneOffset.UTC),
                        subject.key(),
                        (short) EventKind.valueOf(event.getWhatCase().name()).number(),
                        Buffer.buffer(event.toByteArray())))
                .await()
                .atMost(LONGEST);
        own.sql("update log_head set events = events + 1, end_position = " + position);
    }

    private static Stamp stamp(Instant time) {
        return new Stamp(time, Events.unique("e"));
    }

    private static Event merged(String into, String from, Instant time) {
        return Events.of(into)
                .setEventTime(Events.timestamp(time))
                .setCustomersMerged(CustomersMerged.newBuilder().setMergedCustomerId(from))
                .build();
    }

    private static Event linked(String customer, String visitor, Instant time) {
        return Events.of(customer)
                .setVisitorId(visitor)
                .setEventTime(Events.timestamp(time))
                .setIdentityLinked(IdentityLinked.getDefaultInstance())
                .build();
    }

    private static Event visit(String visitor) {
        return Events.view("", "lamp").toBuilder().setVisitorId(visitor).build();
    }

    private static Set<Subject> people(String... keys) {
        return Set.copyOf(Arrays.stream(keys).map(Subject::ofKey).toList());
    }
}
