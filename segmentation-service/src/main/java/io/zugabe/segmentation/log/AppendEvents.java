package io.zugabe.segmentation.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.log.domain.Acknowledgement;
import io.zugabe.segmentation.log.domain.NewEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Appends batches by group commit: while one transaction is being made durable, everything that
 * arrives waits and goes into the next one together. So the cost of a commit is shared by all streams,
 * and batches are acknowledged in the order in which they came.
 */
@ApplicationScoped
public class AppendEvents {

    private static final Duration OVERLOAD_RETRY = Duration.ofSeconds(1);
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final EventLog log;
    private final LogTail tail;
    private final CommitQueue queue;
    private final Timer commits;
    private final MeterRegistry metrics;

    public AppendEvents(EventLog log, LogTail tail, CommitQueue queue, MeterRegistry metrics) {
        this.log = log;
        this.tail = tail;
        this.queue = queue;
        this.metrics = metrics;
        this.commits = Timer.builder("zugabe.log.commit")
                .description("Time of one group commit")
                .publishPercentileHistogram()
                .register(metrics);
    }

    /**
     * Appends one batch.
     *
     * @param events may be empty: then it is acknowledged in its turn
     * @return the acknowledgement, after the batch is durable; LOG_OVERLOADED if too much waits
     */
    public Uni<Acknowledgement> append(List<NewEvent> events) {
        return Uni.createFrom().emitter(emitter -> enqueue(events, emitter));
    }

    private void enqueue(List<NewEvent> events, UniEmitter<? super Acknowledgement> emitter) {
        if (!queue.offer(new CommitGroup.Batch(events, emitter))) {
            metrics.counter("zugabe.log.overloaded").increment();
            emitter.fail(ZugabeException.retryable(
                    SegmentationReason.LOG_OVERLOADED,
                    "more events wait to be appended than may wait; send slower",
                    OVERLOAD_RETRY));
            return;
        }
        commitNext();
    }

    private void commitNext() {
        CommitGroup group = queue.take();
        if (group == null) {
            return;
        }
        if (group.distinct().isEmpty()) {
            finish(() -> group.acknowledge(tail.end()));
            return;
        }
        Timer.Sample sample = Timer.start(metrics);
        log.append(group.distinct())
                .ifNoItem()
                .after(DEADLINE)
                .fail()
                .subscribe()
                .with(
                        appended -> {
                            sample.stop(commits);
                            tail.advanceTo(appended.endPosition());
                            if (group.presses()) {
                                tail.press(appended.endPosition());
                            }
                            count(group, appended.fresh().cardinality());
                            finish(() -> group.acknowledge(appended));
                        },
                        failure -> finish(() -> group.fail(failure)));
    }

    private void finish(Runnable answer) {
        answer.run();
        queue.release();
        commitNext();
    }

    private void count(CommitGroup group, int fresh) {
        metrics.counter("zugabe.log.appended").increment(fresh);
        metrics.counter("zugabe.log.duplicates").increment((double) group.size() - fresh);
    }
}
