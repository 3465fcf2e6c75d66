package io.zugabe.recommendation.placements;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.decision.domain.Merchandise;
import io.zugabe.recommendation.decision.domain.Placement;
import io.zugabe.recommendation.kinds.domain.Alternatives;
import io.zugabe.recommendation.kinds.domain.PlacementRules;
import io.zugabe.recommendation.kinds.domain.Traits;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** What people set about offers, for every decision to read. Stays as it is while the database is away. */
@Singleton
public class MerchandiseModels {

    private static final Logger LOG = Logger.getLogger(MerchandiseModels.class);
    private static final String BUILT_IN = "/kinds/traits.tsv";
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final PlacementStore store;
    private final KindsConfig config;
    private final Alternatives alternatives;
    private final ScheduledExecutorService follower = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("placements").daemon().factory());
    private final AtomicLong loads = new AtomicLong();
    private volatile Merchandise current;
    private long lastLoad;
    private boolean away;

    public MerchandiseModels(PlacementStore store, KindsConfig config) {
        this.store = store;
        this.config = config;
        this.alternatives = new Alternatives(traits(config));
        this.current = new Merchandise(alternatives, Map.of(), 0);
    }

    private static Traits traits(KindsConfig config) {
        try (InputStream builtIn = MerchandiseModels.class.getResourceAsStream(BUILT_IN)) {
            List<String> lines = config.traitsFile().isPresent()
                    ? Files.readAllLines(config.traitsFile().get())
                    : new String(Objects.requireNonNull(builtIn).readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
            return Traits.parse(lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the file of traits cannot be read", unreadable);
        }
    }

    void start(@Observes StartupEvent event) {
        long pause = config.followEvery().toMillis();
        follower.scheduleWithFixedDelay(this::follow, 0, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        follower.shutdownNow();
    }

    /** What is in force. */
    public Merchandise current() {
        return current;
    }

    private void follow() {
        try {
            if (store.state().await().atMost(LONGEST) != current.version()) {
                load().await().atMost(LONGEST);
            }
            away = false;
        } catch (RuntimeException failure) {
            if (!away) {
                LOG.warn("Placements' rules cannot be read; those last known stay in force", failure);
            }
            away = true;
        }
    }

    /** Takes what is in the database. */
    Uni<Void> load() {
        long load = loads.incrementAndGet();
        return store.inForce().invoke(stored -> publish(stored, load)).replaceWithVoid();
    }

    /** What began to be read earlier may be older: it does not replace what began later. */
    private synchronized void publish(List<StoredRules> stored, long load) {
        if (load < lastLoad) {
            return;
        }
        lastLoad = load;
        Map<Placement, PlacementRules> rules = new EnumMap<>(Placement.class);
        stored.forEach(each -> rules.put(each.placement(), each.rules()));
        current = new Merchandise(
                alternatives,
                rules,
                stored.stream().mapToLong(StoredRules::change).sum());
    }
}
