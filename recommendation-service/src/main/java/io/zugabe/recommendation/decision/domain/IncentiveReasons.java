package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.decision.domain.Offer.Code;
import io.zugabe.recommendation.decision.domain.Offer.Reason;
import io.zugabe.recommendation.incentives.domain.LiveIncentive;
import io.zugabe.recommendation.incentives.domain.Promise;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Part of stage 8: what comes with an offer, and what it does about shipping, as reasons. */
final class IncentiveReasons {

    private IncentiveReasons() {}

    /** Offers with what comes with each, in their order. */
    static List<Offer> with(List<Offer> offers, @Nullable Promise[] promises, Situation situation) {
        List<Offer> with = new ArrayList<>(offers.size());
        for (int place = 0; place < offers.size(); place++) {
            Promise promise = promises[place];
            with.add(promise == null ? offers.get(place) : with(offers.get(place), promise, situation));
        }
        return with;
    }

    private static Offer with(Offer offer, Promise promise, Situation situation) {
        List<Reason> reasons = new ArrayList<>(offer.reasons());
        if (promise.isGiven()) {
            String locale = situation.request().locale();
            LocalizedText given = IncentivePhrases.given(
                    promise,
                    offer.product().price(),
                    name(offer.origin().anchor(), situation),
                    gift -> name(gift, situation));
            Map<String, Double> numbers =
                    Map.of("price", offer.product().price().amount(), "price_after", promise.priceAfter() / 1e6);
            reasons.add(reason(Code.INCENTIVE, promise.incentive(), given, numbers, locale));
            if (isLimited(promise, situation)) {
                LocalizedText until = IncentivePhrases.until(promise.validUntil());
                reasons.add(reason(Code.LIMITED_TIME, promise.incentive(), until, Map.of(), locale));
            }
        }
        return offer.with(Optional.of(promise), reasons);
    }

    private static boolean isLimited(Promise promise, Situation situation) {
        for (LiveIncentive live : situation.snapshot().incentives().live()) {
            if (live.incentive().id().equals(promise.incentive())) {
                return live.incentive().limitedTime();
            }
        }
        return false;
    }

    private static LocalizedText name(String product, Situation situation) {
        return situation.catalog().find(product).map(Product::name).orElse(LocalizedText.NONE);
    }

    /** An offer that fills what is missing to free shipping; that is its first reason. */
    static Offer fillingGap(Offer offer, Money missing, String locale) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(reason(
                Code.SHIPPING_GAP,
                "shipping",
                IncentivePhrases.fillsGap(missing),
                Map.of(
                        "missing",
                        missing.amount(),
                        "price",
                        offer.product().price().amount()),
                locale));
        reasons.addAll(offer.reasons());
        return offer.with(Optional.empty(), reasons);
    }

    private static Reason reason(
            Code code, String id, LocalizedText sentence, Map<String, Double> numbers, String locale) {
        Evidence evidence = new Evidence(Evidence.Source.CURATED, id, Map.of(), sentence, numbers);
        return new Reason(code, sentence.in(locale), evidence);
    }
}
