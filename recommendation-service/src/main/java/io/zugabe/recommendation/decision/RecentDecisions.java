package io.zugabe.recommendation.decision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.zugabe.recommendation.privacy.PersonalMemory;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The latest decisions: in memory at once, in the archive soon after. */
@Singleton
public class RecentDecisions implements PersonalMemory {

    private final DecisionArchive archive;
    private final Cache<UUID, DecisionRecord> memory;
    private final Counter dropped;

    public RecentDecisions(DecisionArchive archive, TraceConfig config, MeterRegistry metrics) {
        this.archive = archive;
        this.memory = Caffeine.newBuilder()
                .maximumWeight(config.candidatesInMemory())
                .weigher((UUID ignored, DecisionRecord decision) -> weight(decision))
                .expireAfterWrite(config.retention())
                .build();
        this.dropped = metrics.counter("zugabe.trace.dropped");
    }

    void add(DecisionRecord decision) {
        memory.put(decision.id(), decision);
        if (!archive.keep(decision)) {
            dropped.increment();
        }
    }

    Optional<DecisionRecord> find(UUID id) {
        return Optional.ofNullable(memory.getIfPresent(id));
    }

    @Override
    public void forget(ErasedPeople people) {
        memory.asMap().values().removeIf(decision -> decision.isAbout(people));
    }

    /** The candidates of its trace, and something for the request and the reply. */
    private static int weight(DecisionRecord decision) {
        return 10
                + decision.decision().stages().stream()
                        .mapToInt(stage -> stage.candidates().size())
                        .sum();
    }
}
