package io.zugabe.recommendation.decision;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds a decision to explain it. */
@Singleton
public class ExplainDecision {

    private final RecentDecisions decisions;
    private final DecisionArchive archive;

    public ExplainDecision(RecentDecisions decisions, DecisionArchive archive) {
        this.decisions = decisions;
        this.archive = archive;
    }

    /** The decision with an id, from memory or the archive; fails if it is in neither. */
    public Uni<Explained> explain(UUID id) {
        Optional<DecisionRecord> recent = decisions.find(id);
        if (recent.isPresent()) {
            return Uni.createFrom().item(new Explained.Recalled(recent.get()));
        }
        return archive.find(id)
                .map(trace -> trace.<Explained>map(Explained.Archived::new)
                        .orElseThrow(() -> ZugabeException.of(
                                RecommendationReason.DECISION_NOT_FOUND,
                                "there is no decision " + id + ", or it was made more than 24 hours ago",
                                Map.of("decision_id", id.toString()))));
    }

    /** A decision that was found. */
    public sealed interface Explained {

        /** As it was made by this process. */
        record Recalled(DecisionRecord decision) implements Explained {}

        /** As a serialized {@code zugabe.recommendation.v1.DecisionTrace}. */
        record Archived(byte[] trace) implements Explained {}
    }
}
