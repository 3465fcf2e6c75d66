package io.zugabe.recommendation.triggers;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.triggers.domain.Timer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The scheduler: looks for what is due, decides it, and hands it to who takes it. On one thread of its own,
 * a bounded number at a time, and no more than the takers have room for: what nobody can take waits as a
 * timer, and is decided when somebody can.
 */
@Singleton
public class RunDueOffers {

    private static final Logger LOG = Logger.getLogger(RunDueOffers.class);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
    private static final Duration CLEAN_UP_EVERY = Duration.ofMinutes(1);
    private static final Duration DECISION_LIFE = Duration.ofMinutes(1);
    private static final int EXPIRE_AT_ONCE = 1_000;
    private static final int MOST_FAILURES = 2;

    private final Timers timers;
    private final DueOffers offers;
    private final Takers takers;
    private final DecideDue decide;
    private final RefreshTakers refresh;
    private final TriggersConfig config;
    private final MeterRegistry metrics;
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong dead = new AtomicLong();
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("due-offers").daemon().factory());
    private Instant cleanUpNext = Instant.EPOCH;

    public RunDueOffers(
            Timers timers,
            DueOffers offers,
            Takers takers,
            DecideDue decide,
            RefreshTakers refresh,
            TriggersConfig config,
            MeterRegistry metrics) {
        this.timers = timers;
        this.offers = offers;
        this.takers = takers;
        this.decide = decide;
        this.refresh = refresh;
        this.config = config;
        this.metrics = metrics;
        metrics.gauge("zugabe.triggers.pending", pending);
        metrics.gauge("zugabe.due.offers.dead", dead);
    }

    void start(@Observes StartupEvent event) {
        long pause = config.every().toMillis();
        scheduler.scheduleWithFixedDelay(this::tick, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Ends with the step at hand; what was claimed comes again when its lease has run out. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        scheduler.shutdown();
        scheduler.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            await(refresh.refresh());
            cleanUp();
            boolean more = true;
            while (more && !scheduler.isShutdown()) {
                more = false;
                for (Takers.Served served : takers.ready()) {
                    more |= serve(served);
                }
            }
        } catch (RuntimeException failure) {
            LOG.warnf("Due offers wait: %s", failure.getMessage());
        }
    }

    private void cleanUp() {
        int late = await(timers.expire(EXPIRE_AT_ONCE));
        count("expired", "NOT_SENT_IN_TIME").increment(late);
        count("dead", "").increment(await(offers.bury(config.attempts())));
        if (!clock.instant().isBefore(cleanUpNext)) {
            cleanUpNext = clock.instant().plus(CLEAN_UP_EVERY);
            dead.set(await(offers.cleanUp(config.retention())));
            pending.set(await(timers.pending()));
        }
    }

    /** Decides and delivers; true if there may be more. */
    private boolean serve(Takers.Served served) {
        int most = Math.min(served.room(), config.atOnce());
        List<ClaimedTimer> due = await(timers.claim(served.channels(), most));
        each(due, this::decide);
        List<Delivery> deliveries = await(offers.claim(served.channels(), most, config.acknowledgeWithin()));
        each(deliveries, delivery -> deliver(delivery, served.taker()));
        return due.size() == most || deliveries.size() == most;
    }

    /** One that fails does not stop the others: it comes again when its lease is over. Many that fail do. */
    private static <T> void each(List<T> all, Consumer<T> work) {
        int failures = 0;
        for (T one : all) {
            try {
                work.accept(one);
            } catch (RuntimeException failure) {
                LOG.warnf("A due offer waits: %s", failure.getMessage());
                failures++;
                if (failures > MOST_FAILURES) {
                    throw failure;
                }
            }
        }
    }

    private void decide(ClaimedTimer claimed) {
        switch (await(decide.decide(claimed.subject(), claimed.timer()))) {
            case Outcome.Later later -> await(timers.postpone(claimed, later.due(), later.expires()));
            case Outcome.Final outcome ->
                await(offers.complete(claimed, outcome)).ifPresent(this::count);
        }
    }

    /** What was decided a while ago, or may have arrived already, is decided once more before it is sent. */
    private void deliver(Delivery delivery, Taker taker) {
        boolean fresh = delivery.attempts() == 1
                && delivery.decided().plus(DECISION_LIFE).isAfter(clock.instant());
        if (fresh) {
            taker.take(delivery);
            return;
        }
        Timer timer = delivery.timer();
        switch (await(decide.decide(delivery.subject(), timer))) {
            case Outcome.Offers ignored -> taker.take(delivery);
            case Outcome.Silent silent -> {
                await(offers.withdraw(delivery.id(), silent.reason()));
                count("withdrawn", silent.reason()).increment();
            }
            case Outcome.Control control -> await(offers.withdraw(delivery.id(), control.reason()));
            case Outcome.Later ignored -> LOG.debugf("Due offer %s waits", delivery.id());
        }
    }

    private void count(Outcome.Final outcome) {
        switch (outcome) {
            case Outcome.Offers ignored -> count("due", "").increment();
            case Outcome.Silent silent -> count("silent", silent.reason()).increment();
            case Outcome.Control control -> count("control", control.reason()).increment();
        }
    }

    private Counter count(String outcome, String reason) {
        return metrics.counter("zugabe.due.offers", "outcome", outcome, "reason", reason);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(LONGEST_STEP);
    }
}
