package io.zugabe.recommendation.decision;

import io.zugabe.recommendation.decision.domain.Decision;
import io.zugabe.recommendation.decision.domain.OfferRequest;
import io.zugabe.recommendation.experiments.domain.AppliedArm;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A decision that was made.
 *
 * @param took without network
 * @param model version of the catalog replica and the counts behind it
 * @param profileVersion 0 if no profile was known
 * @param tokens the tracking token of each offer, in their order
 */
public record DecisionRecord(
        UUID id,
        Instant time,
        Duration took,
        OfferRequest request,
        Decision decision,
        List<AppliedArm> arms,
        String model,
        long profileVersion,
        List<String> tokens) {

    /** Whom it was for: "c:" and the customer's id, "v:" and the visitor's. */
    public List<String> subjects() {
        return Stream.of(named("c:", request.customerId()), named("v:", request.visitorId()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> named(String kind, String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(kind + id);
    }

    boolean isAbout(ErasedPeople people) {
        return subjects().stream().anyMatch(people::contains);
    }
}
