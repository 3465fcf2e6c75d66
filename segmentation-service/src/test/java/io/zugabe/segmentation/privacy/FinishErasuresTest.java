package io.zugabe.segmentation.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.assessment.ProfileCache;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.AppendEvents;
import io.zugabe.segmentation.log.CommitQueue;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.LogTail;
import io.zugabe.segmentation.log.domain.Appended;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.LogStatus;
import io.zugabe.segmentation.log.domain.NewEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.domain.Erasure;
import io.zugabe.segmentation.privacy.domain.PendingErasure;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Proves("C10")
class FinishErasuresTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Subject ANNA = Subject.customer("anna");
    private static final Subject BEN = Subject.customer("ben");
    private static final Subject VISITOR = Subject.visitor("b-1");

    private final Pending pending = new Pending();
    private final Archives archives = new Archives();
    private final Cache cache = new Cache();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final FinishErasures finishErasures = new FinishErasures(
            pending, cache, announce(new Announced()), archives, Clock.systemUTC(), metrics, Duration.ofSeconds(90));

    private static final class Pending implements ErasureStore {

        private final List<PendingErasure> all = new ArrayList<>();
        private final Map<UUID, Long> complete = new HashMap<>();

        @Override
        public Uni<Erased> erase(UUID id, Subject subject, String actor) {
            throw new UnsupportedOperationException("all are erased");
        }

        @Override
        public Uni<Long> sweep(Set<Subject> subjects) {
            return subjects.contains(BEN)
                    ? Uni.createFrom().failure(new IllegalStateException("a row is locked"))
                    : Uni.createFrom().item(0L);
        }

        @Override
        public Uni<Void> complete(UUID id, long archivedEvents, long rows) {
            complete.put(id, archivedEvents);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<List<PendingErasure>> pending(int most) {
            return Uni.createFrom()
                    .item(all.stream()
                            .filter(each -> !complete.containsKey(each.id()))
                            .toList());
        }

        @Override
        public Uni<Optional<Erasure>> find(UUID id) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public Uni<List<Erasure>> list(PageRequest page) {
            throw new UnsupportedOperationException("nobody asks");
        }
    }

    private static final class Archives implements EventArchives {

        private final List<Set<Subject>> searched = new ArrayList<>();
        private boolean taken;
        private boolean broken;

        @Override
        public Uni<LogPage> read(Set<Subject> subjects, long after, EventLog.Most most) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public Uni<Optional<Map<Subject, Long>>> erase(Set<Subject> subjects) {
            if (taken) {
                return Uni.createFrom().item(Optional.empty());
            }
            searched.add(subjects);
            return broken
                    ? Uni.createFrom().failure(new IllegalStateException("the disk is away"))
                    : Uni.createFrom().item(Optional.of(Map.of(ANNA, 3L, VISITOR, 4L)));
        }
    }

    private static final class Cache implements ProfileCache {

        private boolean away;

        @Override
        public Uni<List<ServedProfile>> write(Collection<ServedProfile> profiles) {
            throw new UnsupportedOperationException("nothing is written");
        }

        @Override
        public Uni<Boolean> remove(Collection<Subject> subjects) {
            return Uni.createFrom().item(!away);
        }
    }

    /** Takes everything. */
    private static final class Announced implements EventLog {

        @Override
        public Uni<Appended> append(List<NewEvent> events) {
            BitSet fresh = new BitSet();
            fresh.set(0, events.size());
            return Uni.createFrom().item(new Appended(events.size(), fresh));
        }

        @Override
        public Uni<LogPage> read(long after, long upTo, Set<EventKind> kinds, Most most) {
            throw new UnsupportedOperationException("nobody reads");
        }

        @Override
        public Uni<LogStatus> status() {
            return Uni.createFrom().item(new LogStatus(new UUID(0, 1), 0, 0));
        }
    }

    private static AnnounceErasure announce(EventLog log) {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        AppendEvents append = new AppendEvents(log, new LogTail(log), new CommitQueue(metrics), metrics);
        ErasureEvents events = (erasure, time, digests) ->
                new NewEvent("e-" + erasure, time, ANNA, EventKind.SUBJECTS_ERASED, ByteBuffer.allocate(0));
        return new AnnounceErasure(log, append, events, Clock.systemUTC());
    }

    @Test
    void erasuresThatAreDue_searchArchivesOnce_andOneThatFailsHoldsUpNoOther() {
        UUID ben = add(BEN);
        UUID anna = add(ANNA, VISITOR);
        finish();
        assertEquals(List.of(Set.of(ANNA, BEN, VISITOR)), archives.searched);
        assertEquals(Map.of(anna, 7L), pending.complete);
        assertEquals(2, metrics.get("zugabe.erasures.pending").gauge().value());
        finish();
        assertEquals(1, metrics.get("zugabe.erasures.pending").gauge().value());
        assertEquals(
                List.of(ben),
                pending.all.stream()
                        .map(PendingErasure::id)
                        .filter(id -> !pending.complete.containsKey(id))
                        .toList());
    }

    @Test
    void archives_areNotSearched_whileTheCacheIsAwayOrAnotherInstanceIsAtThem() {
        UUID anna = add(ANNA);
        cache.away = true;
        finish();
        cache.away = false;
        archives.taken = true;
        finish();
        assertEquals(List.of(), archives.searched);
        assertEquals(Map.of(), pending.complete);
        archives.taken = false;
        finish();
        assertEquals(Map.of(anna, 3L), pending.complete);
    }

    @Test
    void archives_thatCannotBeSearched_areNotTriedAgainAtOnce() {
        add(ANNA);
        archives.broken = true;
        finish();
        finish();
        assertEquals(1, archives.searched.size());
        assertEquals(Map.of(), pending.complete);
    }

    private UUID add(Subject... subjects) {
        UUID id = UUID.randomUUID();
        pending.all.add(new PendingErasure(id, Set.of(subjects), Instant.now().minus(Duration.ofMinutes(2))));
        return id;
    }

    private void finish() {
        finishErasures.finishSettled().await().atMost(LONGEST);
    }
}
