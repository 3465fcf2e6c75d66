package io.zugabe.recommendation.insight.adapter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.insight.AttributionConfig;
import io.zugabe.recommendation.upstream.Reached;
import io.zugabe.recommendation.upstream.Upstream;
import io.zugabe.recommendation.upstream.UpstreamConfig;
import io.zugabe.recommendation.upstream.adapter.LogFollower;
import io.zugabe.recommendation.upstream.adapter.LogReader;
import io.zugabe.segmentation.v1.SubscribeResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Follows the log of what becomes of offers, of orders and of refunds into the database. */
@Singleton
public class OfferFollower implements LogReader<LoggedRun> {

    private final OfferStore store;
    private final OfferCleaning cleaning;
    private final AttributionConfig config;
    private final LogFollower<LoggedRun> follower;
    private final Counter skipped;
    private final ScheduledExecutorService cleaner = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("offers-cleaner").daemon().factory());

    public OfferFollower(
            Upstream upstream,
            UpstreamConfig upstreamConfig,
            OfferStore store,
            OfferCleaning cleaning,
            AttributionConfig config,
            MeterRegistry metrics) {
        this.store = store;
        this.cleaning = cleaning;
        this.config = config;
        this.follower = new LogFollower<>(this, upstream, upstreamConfig);
        this.skipped = metrics.counter("zugabe.attribution.skipped");
        metrics.gauge("zugabe.attribution.lag", follower, LogFollower::lag);
    }

    void start(@Observes StartupEvent event) {
        follower.start(() -> {});
        long pause = config.cleanEvery().toMillis();
        cleaner.scheduleWithFixedDelay(cleaning::clean, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
        cleaner.shutdownNow();
    }

    @Override
    public String name() {
        return "offers";
    }

    @Override
    public List<String> kinds() {
        return List.of(
                "offer_shown",
                "offer_clicked",
                "offer_added",
                "offer_dismissed",
                "purchase",
                "refund",
                "subjects_erased");
    }

    @Override
    public Uni<Reached> load() {
        return store.reached();
    }

    @Override
    public List<LoggedRun> runs(SubscribeResponse message, Reached before) {
        boolean nothingNew = message.getEventsCount() == 0 && before.log().equals(message.getLogId());
        return nothingNew ? List.of() : OfferEventMapping.runs(message);
    }

    @Override
    public Uni<Reached> take(LoggedRun run, Reached before) {
        return store.append(run, before.generation())
                .invoke(left -> skipped.increment(left))
                .replaceWith(() -> before.upTo(run.position(), run.log()));
    }

    @Override
    public Uni<Reached> forget(long generation) {
        return store.forget(generation);
    }
}
