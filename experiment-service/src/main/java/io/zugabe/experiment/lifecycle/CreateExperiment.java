package io.zugabe.experiment.lifecycle;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.domain.Actor;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.Plan;
import io.zugabe.kit.error.FieldViolation;
import io.zugabe.kit.error.ZugabeException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates a draft; a repeated call gets the first response. */
@ApplicationScoped
public class CreateExperiment {

    private static final Duration REPLAY_WINDOW = Duration.ofHours(24);

    private final ExperimentStore store;
    private final CreateReplays replays;
    private final Clock clock;

    public CreateExperiment(ExperimentStore store, CreateReplays replays, Clock clock) {
        this.store = store;
        this.replays = replays;
        this.clock = clock;
    }

    /**
     * Creates a draft.
     *
     * @param requestId makes the call safe to repeat within 24 hours; null if it is not
     */
    @WithTransaction
    public Uni<Experiment> create(Plan plan, @Nullable UUID requestId, Actor by) {
        // PostgreSQL keeps microseconds: without this, the first response would differ from what is stored
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Experiment draft = Experiment.draft(plan, now);
        if (requestId == null) {
            return store.insert(draft, by);
        }
        return replays.claim(requestId, now, now.minus(REPLAY_WINDOW))
                .flatMap(first -> first.map(response -> replay(response, plan))
                        .orElseGet(() -> createFirst(draft, requestId, by)));
    }

    private Uni<Experiment> createFirst(Experiment draft, UUID requestId, Actor by) {
        return store.insert(draft, by).call(created -> replays.remember(requestId, created));
    }

    private static Uni<Experiment> replay(Experiment first, Plan plan) {
        if (first.plan().equals(plan)) {
            return Uni.createFrom().item(first);
        }
        return Uni.createFrom()
                .failure(ZugabeException.invalid(List.of(new FieldViolation(
                        "request_id",
                        "was used within 24 hours to create another experiment, \"" + first.id()
                                + "\"; every new call needs a new UUID"))));
    }
}
