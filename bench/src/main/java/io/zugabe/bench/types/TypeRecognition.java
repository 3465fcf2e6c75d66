package io.zugabe.bench.types;

import io.zugabe.bench.Bench;
import io.zugabe.bench.simulation.AdverseBehaviour;
import io.zugabe.bench.simulation.Shopper;
import io.zugabe.segmentation.crossbuyer.domain.CrossBuyerPopulation;
import io.zugabe.segmentation.crossbuyer.domain.CrossBuyerType;
import io.zugabe.segmentation.crossbuyer.domain.CrossBuyerTypes;
import io.zugabe.segmentation.crossbuyer.domain.Judgement;
import io.zugabe.segmentation.crossbuyer.domain.Period;
import io.zugabe.segmentation.crossbuyer.domain.PurchaseHistory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Judges histories as the service does: peers learned from a sample, then everybody against them. */
final class TypeRecognition {

    /** As many as the service learns from. */
    private static final int SAMPLE = 20_000;

    private TypeRecognition() {}

    /**
     * How well each behaviour is recognized.
     *
     * @param histories of the shoppers, in their order
     */
    static Map<AdverseBehaviour, Recognition> judge(List<Shopper> shoppers, List<PurchaseHistory> histories) {
        List<PurchaseHistory> sample = histories.subList(0, Math.min(SAMPLE, histories.size()));
        // every order's cost is known, so nobody's margin rests on the others' rate
        CrossBuyerPopulation peers = CrossBuyerPopulation.learn(sample, Double.NaN, "EUR");
        Map<AdverseBehaviour, Recognition> recognition = new EnumMap<>(AdverseBehaviour.class);
        int crossBuyers = 0;
        int unprofitable = 0;
        for (Shopper shopper : shoppers) {
            PurchaseHistory history = histories.get(shopper.number());
            crossBuyers += history.crossBuyer() ? 1 : 0;
            unprofitable += history.crossBuyer() && history.sum(Period::contribution) < 0 ? 1 : 0;
            for (Judgement judgement : CrossBuyerTypes.judge(history, peers)) {
                AdverseBehaviour behaviour = behaviour(judgement.type());
                recognition
                        .computeIfAbsent(behaviour, unknown -> new Recognition())
                        .note(judgement.member(), shopper.is(behaviour), history.crossBuyer());
            }
        }
        Bench.say(
                "%,d cross-buyers, %.1f %% of them unprofitable",
                crossBuyers, 100.0 * unprofitable / Math.max(1, crossBuyers));
        return recognition;
    }

    private static AdverseBehaviour behaviour(CrossBuyerType type) {
        return switch (type) {
            case SERVICE_DEMANDER -> AdverseBehaviour.SERVICE_DEMANDING;
            case REVENUE_REVERSER -> AdverseBehaviour.REVENUE_REVERSING;
            case PROMOTION_MAXIMIZER -> AdverseBehaviour.PROMOTION_MAXIMIZING;
            case SPENDING_LIMITER -> AdverseBehaviour.SPENDING_LIMITING;
        };
    }
}
