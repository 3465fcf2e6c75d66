package io.zugabe.segmentation.uplift;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.repeating.Repeating;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Deletes data sets that nothing was uploaded to for the time they are kept, whether anybody trains or not: every
 * hour, so many rows in a transaction. Several replicas may do this at once.
 */
@ApplicationScoped
public class ExpireTrainingData {

    private static final Logger LOG = Logger.getLogger(ExpireTrainingData.class);
    private static final Duration FIRST = Duration.ofMinutes(3);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration LONGEST_STEP = Duration.ofMinutes(1);

    /** Rows deleted in one transaction. */
    static final int STEP = 10_000;

    private final TrainingDataStore store;
    private final UpliftSettings settings;
    private final Repeating running = new Repeating("Expiring training data");

    public ExpireTrainingData(TrainingDataStore store, UpliftSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        running.every(FIRST, EVERY, () -> expire().invoke(ExpireTrainingData::tell));
    }

    void stop(@Observes ShutdownEvent event) {
        running.stop();
    }

    /** Deletes all that has expired; says how many rows there were. */
    public Uni<Long> expire() {
        return Multi.createBy()
                .repeating()
                .uni(() -> store.expire(settings.datasetRetention(), STEP)
                        .ifNoItem()
                        .after(LONGEST_STEP)
                        .fail())
                .whilst(deleted -> deleted == STEP)
                .collect()
                .with(Collectors.summingLong(Long::longValue));
    }

    private static void tell(long rows) {
        if (rows > 0) {
            LOG.infof("%,d rows of training data have expired", rows);
        }
    }
}
