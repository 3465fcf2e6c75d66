package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.customer.domain.Customer;
import io.zugabe.recommendation.experiments.domain.AppliedArm;
import io.zugabe.recommendation.incentives.domain.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
     * Decides what to offer. Of the stages it only counts what entered and left: see {@link #explain}.
     *
     * @param now used unless the request sets a time
     * @param seed decides between candidates that are equal in everything else
     */
    public Decision decide(
            OfferRequest request, Customer known, Snapshot snapshot, List<AppliedArm> arms, Instant now, long seed) {
        return decide(request, known, snapshot, arms, now, seed, false);
    }

    /** Makes the same decision again and says how it came about, candidate by candidate. */
    public Decision explain(
            OfferRequest request, Customer known, Snapshot snapshot, List<AppliedArm> arms, Instant now, long seed) {
        return decide(request, known, snapshot, arms, now, seed, true);
    }

    private Decision decide(
            OfferRequest request,
            Customer known,
            Snapshot snapshot,
            List<AppliedArm> arms,
            Instant now,
            long seed,
            boolean explained) {
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
        Stages stages = new Stages(explained);

        Optional<Silence> forbidden = policy(situation, stages);
        if (forbidden.isPresent()) {
            Optional<Instant> quietUntil = Policy.quietUntil(customer, situation.time());
            return new Decision(
                    List.of(),
                    forbidden,
                    quietUntil,
                    Policy.advice(customer),
                    products.unknown(),
                    List.of(),
                    stages.done(),
                    Optional.empty());
        }
        Eligibility eligibility = new Eligibility(situation, settings);
        List<Candidate> found = candidates(situation, eligibility, stages);
        List<Candidate> fitting = fit(found, situation, stages);
        List<Candidate> eligible = eligibility(fitting, eligibility, stages);
        StageTrace.Writer values = stages.begin("value");
        List<Valued> paying = Value.apply(eligible, situation, eligibility.filters(), settings, values);
        Kinds kinds = kinds(situation, eligibility, stages);
        List<Valued> explored = Explore.apply(paying, situation, kinds.room(), values);
        List<Valued> slate = slate(explored, situation, kinds.room(), stages);
        List<Offer> offers = kinds.join(offers(slate, situation, stages));
        Optional<ShippingGap> gap = FillGap.of(paying, situation, stages::begin);
        Optional<Silence> silence = offers.isEmpty() ? Optional.of(whyNothing(eligible, situation)) : Optional.empty();
        return new Decision(
                offers,
                silence,
                Optional.empty(),
                Policy.advice(customer),
                products.unknown(),
                Pushed.arms(situation),
                stages.done(),
                gap);
    }

    private static Optional<Silence> policy(Situation situation, Stages stages) {
        StageTrace.Writer trace = stages.begin("policy");
        Optional<Silence> silence = situation.limit() == 0
                ? Optional.of(Silence.PLACEMENT_CLOSED)
                : Policy.judge(situation.request(), situation.customer(), situation.time());
        trace.note(() -> Policy.describe(situation.customer().profile().treatment(), situation.time()));
        trace.note(() -> silence.map(Silence::description)
                .orElse("Offers may be made here: at most " + situation.limit() + "."));
        trace.note(() -> "Ranked by " + situation.ranking().name().toLowerCase(Locale.ROOT) + ".");
        return silence;
    }

    private List<Candidate> candidates(Situation situation, Eligibility eligibility, Stages stages) {
        StageTrace.Writer trace = stages.begin("candidates");
        return Candidates.find(situation, eligibility, settings, trace);
    }

    private static List<Candidate> fit(List<Candidate> found, Situation situation, Stages stages) {
        StageTrace.Writer trace = stages.begin("fit");
        return Fit.apply(found, situation, trace);
    }

    private static List<Candidate> eligibility(List<Candidate> fitting, Eligibility eligibility, Stages stages) {
        StageTrace.Writer trace = stages.begin("eligibility");
        return Eligibility.apply(fitting, eligibility, trace);
    }

    private static List<Valued> slate(List<Valued> paying, Situation situation, Room room, Stages stages) {
        StageTrace.Writer trace = stages.begin("slate");
        return Slate.choose(paying, situation, room, trace);
    }

    private Kinds kinds(Situation situation, Eligibility eligibility, Stages stages) {
        StageTrace.Writer trace = stages.begin("kinds");
        return Kinds.find(situation, eligibility, settings, trace);
    }

    private static List<Offer> offers(List<Valued> slate, Situation situation, Stages stages) {
        if (situation.snapshot().incentives().isEmpty() || slate.isEmpty()) {
            return reasons(slate, situation, stages);
        }
        StageTrace.Writer trace = stages.begin("incentive");
        @Nullable Promise[] promises = Incentivize.choose(slate, situation, trace);
        return IncentiveReasons.with(reasons(slate, situation, stages), promises, situation);
    }

    private static List<Offer> reasons(List<Valued> slate, Situation situation, Stages stages) {
        StageTrace.Writer trace = stages.begin("reasons");
        return Reasons.render(slate, situation, trace);
    }

    /** The stages so far, in order. */
    private static final class Stages {

        private final boolean explained;
        private final List<StageTrace.Writer> begun = new ArrayList<>();

        Stages(boolean explained) {
            this.explained = explained;
        }

        StageTrace.Writer begin(String stage) {
            StageTrace.Writer writer = new StageTrace.Writer(stage, explained);
            begun.add(writer);
            return writer;
        }

        List<StageTrace> done() {
            List<StageTrace> stages = new ArrayList<>(begun.size());
            begun.forEach(stage -> stages.add(stage.done()));
            return stages;
        }
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
