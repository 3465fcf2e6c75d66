package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.PairCounts;
import io.zugabe.recommendation.decision.domain.Offer.Code;
import io.zugabe.recommendation.decision.domain.Offer.Reason;
import io.zugabe.recommendation.decision.domain.Offer.ShownFit;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.FitLimit;
import io.zugabe.recommendation.replica.domain.FitMatch;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stage 8: why each offer is made, in the customer's language, from nothing but what is in the data. */
final class Reasons {

    private final Situation situation;
    private final String locale;

    Reasons(Situation situation) {
        this.situation = situation;
        this.locale = situation.request().locale();
    }

    static List<Offer> render(List<Valued> slate, Situation situation, StageTrace.Writer trace) {
        Reasons reasons = new Reasons(situation);
        List<Offer> offers = new ArrayList<>();
        for (Valued valued : slate) {
            Offer offer = reasons.offer(valued, offers.size() + 1);
            trace.passed(
                    offer.product().id(),
                    () -> offer.reasons().stream()
                            .map(reason -> reason.code().name())
                            .collect(Collectors.joining("+")),
                    () -> Map.of("rank", (double) offer.rank()));
            offers.add(offer);
        }
        return offers;
    }

    private Offer offer(Valued valued, int rank) {
        Candidate candidate = valued.candidate();
        Optional<ShownFit> fit = candidate.fit().map(this::shown);
        List<Reason> reasons = new ArrayList<>();
        candidate.fit().ifPresent(match -> reasons.add(fits(match, fit.orElseThrow())));
        strongestRelation(candidate).ifPresent(link -> reasons.add(complements(link)));
        mostBought(candidate).ifPresent(link -> reasons.add(boughtTogether(link)));
        taste(candidate).ifPresent(reasons::add);
        similarVisits(candidate).ifPresent(reasons::add);
        claims(candidate).map(claim -> claim.reason(locale)).ifPresent(reasons::add);
        if (candidate.links().isEmpty() && candidate.claim().isEmpty()) {
            popular(candidate.product()).ifPresent(reasons::add);
        }
        if (Popular.isWellRated(candidate.product())) {
            reasons.add(wellRated(candidate.product()));
        }
        reasons.removeIf(reason -> reason.text().isEmpty()); // what evidence does not fill cannot be said
        return new Offer(
                candidate.product(),
                candidate.kind(),
                rank,
                complemented(candidate),
                fit,
                reasons,
                Moment.after(candidate, situation).or(() -> LearnedMoment.after(candidate, situation)),
                LearnedMoment.evidence(candidate, situation),
                candidate.need(),
                valued.terms().value(),
                Origins.of(valued, situation));
    }

    /** The anchors, each once. */
    private static List<String> complemented(Candidate candidate) {
        List<String> ids = new ArrayList<>(candidate.links().size());
        for (Link link : candidate.links()) {
            if (!ids.contains(link.anchor().id())) {
                ids.add(link.anchor().id());
            }
        }
        return ids;
    }

    ShownFit shown(FitMatch match) {
        return new ShownFit(
                match.cell().verdict(),
                match.cell().limits(),
                FitEvidence.of(match, situation.catalog().fit()),
                match.host().id());
    }

    /** With the limit, if there is one: a customer must not read "fits" alone. */
    Reason fits(FitMatch match, ShownFit fit) {
        Evidence evidence = said(fit);
        if (evidence == null) {
            evidence = new Evidence(
                    Evidence.Source.RULE,
                    fit.evidence().isEmpty()
                            ? situation.catalog().fit().version()
                            : fit.evidence().getFirst().id(),
                    Map.of(),
                    Phrases.fits(match.host().name()),
                    Map.of());
        }
        StringBuilder text = new StringBuilder(evidence.sentence().in(locale));
        for (FitLimit limit : fit.limits()) {
            String sentence = limit.sentence().in(locale);
            text.append(sentence.isEmpty() ? "" : " ").append(sentence);
        }
        return new Reason(Code.FITS, text.toString(), evidence);
    }

    /** The deciding rule that has a sentence to show. */
    private static @Nullable Evidence said(ShownFit fit) {
        for (Evidence rule : fit.evidence()) {
            if (!rule.sentence().isEmpty()) {
                return rule;
            }
        }
        return null;
    }

    private static Optional<Link> strongestRelation(Candidate candidate) {
        Link strongest = null;
        for (Link link : candidate.links()) {
            if (link.relation().isPresent() && (strongest == null || strength(link) > strength(strongest))) {
                strongest = link;
            }
        }
        return Optional.ofNullable(strongest);
    }

    private static double strength(Link link) {
        return link.relation().map(Relation::strength).orElse(0.0);
    }

    private Reason complements(Link link) {
        Relation relation = link.relation().orElseThrow();
        LocalizedText sentence =
                relation.reason().isEmpty() ? Phrases.complements(link.anchor().name()) : relation.reason();
        Evidence evidence = new Evidence(
                Evidence.Source.CURATED, relation.id(), Map.of(), sentence, Map.of("strength", relation.strength()));
        return new Reason(Code.COMPLEMENTS, sentence.in(locale), evidence);
    }

    /** What speaks for itself comes before what speaks for a link. */
    private static Optional<Claim> claims(Candidate candidate) {
        if (candidate.claim().isPresent()) {
            return candidate.claim();
        }
        for (Link link : candidate.links()) {
            if (link.claim().isPresent()) {
                return link.claim();
            }
        }
        return Optional.empty();
    }

    private static Optional<Link> mostBought(Candidate candidate) {
        Link most = null;
        for (Link link : candidate.links()) {
            if (link.claim().isEmpty()
                    && kept(link) >= BoughtTogether.LEAST_KEPT
                    && (most == null || kept(link) > kept(most))) {
                most = link;
            }
        }
        return Optional.ofNullable(most);
    }

    private static int kept(Link link) {
        return link.counts().map(PairCounts::kept).orElse(0);
    }

    private Reason boughtTogether(Link link) {
        PairCounts counts = link.counts().orElseThrow();
        LocalizedText sentence = Phrases.boughtTogether(
                counts.kept(),
                counts.support(),
                counts.anchorBaskets(),
                link.anchor().name());
        Evidence evidence = new Evidence(
                Evidence.Source.COUNT, "bought-together", Map.of(), sentence, BoughtTogether.numbers(counts));
        return new Reason(Code.BOUGHT_TOGETHER, sentence.in(locale), evidence);
    }

    private Optional<Reason> taste(Candidate candidate) {
        for (Link link : candidate.links()) {
            if (link.taste().isPresent()) {
                return Optional.of(taste(link.taste().get()));
            }
        }
        return Optional.empty();
    }

    private Reason taste(TasteScore score) {
        LocalizedText sentence = Phrases.taste();
        Evidence evidence =
                new Evidence(Evidence.Source.COUNT, "taste@" + score.model(), Map.of(), sentence, score.numbers());
        return new Reason(Code.TASTE, sentence.in(locale), evidence);
    }

    private Optional<Reason> similarVisits(Candidate candidate) {
        for (Link link : candidate.links()) {
            if (link.visits().isPresent()) {
                return Optional.of(similarVisits(link.visits().get()));
            }
        }
        return Optional.empty();
    }

    private Reason similarVisits(SimilarVisits visits) {
        LocalizedText sentence = Phrases.similarVisits(visits.visits(), visits.neighbours());
        Evidence evidence =
                new Evidence(Evidence.Source.COUNT, "session_neighbours", Map.of(), sentence, visits.numbers());
        return new Reason(Code.SIMILAR_VISITS, sentence.in(locale), evidence);
    }

    private Optional<Reason> popular(Product product) {
        int kept = situation.baskets().keptOf(product.number());
        if (kept < BoughtTogether.LEAST_KEPT) {
            return Optional.empty();
        }
        LocalizedText sentence = Phrases.popular(kept);
        Map<String, Double> numbers = Map.of(
                "baskets", (double) kept,
                "returned", (double) situation.baskets().returnedOf(product.number()),
                "baskets_total", (double) situation.baskets().total());
        return Optional.of(new Reason(
                Code.POPULAR,
                sentence.in(locale),
                new Evidence(Evidence.Source.COUNT, "popular", Map.of(), sentence, numbers)));
    }

    Reason wellRated(Product product) {
        LocalizedText sentence = Phrases.wellRated(product.rating(), product.ratings());
        Map<String, Double> numbers = Map.of("average", product.rating(), "ratings", (double) product.ratings());
        return new Reason(
                Code.WELL_RATED,
                sentence.in(locale),
                new Evidence(Evidence.Source.COUNT, "rating", Map.of(), sentence, numbers));
    }
}
