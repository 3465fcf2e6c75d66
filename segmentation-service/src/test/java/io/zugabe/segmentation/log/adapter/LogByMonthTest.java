package io.zugabe.segmentation.log.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.log.Archive;
import io.zugabe.segmentation.log.ArchiveLock;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.LogMonth;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.v1.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Months begin, end, are archived, leave the database, and are read all the same. */
@Proves("C1")
class LogByMonthTest {

    private static final Instant JANUARY = Instant.parse("2031-01-10T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2031-02-10T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2031-06-10T00:00:00Z");
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Set<EventKind> ALL = Set.of();

    private final OwnLog own = new OwnLog();
    private final List<Event> january = events(70, "c-1");
    private final List<Event> february = events(50, "c-2");

    @TempDir
    Path archives;

    @BeforeEach
    void migrate() {
        own.migrate("latest");
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void firstAppendOfAMonth_opensItsPartition_andOrderAndIdentityGoOn() {
        fill();
        assertEquals(70, own.number("select count(*) from event_log_y2031m01"));
        assertEquals(50, own.number("select count(*) from event_log_y2031m02"));
        assertEquals(payloads(january, february), payloads(OwnLog.read(own.log(Optional.empty()), 0, ALL, 13)));
        assertTrue(own.append(january.getFirst()).fresh().isEmpty());
        Event late = events(1, "c-3").getFirst();
        own.at(JANUARY).append(late);
        assertEquals(51, own.number("select count(*) from event_log_y2031m02"));
    }

    @Test
    void month_thatIsOldAndRead_movesToTheArchive_andIsReadFromThere() throws IOException {
        fill();
        own.at(JUNE).append(events(5, "c-4").toArray(Event[]::new));
        List<LoggedEvent> before = OwnLog.read(own.log(Optional.empty()), 0, ALL, 13);
        own.sql("update projection set position = 69");
        assertEquals(1, own.retire(Optional.of(archives), false), "the empty month in which the schema was made");
        assertEquals(0, own.retire(Optional.of(archives), false), "not everything derived has read January");
        own.sql("update projection set position = 125");
        assertEquals(0, own.retire(Optional.empty(), false), "there is no place for archives");
        assertEquals(2, own.retire(Optional.of(archives), false));

        assertEquals(5, own.number("select count(*) from event_log"));
        assertEquals(5, own.number("select count(*) from event_identity"));
        assertEquals(125, own.number("select events from log_head"));
        EventLog log = own.log(Optional.of(archives));
        assertEquals(before, OwnLog.read(log, 0, ALL, 13));
        assertEquals(before.stream().filter(event -> event.position() > 65).toList(), OwnLog.read(log, 65, ALL, 1_000));
        assertEquals(
                125, OwnLog.read(log, 0, Set.of(EventKind.VIEW_ITEM), 1_000).size());
        assertEquals(0, OwnLog.read(log, 0, Set.of(EventKind.REFUND), 1_000).size());
        assertEquals(0, own.retire(Optional.of(archives), false));
    }

    @Test
    void archive_thatCannotBeRead_isToldWithTheOldestPositionThatCan() {
        retired();
        EventLog log = own.log(Optional.empty());
        ZugabeException refused = assertThrows(ZugabeException.class, () -> OwnLog.read(log, 7, ALL, 10));
        assertEquals(SegmentationReason.POSITION_ARCHIVED, refused.reason());
        assertTrue(String.valueOf(refused.getMessage()).contains("120"), refused.getMessage());
        assertEquals(5, OwnLog.read(log, 120, ALL, 10).size());
    }

    @Test
    void archive_thatWasChanged_keepsItsMonthInTheDatabase() throws IOException {
        fill();
        own.at(JUNE).append(events(5, "c-4").toArray(Event[]::new));
        own.sql("update projection set position = 125");
        retireAll();
        Path file;
        try (Stream<Path> files = Files.walk(archives)) {
            file = files.filter(path -> path.toString().endsWith("2031-01/events-000001-1.pb.gz"))
                    .findFirst()
                    .orElseThrow();
        }
        LogMonth month = month("2031-01-01");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThrows(UncheckedIOException.class, () -> own.archive(archives).verify(month));
    }

    @Test
    void somebodyErased_whileTheirMonthIsArchived_isNotInTheArchive() {
        fillJanuaryWithBoth();
        assertEquals(2, own.retire(archives, () -> own.sql("""
                        delete from event_log where subject = 'c-1';
                        update projection set erasures = erasures + 1""")));
        assertEquals(
                payloads(february),
                payloads(OwnLog.read(own.log(Optional.of(archives)), 0, ALL, 10))
                        .subList(0, 50));
        assertEquals(
                Map.of(), own.archive(archives).erase(month("2031-01-01"), Set.of(Subject.customer("c-1"))), "erased");
    }

    @Test
    void archiveThatAnInstanceDiedOver_isWrittenAnew_orDiscardedByAnErasure() throws IOException {
        fillJanuaryWithBoth();
        LogMonth begun = month("2031-01-01");
        UUID logId = own.log(Optional.empty()).status().await().atMost(LONGEST).logId();
        Path log = archives.resolve(logId.toString());
        Path unfinished = Files.createDirectories(log.resolve("2031-01." + UUID.randomUUID()));
        Files.writeString(unfinished.resolve("events-000001-1.pb.gz"), "half");
        Archive archive = own.archive(archives);
        EventLog events = own.log(Optional.empty());
        archive.write(
                logId,
                begun,
                position -> events.read(position, 120, ALL, new EventLog.Most(100, 1 << 20))
                        .await()
                        .atMost(LONGEST));
        assertFalse(Files.exists(unfinished));
        assertTrue(Files.exists(log.resolve("2031-01")), "published, but not noted");
        Files.createDirectories(unfinished);
        archive.discardUnfinished(logId, begun);
        assertEquals(List.of(), ArchiveManifest.filesIn(log));

        archive.write(logId, begun, position -> new LogPage(List.of(), 120));
        own.sql("delete from event_log where subject = 'c-1'; update projection set erasures = erasures + 1");
        assertEquals(2, own.retire(Optional.of(archives), false));
        Files.createDirectories(unfinished);
        archive.discardUnfinished(logId, month("2031-01-01"));
        assertFalse(Files.exists(unfinished));
        assertEquals(50, archive.verify(month("2031-01-01")), "what is noted stays");
    }

    @Test
    void subject_erasedFromTheArchive_isInNoFileOfIt() throws IOException {
        retired();
        Archive archive = own.archive(archives);
        Subject one = Subject.customer("c-1");
        assertEquals(Map.of(one, 70L), archive.erase(month("2031-01-01"), Set.of(one)));
        assertEquals(Map.of(), archive.erase(month("2031-02-01"), Set.of(one)));
        assertEquals(55, OwnLog.read(own.log(Optional.of(archives)), 0, ALL, 10).size());
        try (Stream<Path> files = Files.walk(archives)) {
            assertEquals(
                    2, files.filter(path -> path.toString().endsWith(".pb.gz")).count());
        }
    }

    @Test
    void archivesChangedByOneInstance_areLeftAloneByOthers() {
        ArchiveLock lock = own.lock();
        Optional<Optional<Integer>> nested = lock.holding(
                        () -> lock.holding(() -> 1).await().atMost(LONGEST))
                .await()
                .atMost(LONGEST);
        assertEquals(Optional.of(Optional.empty()), nested, "another transaction is another instance");
        assertThrows(
                IllegalStateException.class,
                () -> lock.holding(() -> {
                            throw new IllegalStateException("the work failed");
                        })
                        .await()
                        .atMost(LONGEST));
        assertEquals(Optional.of(2), lock.holding(() -> 2).await().atMost(LONGEST), "it ended with its holder");
    }

    @Test
    void archiveRewrittenTwiceAtOnce_keepsTheFilesThatItsManifestNames() throws IOException {
        own.at(JANUARY)
                .append(Stream.concat(january.stream(), february.stream()).toArray(Event[]::new));
        own.at(JUNE).append(events(5, "c-4").toArray(Event[]::new));
        own.sql("update projection set position = 125");
        own.retire(Optional.of(archives), false);
        Path directory =
                archives.resolve(Objects.requireNonNull(month("2031-01-01").archive()));
        ArchiveManifest before = ArchiveManifest.read(directory);
        Set<Subject> one = Set.of(Subject.customer("c-1"));
        ArchiveManifest.File first =
                ArchiveFile.without(directory, before.files().getFirst(), one, new HashMap<>());
        ArchiveManifest.File second =
                ArchiveFile.without(directory, before.files().getFirst(), one, new HashMap<>());
        assertNotEquals(first.name(), second.name());
        before.replacedBy(List.of(first), directory);
        assertThrows(IOException.class, () -> before.replacedBy(List.of(second), directory));
        assertEquals(
                payloads(february),
                payloads(OwnLog.read(own.log(Optional.of(archives)), 0, ALL, 10))
                        .subList(0, 50));

        own.archive(archives).erase(month("2031-01-01"), Set.of(Subject.customer("nobody")));
        assertEquals(
                Set.of(first.name(), "manifest.json"),
                ArchiveManifest.filesIn(directory).stream()
                        .map(file -> String.valueOf(file.getFileName()))
                        .collect(Collectors.toSet()),
                "what a rewriting left behind that came to no end");
    }

    @Test
    void months_withoutAnArchive_goIfThatIsConfigured() {
        fill();
        own.at(JUNE).append(events(5, "c-4").toArray(Event[]::new));
        own.sql("update projection set position = 125");
        assertEquals(3, own.retire(Optional.empty(), true));
        assertEquals(5, own.number("select events from log_head"));
    }

    private void fill() {
        own.at(JANUARY).append(january.toArray(Event[]::new));
        own.at(FEBRUARY).append(february.toArray(Event[]::new));
    }

    private void fillJanuaryWithBoth() {
        own.at(JANUARY)
                .append(Stream.concat(january.stream(), february.stream()).toArray(Event[]::new));
        own.at(JUNE).append(events(5, "c-4").toArray(Event[]::new));
        own.sql("update projection set position = 125");
    }

    private void retired() {
        fill();
        own.at(JUNE).append(events(5, "c-4").toArray(Event[]::new));
        own.sql("update projection set position = 125");
        retireAll();
    }

    private void retireAll() {
        assertEquals(3, own.retire(Optional.of(archives), false));
    }

    private LogMonth month(String first) {
        return own.months().list().await().atMost(LONGEST).stream()
                .filter(month -> month.month().toString().equals(first))
                .findFirst()
                .orElseThrow();
    }

    private static List<Event> events(int count, String customer) {
        return IntStream.range(0, count)
                .mapToObj(i -> Events.view(customer, "p-" + i))
                .toList();
    }

    @SafeVarargs
    private static List<Event> payloads(List<Event>... months) {
        return Stream.of(months).flatMap(List::stream).toList();
    }

    private static List<Event> payloads(List<LoggedEvent> events) {
        return events.stream().map(LogByMonthTest::event).toList();
    }

    private static Event event(LoggedEvent logged) {
        try {
            return Event.parseFrom(logged.payload().duplicate());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
