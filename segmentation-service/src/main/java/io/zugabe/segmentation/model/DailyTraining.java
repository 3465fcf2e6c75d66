package io.zugabe.segmentation.model;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.model.TrainingRuns.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/**
 * Queues every kind once a day, as it was trained last time. Whichever replica comes first: the store
 * keeps one run per day and kind.
 */
@ApplicationScoped
class DailyTraining {

    private static final String ACTOR = "schedule";
    /** A service that was down at the time catches up, but not half a day later. */
    private static final Duration LATEST = Duration.ofHours(6);

    private final Trainers trainers;
    private final TrainingRuns runs;
    private final ModelSettings settings;
    private final Clock clock;
    private volatile LocalDate queued = LocalDate.MIN;

    DailyTraining(Trainers trainers, TrainingRuns runs, ModelSettings settings, Clock clock) {
        this.trainers = trainers;
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    /** Queues what is due. */
    Uni<Void> queue() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate today = now.toLocalDate();
        LocalDateTime due = today.atTime(settings.trainAt());
        if (!settings.daily() || now.isBefore(due) || now.isAfter(due.plus(LATEST)) || !queued.isBefore(today)) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(trainers.all())
                .onItem()
                .transformToUniAndConcatenate(trainer -> queue(trainer, today))
                .collect()
                .last()
                .chain(runs::forget)
                .invoke(() -> queued = today);
    }

    private Uni<Void> queue(Trainer trainer, LocalDate day) {
        return runs.lastParameters(trainer.kind())
                .chain(last -> last.isEmpty() && !trainer.trainsUnasked()
                        ? Uni.createFrom().voidItem()
                        : runs.queueDaily(
                                UUID.randomUUID(),
                                new Request(trainer.kind(), last.orElse(Map.of()), false, ACTOR),
                                day));
    }
}
