package io.zugabe.recommendation.baskets;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.baskets.domain.BasketModelWriter;
import io.zugabe.recommendation.baskets.domain.SubjectKey;
import io.zugabe.recommendation.products.domain.ProductIds;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes in changed baskets and counts their products anew, on one thread of its own. It works in short
 * slices between which new baskets come in, and rests twice as long as it worked, so that a bulk
 * import takes a third of one core and no more. Decisions read the last published model and never wait.
 */
@Singleton
public class CountBaskets {

    private static final Logger LOG = Logger.getLogger(CountBaskets.class);
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long SECONDS_OF_MINUTE = 60;
    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final BasketModels models;
    private final ProductIds ids;
    private final BasketModelWriter writer;
    private final long shortestRestNanos;
    private final long longestWorkNanos;
    private final ScheduledExecutorService counter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("baskets").daemon().factory());

    private long position;
    private boolean counting;
    private long workedNanos;
    private long restUntilNanos = System.nanoTime();

    public CountBaskets(BasketModels models, ProductIds ids, BasketsConfig config, MeterRegistry metrics) {
        this.models = models;
        this.ids = ids;
        this.writer = new BasketModelWriter(config.neighbours());
        this.shortestRestNanos = config.shortestRest().toNanos();
        this.longestWorkNanos = config.longestWork().toNanos();
        metrics.gauge(
                "zugabe.baskets.products", writer, counted -> counted.index().largestProduct());
    }

    /**
     * Takes in baskets; done when they are part of the index. They are counted within about a second.
     *
     * @param position of the event log that is reached with them
     */
    public Uni<Void> take(List<Basket> baskets, long position) {
        return Uni.createFrom().voidItem().emitOn(counter).invoke(() -> takeIn(baskets, position));
    }

    /** Forgets all baskets; the model says so within about a second. */
    public Uni<Void> forget() {
        return Uni.createFrom().voidItem().emitOn(counter).invoke(() -> {
            writer.clear();
            takeIn(List.of(), 0);
        });
    }

    void stop(@Observes ShutdownEvent event) {
        counter.shutdownNow();
    }

    private void takeIn(List<Basket> baskets, long reached) {
        for (Basket basket : baskets) {
            writer.index().put(basket.number(), content(basket), SubjectKey.of(basket.subject()), (int)
                    (basket.time().getEpochSecond() / SECONDS_OF_MINUTE));
        }
        position = reached;
        if (!counting) {
            counting = true;
            counter.schedule(this::count, Math.max(0, restUntilNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }

    private int[] content(Basket basket) {
        return basket.lines().stream()
                .mapToInt(line -> line.sentBack() ? -ids.numberOf(line.productId()) : ids.numberOf(line.productId()))
                .toArray();
    }

    private void count() {
        try {
            long start = System.nanoTime();
            boolean more = true;
            while (more && System.nanoTime() - start < SLICE_NANOS) {
                more = writer.countSome();
            }
            workedNanos += System.nanoTime() - start;
            if (more && workedNanos < longestWorkNanos) {
                counter.execute(this::count);
            } else {
                publish(more);
            }
        } catch (RuntimeException defect) {
            counting = false;
            LOG.error("Baskets could not be counted", defect);
        }
    }

    private void publish(boolean more) {
        models.publish(writer.publish(position));
        long rest = Math.clamp(2 * workedNanos, shortestRestNanos, LONGEST_REST_NANOS);
        restUntilNanos = System.nanoTime() + rest;
        workedNanos = 0;
        counting = more;
        if (more) {
            counter.schedule(this::count, rest, TimeUnit.NANOSECONDS);
        }
    }
}
