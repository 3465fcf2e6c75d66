package io.zugabe.recommendation.decision;

import io.zugabe.recommendation.decision.domain.Decision;
import io.zugabe.recommendation.decision.domain.OfferRequest;
import io.zugabe.recommendation.experiments.domain.AppliedArm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
        List<String> tokens) {}
