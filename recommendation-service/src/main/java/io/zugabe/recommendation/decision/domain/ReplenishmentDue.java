package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replenishment.domain.DueProduct;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Source: what the customer consumes and is about to run out of. Silent before it is due. Not on the page of another
 * product, nor right after an order: there it would be beside the point.
 */
final class ReplenishmentDue {

    private ReplenishmentDue() {}

    static void find(Situation situation, Eligibility eligibility, Gathering gathering) {
        if (situation.placement() == Placement.PRODUCT_PAGE || situation.placement() == Placement.THANK_YOU) {
            return;
        }
        for (DueProduct due : situation.customer().profile().dueProducts()) {
            Product product = situation
                    .catalog()
                    .find(due.productId())
                    .filter(Product::consumable)
                    .orElse(null);
            if (product == null) {
                continue;
            }
            if (!due.isDue(situation.time())) {
                gathering.drop(product, Drop.NOT_DUE);
            } else if (eligibility.judge(product, OfferKind.REPLENISHMENT).isEmpty()) {
                gathering.add(product, OfferKind.REPLENISHMENT, new DueClaim(due, situation.time()));
            }
        }
    }

    /**
     * The customer runs out of it about then.
     *
     * @param time of the decision
     */
    private record DueClaim(DueProduct due, Instant time) implements Claim {

        /** Of those who need it again now, every second one takes it where it is offered. */
        private static final double REMINDED = 0.5;

        private static final double SECONDS_OF_DAY = 86_400;

        @Override
        public String code() {
            return "replenishment";
        }

        @Override
        public double assumed(double affordability, Settings settings) {
            return due.confidence() * due.needed(time) * REMINDED;
        }

        @Override
        public Map<String, Double> numbers() {
            return Map.of(
                    "days_until_due", days(due.due()),
                    "days_until_interval", days(due.from()),
                    "days_until_interval_end", days(due.until()),
                    "buys_again", due.confidence(),
                    "needed_by_now", due.needed(time));
        }

        @Override
        public Offer.Reason reason(String locale) {
            LocalizedText sentence = Phrases.neededAgain(LocalDate.ofInstant(due.due(), ZoneOffset.UTC));
            Evidence evidence = new Evidence(Evidence.Source.COUNT, "replenishment", Map.of(), sentence, numbers());
            return new Offer.Reason(Offer.Code.REPLENISHMENT_DUE, sentence.in(locale), evidence);
        }

        private double days(Instant moment) {
            return (moment.getEpochSecond() - time.getEpochSecond()) / SECONDS_OF_DAY;
        }
    }
}
