package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.baskets.domain.PairCounts;
import io.zugabe.recommendation.insight.domain.Acceptance;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stage 5: expected incremental profit = P(accept) × (margin − expected return cost).
 *
 * <p>P(accept) of an anchor's complement is the mean of a Beta distribution: what is assumed before
 * anything was sold weighs as much as {@code priorWeight} = m baskets, so with k of the anchor's n
 * baskets having (and keeping) both, P = (k + m·μ) / (n + m); never bought with any of them means k = 0.
 * For curated complements μ is strength × {@code curatedAcceptance} × affordability, halved if it fits
 * only with a limit; for others it is the share of all baskets that have the candidate, for what comes by
 * taste at least its score × {@code curatedAcceptance} × affordability, for session neighbours at least
 * the share of the visits most like this one that looked at it × {@code curatedAcceptance} ×
 * affordability, and all their anchors are one chance: it is one visit. What another source's claim assumes counts in
 * the same way. Affordability is
 * 1 / (1 + (2·price / anchor's price)²): at half the anchor's price every second one still takes it, at
 * the same price every fifth. Of several anchors each is a chance of its own: P = 1 − Π(1 − Pᵢ). For
 * popular products k and n are taken over all baskets; μ is 0, or a tenth of {@code curatedAcceptance}
 * for those that many rate well. What became of such offers then corrects it: see {@link Acceptance}.
 *
 * <p>A return loses the margin and costs the handling, so the expected return cost is r × (margin +
 * handling), with r shrunk in the same way: (returned + m·{@code returnRate}) / (sold + m).
 */
final class Value {

    /** A customer who is told of a limit takes it half as often. */
    private static final double LIMITED = 0.5;

    /** No product's number. */
    private static final int ONE_VISIT = 0;

    private Value() {}

    static List<Valued> apply(
            List<Candidate> candidates, Situation situation, Settings settings, StageTrace.Writer trace) {
        List<Valued> passed = new ArrayList<>();
        Accepted accepted = new Accepted(situation);
        for (Candidate candidate : candidates) {
            Valued.Terms terms = terms(candidate, situation.baskets(), accepted, settings);
            if (accepted.isRetired(candidate)) {
                trace.dropped(candidate.product().id(), Drop.RETIRED, terms.numbers());
                continue;
            }
            if (terms.value() > 0) {
                trace.passed(candidate.product().id(), candidate.code(), terms.numbers());
                passed.add(new Valued(candidate, terms, key(terms, situation.ranking())));
            } else {
                trace.dropped(candidate.product().id(), Drop.DOES_NOT_PAY, terms.numbers());
            }
        }
        return passed;
    }

    private static double key(Valued.Terms terms, Ranking ranking) {
        return switch (ranking) {
            case VALUE -> terms.value();
            case CONFIDENCE -> terms.confidence();
            case POPULARITY -> terms.popularity();
        };
    }

    private static Valued.Terms terms(Candidate candidate, BasketModel baskets, Accepted accepted, Settings settings) {
        Product product = candidate.product();
        int number = product.number();
        double price = product.price().amount();
        double margin = product.cost().map(cost -> price - cost.amount()).orElse(price * settings.marginRate());
        double returnRate = returnRate(product, baskets, settings);
        Acceptance.Estimate estimate = accepted.of(candidate, acceptance(candidate, baskets, settings));
        return new Valued.Terms(
                estimate.probability(),
                margin,
                returnRate,
                returnRate * (Math.max(margin, 0) + settings.handlingCost()),
                confidence(candidate),
                baskets.keptOf(number),
                estimate);
    }

    /** The share of a product that is expected to come back. */
    static double returnRate(Product product, BasketModel baskets, Settings settings) {
        int number = product.number();
        return shrunk(baskets.returnedOf(number), baskets.basketsOf(number), settings.returnRate(), settings);
    }

    private static double acceptance(Candidate candidate, BasketModel baskets, Settings settings) {
        int number = candidate.product().number();
        if (candidate.links().isEmpty() && candidate.claim().isPresent()) {
            return candidate.claim().get().assumed(1, settings);
        }
        if (candidate.links().isEmpty()) {
            return shrunk(baskets.keptOf(number), baskets.total(), popularPrior(candidate, settings), settings);
        }
        Map<Integer, Double> byAnchor = new HashMap<>();
        for (Link link : candidate.links()) {
            double kept = link.counts().map(PairCounts::kept).orElse(0);
            double trials = link.counts()
                    .map(PairCounts::anchorBaskets)
                    .orElse(baskets.basketsOf(link.anchor().number()));
            double posterior = shrunk(kept, trials, prior(candidate, link, baskets, settings), settings);
            boolean shared = link.visits().isPresent()
                    || link.claim().filter(Claim::isOneChance).isPresent();
            int chance = shared ? ONE_VISIT : link.anchor().number();
            byAnchor.merge(chance, posterior, Math::max);
        }
        return 1 - byAnchor.values().stream().reduce(1.0, (refused, accepted) -> refused * (1 - accepted));
    }

    private static double prior(Candidate candidate, Link link, BasketModel baskets, Settings settings) {
        if (link.relation().isEmpty()) {
            int kept = baskets.keptOf(candidate.product().number());
            double bought = baskets.total() == 0 ? 0 : (double) kept / baskets.total();
            double seen = Math.max(byTaste(candidate, link, settings), lookedAt(candidate, link, settings));
            return Math.max(bought, Math.max(seen, claimed(candidate, link, settings)));
        }
        boolean limited = candidate
                .fit()
                .filter(match -> match.cell().verdict() == Verdict.FITS_WITH_LIMITS)
                .isPresent();
        return link.relation().get().strength()
                * settings.curatedAcceptance()
                * affordability(candidate.product(), link.anchor())
                * (limited ? LIMITED : 1);
    }

    private static double byTaste(Candidate candidate, Link link, Settings settings) {
        return link.taste()
                .map(taste -> Math.min(1, taste.score())
                        * settings.curatedAcceptance()
                        * affordability(candidate.product(), link.anchor()))
                .orElse(0.0);
    }

    private static double lookedAt(Candidate candidate, Link link, Settings settings) {
        return link.visits()
                .map(visits -> visits.share()
                        * settings.curatedAcceptance()
                        * affordability(candidate.product(), link.anchor()))
                .orElse(0.0);
    }

    private static double claimed(Candidate candidate, Link link, Settings settings) {
        return link.claim()
                .map(claim -> claim.assumed(affordability(candidate.product(), link.anchor()), settings))
                .orElse(0.0);
    }

    private static double affordability(Product product, Product anchor) {
        double reference = anchor.price().amount();
        double ratio = reference > 0 ? 2 * product.price().amount() / reference : 0;
        return 1 / (1 + ratio * ratio);
    }

    /** What nobody has bought yet but many rate well is not worth nothing. */
    private static double popularPrior(Candidate candidate, Settings settings) {
        return Popular.isWellRated(candidate.product()) ? settings.curatedAcceptance() / 10 : 0;
    }

    private static double confidence(Candidate candidate) {
        return candidate.links().stream()
                .flatMap(link -> link.counts().stream())
                .mapToDouble(Value::keptConfidence)
                .max()
                .orElse(0);
    }

    private static double keptConfidence(PairCounts counts) {
        return counts.anchorBaskets() == 0 ? 0 : (double) counts.kept() / counts.anchorBaskets();
    }

    private static double shrunk(double successes, double trials, double prior, Settings settings) {
        return (successes + settings.priorWeight() * prior) / (trials + settings.priorWeight());
    }
}
