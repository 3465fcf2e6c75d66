package io.zugabe.segmentation.privacy;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.AppendEvents;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.LogStatus;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.domain.SubjectDigest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells those who follow the log that somebody was erased; told twice it counts once. */
@ApplicationScoped
public class AnnounceErasure {

    private final EventLog log;
    private final AppendEvents appendEvents;
    private final ErasureEvents events;
    private final Clock clock;

    public AnnounceErasure(EventLog log, AppendEvents appendEvents, ErasureEvents events, Clock clock) {
        this.log = log;
        this.appendEvents = appendEvents;
        this.events = events;
        this.clock = clock;
    }

    /** Appends the erasure to the log. */
    public Uni<Void> announce(UUID id, Set<Subject> person) {
        return log.status()
                .map(LogStatus::logId)
                .map(logId -> events.event(id, clock.instant(), digests(logId, person)))
                .chain(event -> appendEvents.append(List.of(event)))
                .replaceWithVoid();
    }

    private static List<byte[]> digests(UUID logId, Set<Subject> person) {
        return person.stream()
                .map(subject -> SubjectDigest.of(logId, subject))
                .sorted(java.util.Arrays::compareUnsigned)
                .toList();
    }
}
