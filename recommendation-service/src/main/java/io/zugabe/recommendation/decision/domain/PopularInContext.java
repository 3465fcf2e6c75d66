package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.complements.domain.Habits;
import io.zugabe.recommendation.complements.domain.Popularity;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Source: what is bought lately, and what was bought at this time of the year, in the categories that the customer looks
 * at, else in the whole shop. On the first page only: elsewhere an anchor says more. Parts of something stay out:
 * nobody knows what they would have to fit.
 */
final class PopularInContext {

    private static final int MOST_CATEGORIES = 3;

    private final Situation situation;
    private final Eligibility eligibility;
    private final Gathering gathering;
    private int left;

    private PopularInContext(Situation situation, Eligibility eligibility, Settings settings, Gathering gathering) {
        this.situation = situation;
        this.eligibility = eligibility;
        this.gathering = gathering;
        this.left = settings.candidatesPerRelation();
    }

    static void find(Situation situation, Eligibility eligibility, Settings settings, Gathering gathering) {
        if (situation.placement() == Placement.HOME) {
            new PopularInContext(situation, eligibility, settings, gathering).find();
        }
    }

    private void find() {
        Popularity popularity = situation.habits().popularity();
        Month month = situation.time().atOffset(ZoneOffset.UTC).getMonth();
        double total = Math.max(1, situation.baskets().total());
        for (String category : categories()) {
            popularity.forEachLately(category, (number, orders) -> {
                double share = (double) orders / Math.max(1, popularity.latelyOrders());
                add(number, new Lately(category, orders, popularity.latelyDays(), share));
            });
            popularity.forEachInSeason(category, month.getValue(), (number, orders) -> {
                double share = situation.baskets().keptOf(number) / total;
                add(number, new InSeason(category, orders, month, share));
            });
        }
    }

    private Set<String> categories() {
        Set<String> categories = new LinkedHashSet<>();
        for (Product anchor : situation.products().anchors()) {
            if (categories.size() < MOST_CATEGORIES && !anchor.category().isEmpty()) {
                categories.add(Habits.path(anchor.category()));
            }
        }
        if (categories.isEmpty()) {
            categories.add("");
        }
        return categories;
    }

    private void add(int number, Claim claim) {
        Product product = situation.catalog().product(number);
        if (left > 0
                && product != null
                && !gathering.has(product)
                && !situation.catalog().fit().isPart(product.type())
                && eligibility.judge(product, OfferKind.POPULAR).isEmpty()) {
            gathering.add(product, OfferKind.POPULAR, claim);
            left--;
        }
    }

    private static Offer.Reason reason(
            LocalizedText sentence, String category, Map<String, Double> numbers, String locale) {
        Map<String, String> context = category.isEmpty() ? Map.of() : Map.of("category", category);
        return new Offer.Reason(
                Offer.Code.POPULAR_IN_CONTEXT,
                sentence.in(locale),
                new Evidence(Evidence.Source.COUNT, "popular-in-context", context, sentence, numbers));
    }

    /**
     * Bought lately.
     *
     * @param share of all orders of that time
     */
    private record Lately(String category, int orders, int days, double share) implements Claim {

        @Override
        public String code() {
            return "popular_lately";
        }

        @Override
        public double assumed(double affordability, Settings settings) {
            return share;
        }

        @Override
        public Map<String, Double> numbers() {
            return Map.of("orders", (double) orders, "days", (double) days, "orders_share", share);
        }

        @Override
        public Offer.Reason reason(String locale) {
            return PopularInContext.reason(Phrases.popularLately(orders, days), category, numbers(), locale);
        }
    }

    /**
     * Bought in this month of former years.
     *
     * @param share of all orders
     */
    private record InSeason(String category, int orders, Month month, double share) implements Claim {

        @Override
        public String code() {
            return "popular_in_season";
        }

        @Override
        public double assumed(double affordability, Settings settings) {
            return share;
        }

        @Override
        public Map<String, Double> numbers() {
            return Map.of("orders", (double) orders, "month", (double) month.getValue(), "orders_share", share);
        }

        @Override
        public Offer.Reason reason(String locale) {
            return PopularInContext.reason(Phrases.popularInSeason(orders, month), category, numbers(), locale);
        }
    }
}
