package io.zugabe.recommendation.decision;

import io.smallrye.mutiny.Uni;
import io.zugabe.assignment.Units;
import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.customer.CustomerReader;
import io.zugabe.recommendation.customer.domain.Customer;
import io.zugabe.recommendation.decision.domain.Decide;
import io.zugabe.recommendation.decision.domain.Decision;
import io.zugabe.recommendation.decision.domain.OfferRequest;
import io.zugabe.recommendation.decision.domain.Snapshot;
import io.zugabe.recommendation.experiments.ExperimentReplica;
import io.zugabe.recommendation.experiments.domain.AppliedArm;
import io.zugabe.recommendation.feedback.TrackingTokens;
import io.zugabe.recommendation.incentives.KeepPromises;
import io.zugabe.recommendation.incentives.domain.Leased;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides what to offer: reads the customer, takes what lies in memory (catalog, counts, experiments),
 * hands it all to {@link Decide}, and records what came of it.
 */
@Singleton
public class RecommendOffers {

    private static final Duration RETRY = Duration.ofMillis(200);

    private final Snapshots snapshots;
    private final CurrencyCheck currencyCheck;
    private final CustomerReader customers;
    private final ExperimentReplica experiments;
    private final RecordDecision record;
    private final TrackingTokens tokens;
    private final KeepPromises promises;
    private final Decide decide;
    private final int mostInProgress;
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger inProgress = new AtomicInteger();

    public RecommendOffers(
            Snapshots snapshots,
            CurrencyCheck currencyCheck,
            CustomerReader customers,
            ExperimentReplica experiments,
            RecordDecision record,
            TrackingTokens tokens,
            KeepPromises promises,
            DecisionConfig config) {
        this.snapshots = snapshots;
        this.currencyCheck = currencyCheck;
        this.customers = customers;
        this.experiments = experiments;
        this.record = record;
        this.tokens = tokens;
        this.promises = promises;
        this.decide = new Decide(config.settings());
        this.mostInProgress = config.mostInProgress();
    }

    /** Decides; the result is recorded already. Without a catalog it fails before it reads anything. */
    public Uni<DecisionRecord> recommend(OfferRequest request) {
        snapshots.current();
        currencyCheck.check(request);
        if (inProgress.incrementAndGet() > mostInProgress) {
            inProgress.decrementAndGet();
            throw ZugabeException.retryable(
                    KitReason.OVERLOADED, mostInProgress + " decisions are in progress; try again", RETRY);
        }
        return customers
                .read(request.customerId(), request.visitorId())
                .map(customer -> decide(request, customer, snapshots.current()))
                .onTermination()
                .invoke(inProgress::decrementAndGet);
    }

    /** Decides for a customer who was read already; the result is recorded already. */
    public DecisionRecord recommend(OfferRequest request, Customer customer) {
        return decide(request, customer, snapshots.current());
    }

    /**
     * What would be decided for a customer if nobody were held out of a campaign: to know who of its control group would
     * have got something. Nothing is recorded, for nothing is offered.
     */
    public Decision withoutControl(OfferRequest request, Customer customer, String campaign) {
        Snapshot snapshot = snapshots.current().snapshot().orElseThrow();
        Snapshot open = snapshot.during(snapshot.campaigns().heldOutOfNone(campaign));
        Instant now = clock.instant();
        List<AppliedArm> arms = experiments.current().armsOf(new Units(request.customerId(), request.visitorId()));
        UUID id = DecisionIds.next(now, ThreadLocalRandom.current());
        return decide.decide(request, customer, open, arms, now, DecisionIds.seed(id));
    }

    private DecisionRecord decide(OfferRequest request, Customer customer, KeptSnapshot snapshot) {
        KeptSnapshot kept = snapshot;
        long start = System.nanoTime();
        Instant now = clock.instant();
        UUID id = DecisionIds.next(now, ThreadLocalRandom.current());
        List<AppliedArm> arms = experiments.current().armsOf(new Units(request.customerId(), request.visitorId()));
        Decision decision =
                decide.decide(request, customer, kept.snapshot().orElseThrow(), arms, now, DecisionIds.seed(id));
        Optional<Leased> leased = promises.keep(decision, request, now);
        while (leased.isEmpty()) { // the money for an incentive has just run out: decided again without it
            kept = snapshots.current();
            decision = decide.decide(request, customer, kept.snapshot().orElseThrow(), arms, now, DecisionIds.seed(id));
            leased = promises.keep(decision, request, now);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        DecisionRecord decided = new DecisionRecord(
                id,
                now,
                took,
                request,
                decision,
                arms,
                kept.version(),
                customer.profile().version(),
                tokens.of(id, request, decision, leased.get()));
        record.record(
                new KeptDecision(id, now, took, request, customer, kept, arms, decided.tokens(), decide), decided);
        return decided;
    }
}
