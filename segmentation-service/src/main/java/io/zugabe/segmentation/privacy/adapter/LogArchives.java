package io.zugabe.segmentation.privacy.adapter;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.segmentation.log.Archive;
import io.zugabe.segmentation.log.Months;
import io.zugabe.segmentation.log.domain.LogMonth;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.EventArchives;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Archives of the log. */
@ApplicationScoped
class LogArchives implements EventArchives {

    private final Months months;
    private final Archive archive;

    LogArchives(Months months, Archive archive) {
        this.months = months;
        this.archive = archive;
    }

    @Override
    public Uni<Long> erase(Set<Subject> subjects) {
        return months.list().emitOn(Infrastructure.getDefaultWorkerPool()).map(all -> erase(all, subjects));
    }

    private long erase(List<LogMonth> all, Set<Subject> subjects) {
        return all.stream()
                .filter(month -> month.archive() != null)
                .mapToLong(month -> archive.erase(month, subjects))
                .sum();
    }
}
