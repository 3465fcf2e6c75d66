package io.zugabe.recommendation.decision;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.zugabe.recommendation.privacy.PersonalMemory;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The latest decisions: what they were made from in memory at once, how they came about in the archive soon after. */
@Singleton
public class RecentDecisions implements PersonalMemory {

    private final DecisionArchive archive;
    private final AtomicReferenceArray<@Nullable KeptDecision> memory;
    private final AtomicLong next = new AtomicLong();
    private final Duration retention;
    private final Counter dropped;
    private final Clock clock = Clock.systemUTC();

    public RecentDecisions(DecisionArchive archive, TraceConfig config, MeterRegistry metrics) {
        this.archive = archive;
        this.memory = new AtomicReferenceArray<>(config.decisionsInMemory());
        this.retention = config.retention();
        this.dropped = metrics.counter("zugabe.trace.dropped");
    }

    /** The newest takes the place of the oldest. */
    void add(KeptDecision decision) {
        memory.set((int) (next.getAndIncrement() % memory.length()), decision);
        if (!archive.keep(decision)) {
            dropped.increment();
        }
    }

    /** A decision that is still here and can still be made again. Looks through all: people ask seldom. */
    Optional<DecisionRecord> find(UUID id) {
        Instant oldest = clock.instant().minus(retention);
        for (int place = 0; place < memory.length(); place++) {
            KeptDecision decision = memory.get(place);
            if (decision != null && decision.id().equals(id) && decision.time().isAfter(oldest)) {
                return decision.explained();
            }
        }
        return Optional.empty();
    }

    @Override
    public void forget(ErasedPeople people) {
        for (int place = 0; place < memory.length(); place++) {
            KeptDecision decision = memory.get(place);
            if (decision != null && decision.isAbout(people)) {
                memory.compareAndSet(place, decision, null);
            }
        }
    }
}
