package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.PairCounts;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import java.time.LocalDate;
import java.time.Month;

/** What reasons say: which {@link Sentence}, from which facts. Empty where a fact is missing. */
final class Phrases {

    private Phrases() {}

    static LocalizedText fits(LocalizedText host) {
        return Sentence.FITS.with("host", host).text();
    }

    static LocalizedText complements(LocalizedText anchor) {
        return Sentence.COMPLEMENTS.with("anchor", anchor).text();
    }

    static LocalizedText boughtTogether(int kept, int support, int orders, LocalizedText anchor) {
        Sentence sentence = kept == support ? Sentence.BOUGHT_TOGETHER : Sentence.BOUGHT_TOGETHER_KEPT;
        return sentence.with("kept", kept)
                .with("orders", orders)
                .with("anchor", anchor)
                .text();
    }

    static LocalizedText boughtTogetherInSet(PairCounts counts, LocalizedText one, LocalizedText other) {
        Sentence sentence = allKept(counts) ? Sentence.BOUGHT_IN_SET : Sentence.BOUGHT_IN_SET_KEPT;
        return sentence.with("kept", counts.kept())
                .with("orders", counts.anchorBaskets())
                .with("one", one)
                .with("other", other)
                .text();
    }

    static LocalizedText boughtTogetherWith(
            PairCounts counts, int withThird, LocalizedText anchor, LocalizedText third) {
        Sentence sentence = allKept(counts) ? Sentence.BOUGHT_WITH_THIRD : Sentence.BOUGHT_WITH_THIRD_KEPT;
        return sentence.with("kept", counts.kept())
                .with("orders", counts.anchorBaskets())
                .with("anchor", anchor)
                .with("both", withThird)
                .with("third", third)
                .text();
    }

    private static boolean allKept(PairCounts counts) {
        return counts.kept() == counts.support();
    }

    static LocalizedText alsoBought(int later, int customers, LocalizedText anchor) {
        return Sentence.ALSO_BOUGHT
                .with("later", later)
                .with("customers", customers)
                .with("anchor", anchor)
                .text();
    }

    static LocalizedText learnedComplement(int both, int customers, LocalizedText anchor) {
        return Sentence.LEARNED_COMPLEMENT
                .with("both", both)
                .with("customers", customers)
                .with("anchor", anchor)
                .text();
    }

    static LocalizedText similarProduct(int kept, int orders, LocalizedText similar, LocalizedText anchor) {
        return Sentence.SIMILAR_PRODUCT
                .with("kept", kept)
                .with("orders", orders)
                .with("similar", similar)
                .with("anchor", anchor)
                .text();
    }

    static LocalizedText wantedLater(int later, int pairs, long medianDays) {
        return Sentence.WANTED_LATER
                .with("later", later)
                .with("pairs", pairs)
                .with("days", medianDays)
                .text();
    }

    static LocalizedText wantedAtOnce(int atOnce, int pairs) {
        return Sentence.WANTED_AT_ONCE.with("now", atOnce).with("pairs", pairs).text();
    }

    static LocalizedText popularLately(int orders, int days) {
        return Sentence.POPULAR_LATELY.with("orders", orders).with("days", days).text();
    }

    static LocalizedText popularInSeason(int orders, Month month) {
        return Sentence.POPULAR_IN_SEASON
                .with("orders", orders)
                .with("month", month)
                .text();
    }

    static LocalizedText popular(int orders) {
        return Sentence.POPULAR.with("orders", orders).text();
    }

    static LocalizedText taste() {
        return Sentence.TASTE.facts().text();
    }

    static LocalizedText similarVisits(int visits, int neighbours) {
        return Sentence.SIMILAR_VISITS
                .with("visits", visits)
                .with("neighbours", neighbours)
                .text();
    }

    static LocalizedText neededAgain(LocalDate day) {
        return Sentence.NEEDED_AGAIN.with("date", day).text();
    }

    static LocalizedText wellRated(double average, long ratings) {
        return Sentence.WELL_RATED
                .with("average", average)
                .with("ratings", ratings)
                .text();
    }
}
