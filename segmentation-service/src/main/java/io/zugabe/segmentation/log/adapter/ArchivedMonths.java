package io.zugabe.segmentation.log.adapter;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.log.Archive;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.Months;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.LogMonth;
import io.zugabe.segmentation.log.domain.LogPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what has left the database. */
@ApplicationScoped
class ArchivedMonths {

    private final Months months;
    private final Archive archive;

    ArchivedMonths(Months months, Archive archive) {
        this.months = months;
        this.archive = archive;
    }

    /**
     * As {@link EventLog#read}, of one month at most.
     *
     * @param keptAfter the database has the events after this position
     */
    Uni<LogPage> read(long after, long upTo, Set<EventKind> kinds, EventLog.Most most, long keptAfter) {
        return months.list()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(all -> archive.read(readable(all, after, keptAfter), after, upTo, kinds, most));
    }

    private LogMonth readable(List<LogMonth> all, long after, long keptAfter) {
        return all.stream()
                .filter(month -> archive.configured() && month.archive() != null && month.follows(after))
                .findFirst()
                .orElseThrow(() -> ZugabeException.of(
                        SegmentationReason.POSITION_ARCHIVED,
                        "the events after position " + after + " are no longer in the log, and their archive cannot be"
                                + " read here; the oldest position to go on from is " + keptAfter,
                        Map.of("oldest_position", String.valueOf(keptAfter))));
    }
}
