package io.zugabe.segmentation.audience;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.audience.domain.Candidate;
import io.zugabe.segmentation.audience.domain.KeyRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Goes over all customers, page by page, on two threads of its own with low priority; whoever comes while
 * both are busy is refused.
 */
@ApplicationScoped
class ScanCustomers {

    private static final int THREADS = 2;
    private static final int PAGE = 500;
    private static final Duration LONGEST_READ = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Candidates candidates;
    private final Semaphore free = new Semaphore(THREADS);
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS,
            Thread.ofPlatform()
                    .name("audience-", 0)
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .factory());

    ScanCustomers(Candidates candidates) {
        this.candidates = candidates;
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    /** Runs a computation that scans; it is cancelled when nobody waits for it any more. */
    <T> Uni<T> run(Progress progress, Supplier<T> computation) {
        return Uni.createFrom().emitter(emitter -> {
            if (!free.tryAcquire()) {
                emitter.fail(ZugabeException.retryable(
                        KitReason.OVERLOADED, THREADS + " computations over all customers are under way", RETRY));
                return;
            }
            emitter.onTermination(progress::cancel);
            threads.execute(() -> {
                try {
                    emitter.complete(computation.get());
                } catch (RuntimeException | OutOfMemoryError failure) {
                    emitter.fail(failure);
                } finally {
                    free.release();
                }
            });
        });
    }

    /**
     * Hands over every customer; only within {@link #run}.
     *
     * @param visitors whether visitors too
     * @param segmentId only members of this segment; empty for all
     */
    void each(boolean visitors, String segmentId, Progress progress, Consumer<Candidate> consumer) {
        progress.expect(candidates.estimate().await().atMost(LONGEST_READ));
        for (KeyRange range : KeyRange.of("", visitors)) {
            String after = "";
            while (true) {
                Candidates.Page page =
                        candidates.page(range, after, segmentId, PAGE).await().atMost(LONGEST_READ);
                page.candidates().forEach(consumer);
                progress.examined(page.candidates().isEmpty() ? 0 : PAGE);
                if (page.lastKey().isEmpty()) {
                    break;
                }
                after = page.lastKey().get();
            }
        }
    }
}
