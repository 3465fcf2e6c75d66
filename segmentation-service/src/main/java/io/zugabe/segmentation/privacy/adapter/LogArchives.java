package io.zugabe.segmentation.privacy.adapter;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.log.Archive;
import io.zugabe.segmentation.log.ArchiveLock;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.Months;
import io.zugabe.segmentation.log.domain.LogMonth;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.EventArchives;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Archives of the log. */
@ApplicationScoped
class LogArchives implements EventArchives {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EventLog log;
    private final Months months;
    private final Archive archive;
    private final ArchiveLock lock;

    LogArchives(EventLog log, Months months, Archive archive, ArchiveLock lock) {
        this.log = log;
        this.months = months;
        this.archive = archive;
        this.lock = lock;
    }

    @Override
    public Uni<LogPage> read(Set<Subject> subjects, long after, EventLog.Most most) {
        return months.list().emitOn(Infrastructure.getDefaultWorkerPool()).map(all -> read(all, subjects, after, most));
    }

    private LogPage read(List<LogMonth> all, Set<Subject> subjects, long after, EventLog.Most most) {
        LogMonth month = all.stream()
                .filter(each -> each.dropped() && each.follows(after))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no month after position " + after + " was dropped"));
        if (month.archive() == null) {
            // dropped for good: nothing of it is stored
            return new LogPage(List.of(), Objects.requireNonNull(month.until()));
        }
        if (!archive.configured()) {
            throw ZugabeException.of(
                    SegmentationReason.POSITION_ARCHIVED,
                    "events of " + month.month() + " are in an archive, which cannot be read here: no archive directory"
                            + " is configured",
                    Map.of("month", month.month().toString()));
        }
        return archive.readOf(subjects, month, after, most);
    }

    @Override
    public Uni<Optional<Map<Subject, Long>>> erase(Set<Subject> subjects) {
        return lock.holding(() -> eraseNow(subjects));
    }

    /**
     * Which months have an archive is read with the lock held: one that was being written has one now, and
     * what is unfinished all the same was left by somebody who died.
     */
    private Map<Subject, Long> eraseNow(Set<Subject> subjects) {
        Map<Subject, Long> erased = new HashMap<>();
        UUID logId = log.status().await().atMost(PATIENCE).logId();
        for (LogMonth month : months.list().await().atMost(PATIENCE)) {
            if (archive.configured()) {
                archive.discardUnfinished(logId, month);
            }
            if (month.archive() != null) {
                archive.erase(month, subjects).forEach((subject, events) -> erased.merge(subject, events, Long::sum));
            }
        }
        return erased;
    }
}
