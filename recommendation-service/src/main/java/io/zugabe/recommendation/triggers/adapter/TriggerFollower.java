package io.zugabe.recommendation.triggers.adapter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.triggers.CatalogUses;
import io.zugabe.recommendation.triggers.TriggerRun;
import io.zugabe.recommendation.upstream.Reached;
import io.zugabe.recommendation.upstream.Upstream;
import io.zugabe.recommendation.upstream.UpstreamConfig;
import io.zugabe.recommendation.upstream.adapter.LogFollower;
import io.zugabe.recommendation.upstream.adapter.LogReader;
import io.zugabe.segmentation.v1.SubscribeResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Follows the log of what starts and stops timers. Waits for the catalog, which says what goes with a
 * product later.
 */
@Singleton
public class TriggerFollower implements LogReader<TriggerRun> {

    private final TriggerLog log;
    private final CatalogReplica replica;
    private final LogFollower<TriggerRun> follower;
    private final Counter late;

    public TriggerFollower(
            Upstream upstream, UpstreamConfig config, TriggerLog log, CatalogReplica replica, MeterRegistry metrics) {
        this.log = log;
        this.replica = replica;
        this.follower = new LogFollower<>(this, upstream, config);
        this.late = metrics.counter("zugabe.triggers.late");
        metrics.gauge("zugabe.triggers.lag", follower, LogFollower::lag);
    }

    void start(@Observes StartupEvent event) {
        follower.start(() -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    @Override
    public String name() {
        return "triggers";
    }

    @Override
    public List<String> kinds() {
        return List.of(
                "add_to_cart",
                "remove_from_cart",
                "purchase",
                "refund",
                "consent_changed",
                "identity_linked",
                "customers_merged",
                "subjects_erased");
    }

    @Override
    public Uni<Reached> load() {
        return log.reached().call(this::catalog);
    }

    @Override
    public List<TriggerRun> runs(SubscribeResponse message, Reached before) {
        boolean nothing = message.getEventsCount() == 0 && before.log().equals(message.getLogId());
        return nothing ? List.of() : TriggerEvents.runs(message);
    }

    @Override
    public Uni<Reached> take(TriggerRun run, Reached before) {
        return catalog()
                .chain(snapshot -> log.append(run, before.generation(), new CatalogUses(snapshot)))
                .invoke(number -> late.increment(number))
                .replaceWith(() -> before.upTo(run.position(), run.log()));
    }

    @Override
    public Uni<Reached> forget(long generation) {
        return log.forget(generation);
    }

    private Uni<CatalogSnapshot> catalog() {
        return replica.current()
                .map(snapshot -> Uni.createFrom().item(snapshot))
                .orElseGet(
                        () -> Uni.createFrom().failure(new IllegalStateException("the catalog has not arrived yet")));
    }
}
