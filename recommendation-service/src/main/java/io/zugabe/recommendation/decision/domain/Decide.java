package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.customer.domain.Customer;
import io.zugabe.recommendation.experiments.domain.AppliedArm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The decision, stage by stage. A pure function: the same request, customer, snapshot, arms, time and
 * seed always give the same offers and the same trace, so a decision can be replayed and explained.
 */
public final class Decide {

    private final Settings settings;

    public Decide(Settings settings) {
        this.settings = settings;
    }

    /**
     * Decides what to offer.
     *
     * @param now used unless the request sets a time
     * @param seed decides between candidates that are equal in everything else
     */
    public Decision decide(
            OfferRequest request, Customer known, Snapshot snapshot, List<AppliedArm> arms, Instant now, long seed) {
        Customer customer = known.asMayBeSeen();
        Products products = Products.of(request, customer.profile(), snapshot.catalog());
        Situation situation = new Situation(
                request,
                customer,
                snapshot,
                products,
                Ranking.of(arms),
                request.time().orElse(now),
                seed);
        List<StageTrace> stages = new ArrayList<>();

        Optional<Silence> forbidden = policy(situation, stages);
        if (forbidden.isPresent()) {
            Optional<Instant> quietUntil = Policy.quietUntil(customer, situation.time());
            return new Decision(List.of(), forbidden, quietUntil, Policy.advice(customer), products.unknown(), stages);
        }
        Eligibility eligibility = new Eligibility(situation, settings);
        List<Candidate> found = candidates(situation, eligibility, stages);
        List<Candidate> fitting = fit(found, situation, stages);
        List<Candidate> eligible = eligibility(fitting, eligibility, stages);
        List<Valued> paying = value(eligible, situation, stages);
        List<Valued> slate = slate(paying, situation, eligibility.budget(), stages);
        List<Offer> offers = reasons(slate, situation, stages);
        Optional<Silence> silence = offers.isEmpty() ? Optional.of(whyNothing(eligible, situation)) : Optional.empty();
        return new Decision(offers, silence, Optional.empty(), Policy.advice(customer), products.unknown(), stages);
    }

    private static Optional<Silence> policy(Situation situation, List<StageTrace> stages) {
        StageTrace.Writer trace = new StageTrace.Writer("policy");
        Optional<Silence> silence = Policy.judge(situation.request(), situation.customer(), situation.time());
        trace.note(Policy.describe(situation.customer().profile().treatment(), situation.time()));
        trace.note(silence.map(Silence::description)
                .orElse("Offers may be made here: at most "
                        + situation.request().limit() + "."));
        trace.note("Ranked by " + situation.ranking().name().toLowerCase(Locale.ROOT) + ".");
        stages.add(trace.done());
        return silence;
    }

    private List<Candidate> candidates(Situation situation, Eligibility eligibility, List<StageTrace> stages) {
        StageTrace.Writer trace = new StageTrace.Writer("candidates");
        List<Candidate> found = Candidates.find(situation, eligibility, settings, trace);
        stages.add(trace.done());
        return found;
    }

    private static List<Candidate> fit(List<Candidate> found, Situation situation, List<StageTrace> stages) {
        StageTrace.Writer trace = new StageTrace.Writer("fit");
        List<Candidate> fitting = Fit.apply(found, situation, trace);
        stages.add(trace.done());
        return fitting;
    }

    private static List<Candidate> eligibility(
            List<Candidate> fitting, Eligibility eligibility, List<StageTrace> stages) {
        StageTrace.Writer trace = new StageTrace.Writer("eligibility");
        List<Candidate> eligible = Eligibility.apply(fitting, eligibility, trace);
        stages.add(trace.done());
        return eligible;
    }

    private List<Valued> value(List<Candidate> eligible, Situation situation, List<StageTrace> stages) {
        StageTrace.Writer trace = new StageTrace.Writer("value");
        List<Valued> paying = Explore.apply(Value.apply(eligible, situation, settings, trace), situation, trace);
        stages.add(trace.done());
        return paying;
    }

    private static List<Valued> slate(List<Valued> paying, Situation situation, long budget, List<StageTrace> stages) {
        StageTrace.Writer trace = new StageTrace.Writer("slate");
        List<Valued> slate = Slate.choose(paying, situation, budget, trace);
        stages.add(trace.done());
        return slate;
    }

    private static List<Offer> reasons(List<Valued> slate, Situation situation, List<StageTrace> stages) {
        StageTrace.Writer trace = new StageTrace.Writer("reasons");
        List<Offer> offers = Reasons.render(slate, situation, trace);
        stages.add(trace.done());
        return offers;
    }

    private static Silence whyNothing(List<Candidate> eligible, Situation situation) {
        OfferRequest request = situation.request();
        boolean namesProducts = !request.anchors().isEmpty() || !request.cart().isEmpty();
        boolean browsing = situation.placement() == Placement.HOME && !namesProducts;
        if (situation.products().anchors().isEmpty() && !browsing) {
            return Silence.NOTHING_TO_COMPLEMENT;
        }
        if (eligible.isEmpty() && situation.waitsForTrigger()) {
            return Silence.NOT_TRIGGERED;
        }
        return eligible.isEmpty() ? Silence.NOTHING_FITS : Silence.NOTHING_PAYS;
    }
}
