package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.campaigns.domain.Campaign;
import io.zugabe.recommendation.experiments.domain.AppliedArm;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.Product;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Source: what campaigns push that are in force for this customer here and now; and by how much they rank it
 * higher. It passes the same gates as everything else.
 */
final class Pushed {

    /** Of what nothing speaks for but the campaign, so many take it, as share of a curated complement of strength 1. */
    private static final double UNASKED = 0.2;

    private static final String CONTROL = "control";
    private static final String PUSHED = "campaign";

    private static final Int2DoubleMap NOTHING = noBoosts();

    private Pushed() {}

    static void find(
            List<Anchor> anchors,
            Situation situation,
            Eligibility eligibility,
            Gathering gathering,
            StageTrace.Writer trace) {
        if (situation.snapshot().campaigns().isEmpty()) {
            return;
        }
        String subject = subject(situation.request());
        for (Campaign campaign : inForce(situation)) {
            if (campaign.holdsOut(subject)) {
                trace.note(() -> "The customer is in the control group of the campaign " + campaign.id() + ".");
            } else {
                push(campaign, anchors, situation, eligibility, gathering);
            }
        }
    }

    private static void push(
            Campaign campaign,
            List<Anchor> anchors,
            Situation situation,
            Eligibility eligibility,
            Gathering gathering) {
        for (String id : campaign.products()) {
            Optional<Product> product = situation.catalog().find(id);
            if (product.isPresent()
                    && isFor(campaign, product.get(), situation)
                    && eligibility.judge(product.get(), kind(product.get())).isEmpty()) {
                push(product.get(), new CampaignClaim(campaign), anchors, situation, gathering);
            }
        }
    }

    /** A campaign for owners pushes to each of them only what fits something that they have. */
    private static boolean isFor(Campaign campaign, Product product, Situation situation) {
        if (!campaign.owners()) {
            return true;
        }
        for (Products.Owned owned : situation.products().owned()) {
            if (situation.catalog().fit().matchAsHost(owned.product(), product).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Beside what it fits, if it fits anything; alone only where nothing says that it does not go here. */
    private static void push(
            Product product, Claim claim, List<Anchor> anchors, Situation situation, Gathering gathering) {
        Optional<Drop> refusal = refusal(product, anchors, situation);
        if (refusal.isPresent()) {
            gathering.drop(product, refusal.get());
            return;
        }
        FitTable fit = situation.catalog().fit();
        for (Anchor anchor : anchors) {
            Optional<String> need = anchor.needFor(product, situation.placement());
            if (need.isPresent()
                    && !fit.excluded(anchor.product(), product)
                    && fit.matchAsHost(anchor.product(), product).isPresent()) {
                gathering.add(product, Link.claimed(anchor.product(), Optional.empty(), need.get(), claim));
            }
        }
        gathering.add(product, kind(product), claim);
    }

    /**
     * Why a product is not pushed beside what is being bought. What customers have at home opens no gate here: they
     * look at something else.
     */
    private static Optional<Drop> refusal(Product product, List<Anchor> anchors, Situation situation) {
        FitTable fit = situation.catalog().fit();
        boolean fits = false;
        boolean early = false;
        for (Anchor anchor : anchors) {
            if (situation.products().isHere(anchor.product())) {
                boolean later = anchor.needFor(product, situation.placement()).isEmpty();
                early |= later;
                fits |= !later
                        && !fit.excluded(anchor.product(), product)
                        && fit.match(anchor.product(), product).isPresent();
            }
        }
        if (fits) {
            return Optional.empty();
        }
        if (Promoted.clashes(product, situation)) {
            return Optional.of(Drop.DOES_NOT_FIT);
        }
        return early ? Optional.of(Drop.AFTER_PURCHASE) : Optional.empty();
    }

    /**
     * The side on which the customer is of every campaign with a control group that is in force for them here and now, so
     * that both sides are counted alike, whatever is offered.
     */
    static List<AppliedArm> arms(Situation situation) {
        if (situation.snapshot().campaigns().isEmpty()) {
            return List.of();
        }
        String subject = subject(situation.request());
        List<AppliedArm> arms = new ArrayList<>();
        for (Campaign campaign : inForce(situation)) {
            if (campaign.controlShare() > 0 && isForAnything(campaign, situation)) {
                arms.add(new AppliedArm(campaign.id(), campaign.holdsOut(subject) ? CONTROL : PUSHED, 0, Map.of()));
            }
        }
        return arms;
    }

    private static boolean isForAnything(Campaign campaign, Situation situation) {
        if (!campaign.owners()) {
            return true;
        }
        for (String id : campaign.products()) {
            Optional<Product> product = situation.catalog().find(id);
            if (product.isPresent() && isFor(campaign, product.get(), situation)) {
                return true;
            }
        }
        return false;
    }

    /** What the key of a product is multiplied by, by its number; 1 for most. */
    static Int2DoubleMap boosts(Situation situation) {
        if (situation.snapshot().campaigns().isEmpty()) {
            return NOTHING;
        }
        String subject = subject(situation.request());
        Int2DoubleOpenHashMap boosts = noBoosts();
        for (Campaign campaign : inForce(situation)) {
            if (!campaign.holdsOut(subject)) {
                campaign.products()
                        .forEach(id -> situation
                                .catalog()
                                .find(id)
                                .filter(product -> isFor(campaign, product, situation))
                                .ifPresent(product -> boosts.put(
                                        product.number(), Math.max(boosts.get(product.number()), campaign.boost()))));
            }
        }
        return boosts;
    }

    private static Int2DoubleOpenHashMap noBoosts() {
        Int2DoubleOpenHashMap boosts = new Int2DoubleOpenHashMap();
        boosts.defaultReturnValue(1);
        return boosts;
    }

    private static List<Campaign> inForce(Situation situation) {
        return situation
                .snapshot()
                .campaigns()
                .inForce(
                        situation.customer().profile().segments(),
                        situation.placement().name(),
                        situation.request().circumstances(),
                        situation.time());
    }

    private static String subject(OfferRequest request) {
        return request.customerId().isEmpty() ? "v:" + request.visitorId() : "c:" + request.customerId();
    }

    private static OfferKind kind(Product product) {
        return product.type().isService() ? OfferKind.SERVICE : OfferKind.ADD_ON;
    }

    /** The shop says why. */
    private record CampaignClaim(Campaign campaign) implements Claim {

        @Override
        public String code() {
            return "campaign";
        }

        @Override
        public double assumed(double affordability, Settings settings) {
            return UNASKED * settings.curatedAcceptance() * affordability;
        }

        @Override
        public Map<String, Double> numbers() {
            return Map.of("campaign_boost", campaign.boost());
        }

        @Override
        public Offer.Reason reason(String locale) {
            Evidence evidence = new Evidence(
                    Evidence.Source.CURATED, "campaign/" + campaign.id(), Map.of(), campaign.reason(), numbers());
            return new Offer.Reason(Offer.Code.CAMPAIGN, campaign.reason().in(locale), evidence);
        }
    }
}
