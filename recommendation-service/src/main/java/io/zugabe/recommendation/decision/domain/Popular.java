package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.Bucket;
import io.zugabe.recommendation.replica.domain.Product;

/**
 * Source: what many buy, for visitors of whom nothing is known. Parts of something stay out: nobody
 * knows what they would have to fit.
 */
final class Popular {

    private static final int MOST_SCANNED = 5_000;
    private static final double WELL_RATED = 4.5;
    private static final long RATINGS = 20;

    private Popular() {}

    static void find(Situation situation, Eligibility eligibility, Settings settings, Gathering gathering) {
        Bucket best = situation.catalog().all();
        int found = 0;
        for (int place = 0; place < Math.min(best.size(), MOST_SCANNED); place++) {
            Product product = situation.catalog().product(best.at(place));
            if (product != null
                    && found < settings.candidatesPerRelation()
                    && isProven(product, situation)
                    && !situation.catalog().fit().isPart(product.type())
                    && eligibility.judge(product, OfferKind.POPULAR).isEmpty()) {
                gathering.addPopular(product);
                found++;
            }
        }
    }

    /** Whether enough customers rate a product well to say so. */
    static boolean isWellRated(Product product) {
        return product.rating() >= WELL_RATED && product.ratings() >= RATINGS;
    }

    private static boolean isProven(Product product, Situation situation) {
        return situation.baskets().keptOf(product.number()) >= BoughtTogether.LEAST_KEPT || isWellRated(product);
    }
}
