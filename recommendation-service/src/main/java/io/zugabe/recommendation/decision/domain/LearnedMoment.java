package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.moment.domain.Lag;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Before or after the purchase where no relation says it: what most customers bought only later is offered some time
 * after the purchase, see {@link Lag}. What nothing is known of has its moment whenever it is asked for.
 */
final class LearnedMoment {

    private LearnedMoment() {}

    /**
     * Whether a product's time has not come beside an anchor. In a follow-up only what is due comes, or what is asked
     * for. What was learned to be wanted later is noted.
     */
    static boolean refuses(Anchor anchor, Product product, Situation situation, Gathering gathering) {
        if (situation.placement() != Placement.FOLLOW_UP) {
            return false;
        }
        Lag lag = anchor.lags().get(product.type().type());
        if (lag == null || !lag.comesAfter()) {
            return !situation.products().asked().contains(anchor.product());
        }
        boolean due = isDue(lag, anchor.product(), situation);
        if (!due) {
            gathering.drop(product, Drop.AFTER_PURCHASE);
        }
        return !due;
    }

    /** An anchor that the request names may have been bought elsewhere: then the caller knows the time. */
    private static boolean isDue(Lag lag, Product anchor, Situation situation) {
        Optional<Instant> bought = situation.products().boughtAt(anchor);
        if (bought.isEmpty()) {
            return situation.products().asked().contains(anchor);
        }
        Duration since = Duration.between(bought.get(), situation.time());
        return since.compareTo(lag.delay()) >= 0 && since.compareTo(lag.end()) <= 0;
    }

    /** How long after the purchase to offer a candidate; later only if all that it complements says so. */
    static Optional<Duration> after(Candidate candidate, Situation situation) {
        boolean later = !candidate.links().isEmpty()
                && candidate.links().stream()
                        .allMatch(link -> lag(link, candidate, situation)
                                .filter(Lag::comesAfter)
                                .isPresent());
        return later
                ? candidate.links().stream()
                        .flatMap(link -> lag(link, candidate, situation).stream())
                        .map(Lag::delay)
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** What the moment of a candidate was learned from; empty if a relation says it, or nothing was. */
    static Optional<Evidence> evidence(Candidate candidate, Situation situation) {
        if (candidate.links().stream().anyMatch(link -> link.relation().isPresent())) {
            return Optional.empty();
        }
        return candidate.links().stream()
                .flatMap(link -> lag(link, candidate, situation)
                        .filter(lag -> lag.comesAfter() || lag.comesAtOnce())
                        .map(lag -> evidence(link, candidate, lag))
                        .stream())
                .findFirst();
    }

    private static Evidence evidence(Link link, Candidate candidate, Lag lag) {
        String from = link.anchor().type().type();
        String to = candidate.product().type().type();
        LocalizedText sentence = lag.comesAfter()
                ? Phrases.wantedLater(lag.after(), lag.pairs(), (long) Math.ceil(lag.medianDays()))
                : Phrases.wantedAtOnce(lag.before() + lag.together(), lag.pairs());
        return new Evidence(
                Evidence.Source.COUNT, "learned-moment/" + from + ">" + to, Map.of(), sentence, lag.numbers());
    }

    /** What was learned of a link of which no relation sets the timing. */
    private static Optional<Lag> lag(Link link, Candidate candidate, Situation situation) {
        return link.relation().isPresent()
                ? Optional.empty()
                : situation
                        .habits()
                        .lag(
                                link.anchor().type().type(),
                                candidate.product().type().type());
    }
}
