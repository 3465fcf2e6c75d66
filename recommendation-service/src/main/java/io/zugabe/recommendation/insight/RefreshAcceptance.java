package io.zugabe.recommendation.insight;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zugabe.recommendation.insight.CellArchive.Cell;
import io.zugabe.recommendation.insight.CellArchive.Counted;
import io.zugabe.recommendation.insight.RetirementArchive.Retired;
import io.zugabe.recommendation.insight.domain.Acceptance;
import io.zugabe.recommendation.insight.domain.AcceptanceBook;
import io.zugabe.recommendation.insight.domain.RetirementRule;
import io.zugabe.recommendation.products.domain.ProductIds;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps in memory what the counts of offers say, on one thread of its own: reads what has changed, whoever of the replicas
 * counted it, retires what nobody cares for, and publishes. It rests ten times as long as it worked. Decisions read what
 * was published last and never wait.
 */
@Singleton
public class RefreshAcceptance {

    private static final Logger LOG = Logger.getLogger(RefreshAcceptance.class);
    private static final Duration LONGEST_READ = Duration.ofSeconds(10);
    private static final int REST = 10;

    private final CellArchive cells;
    private final RetirementArchive retirements;
    private final AcceptanceModels models;
    private final ProductIds ids;
    private final InsightConfig config;
    private final AcceptanceBook book = new AcceptanceBook();
    private final Map<Integer, String> products = new HashMap<>();
    private final Counter retired;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("acceptance").daemon().factory());

    private long generation;
    private long position;
    private int cell = -1;
    private long change;

    public RefreshAcceptance(
            CellArchive cells,
            RetirementArchive retirements,
            AcceptanceModels models,
            ProductIds ids,
            InsightConfig config,
            MeterRegistry metrics) {
        this.cells = cells;
        this.retirements = retirements;
        this.models = models;
        this.ids = ids;
        this.config = config;
        this.retired = metrics.counter("zugabe.offers.retired");
    }

    void start(@Observes StartupEvent event) {
        thread.execute(this::refreshAndRest);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void refreshAndRest() {
        long start = System.nanoTime();
        try {
            refresh();
        } catch (RuntimeException failure) {
            LOG.warnf("What is known of offers cannot be read: %s; trying again", failure.getMessage());
        }
        long rest = Math.max(config.refresh().toNanos(), REST * (System.nanoTime() - start));
        if (!thread.isShutdown()) {
            thread.schedule(this::refreshAndRest, rest, TimeUnit.NANOSECONDS);
        }
    }

    private void refresh() {
        Counted counted = cells.counted().await().atMost(LONGEST_READ);
        if (counted.generation() != generation) {
            book.clear();
            generation = counted.generation();
            position = 0;
            cell = -1;
            change = 0;
            models.publish(Acceptance.EMPTY);
        }
        boolean first = models.current() == Acceptance.EMPTY;
        boolean changed = readCells() || first;
        changed |= readRetirements();
        if (changed && retireDue()) {
            readRetirements();
        }
        if (changed) {
            models.publish(book.build(config.priorViews(), config.exploration(), counted.position()));
        } else if (models.current().position() != counted.position()) {
            models.publish(models.current().upTo(counted.position()));
        }
    }

    private boolean readCells() {
        boolean changed = false;
        List<Cell> page = cells.changed(position, cell).await().atMost(LONGEST_READ);
        while (!page.isEmpty()) {
            changed = true;
            for (Cell each : page) {
                int product = ids.numberOf(each.key().product());
                products.put(product, each.key().product());
                book.put(each.number(), product, each.key(), each.counts());
            }
            position = page.getLast().position();
            cell = page.getLast().number();
            page = cells.changed(position, cell).await().atMost(LONGEST_READ);
        }
        return changed;
    }

    private boolean readRetirements() {
        boolean changed = false;
        List<Retired> page = retirements.changed(change).await().atMost(LONGEST_READ);
        while (!page.isEmpty()) {
            changed = true;
            for (Retired each : page) {
                int product = ids.numberOf(each.product());
                products.put(product, each.product());
                book.retire(product, each.anchorType(), each.placement(), each.retired(), each.viewsBefore());
            }
            change = page.getLast().change();
            page = retirements.changed(change).await().atMost(LONGEST_READ);
        }
        return changed;
    }

    private boolean retireDue() {
        List<Retired> due =
                book.due(config.retirement()).stream().map(this::retired).toList();
        if (!due.isEmpty()) {
            retirements.retire(due).await().atMost(LONGEST_READ);
            retired.increment(due.size());
        }
        return !due.isEmpty();
    }

    private Retired retired(AcceptanceBook.Retirement due) {
        return new Retired(
                products.getOrDefault(due.product(), ""),
                due.placement(),
                due.anchorType(),
                due.views(),
                0,
                due.leastRate(),
                RetirementRule.probability(due.leastRate(), due.views()),
                true,
                Instant.EPOCH,
                Optional.empty(),
                "",
                0);
    }
}
