package io.zugabe.recommendation.decision;

import io.zugabe.recommendation.customer.domain.Customer;
import io.zugabe.recommendation.decision.domain.Decide;
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
 * All that a decision was made from. Deciding is a pure function, so this explains it: made again, it comes to the same offers
 * and says on the way what became of every candidate.
 *
 * @param took without network
 * @param tokens by which feedback names its offers, in their order
 */
public record KeptDecision(
        UUID id,
        Instant time,
        Duration took,
        OfferRequest request,
        Customer customer,
        KeptSnapshot snapshot,
        List<AppliedArm> arms,
        List<String> tokens,
        Decide decide) {

    /** The decision, made again with all its stages; empty once its snapshot was let go. */
    public Optional<DecisionRecord> explained() {
        return snapshot.snapshot()
                .map(kept -> new DecisionRecord(
                        id,
                        time,
                        took,
                        request,
                        decide.explain(request, customer, kept, arms, time, DecisionIds.seed(id)),
                        arms,
                        snapshot.version(),
                        customer.profile().version(),
                        tokens));
    }

    /** Whom a decision was for: "c:" and the customer's id, "v:" and the visitor's. */
    public static List<String> subjects(OfferRequest request) {
        return Stream.of(named("c:", request.customerId()), named("v:", request.visitorId()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> named(String kind, String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(kind + id);
    }

    /** Whether it was for one of some people. */
    public boolean isAbout(ErasedPeople people) {
        return subjects(request).stream().anyMatch(people::contains);
    }
}
