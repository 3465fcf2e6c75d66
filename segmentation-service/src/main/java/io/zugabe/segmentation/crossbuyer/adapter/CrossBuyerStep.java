package io.zugabe.segmentation.crossbuyer.adapter;

import io.zugabe.common.v1.LocalizedText;
import io.zugabe.segmentation.assessment.adapter.AssessmentStep;
import io.zugabe.segmentation.assessment.adapter.Draft;
import io.zugabe.segmentation.assessment.adapter.Stage;
import io.zugabe.segmentation.crossbuyer.domain.CrossBuyerTypes;
import io.zugabe.segmentation.crossbuyer.domain.Judgement;
import io.zugabe.segmentation.crossbuyer.domain.PurchaseHistory;
import io.zugabe.segmentation.feature.domain.DerivedFeatures;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.population.CurrentPopulation;
import io.zugabe.segmentation.population.Population;
import io.zugabe.segmentation.v1.CrossBuyerType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** Which of the four types a customer is; nothing before a population was learned, or of no cross-buyer. */
@ApplicationScoped
public class CrossBuyerStep implements AssessmentStep {

    private final CurrentPopulation current;

    CrossBuyerStep(CurrentPopulation current) {
        this.current = current;
    }

    @Override
    public Stage stage() {
        return Stage.CROSS_BUYER;
    }

    @Override
    public void assess(Draft draft) {
        current.get().ifPresent(population -> assess(draft, population));
    }

    private static void assess(Draft draft, Population population) {
        PurchaseHistory history = population
                .months()
                .history(draft.profile().months(), YearMonth.from(draft.now().atOffset(ZoneOffset.UTC)));
        if (!history.crossBuyer()) {
            return;
        }
        List<Judgement> judgements = CrossBuyerTypes.judge(history, population.crossBuyers());
        judgements.stream()
                .filter(judgement -> !judgement.english().isEmpty())
                .map(CrossBuyerStep::message)
                .forEach(draft.message()::addCrossBuyerTypes);
        draft.add(
                DerivedFeatures.CROSS_BUYER_TYPES,
                new FeatureValue.Texts(judgements.stream()
                        .filter(Judgement::member)
                        .map(judgement -> judgement.type().name())
                        .sorted()
                        .toList()));
    }

    private static CrossBuyerType message(Judgement judgement) {
        return CrossBuyerType.newBuilder()
                .setKind(
                        switch (judgement.type()) {
                            case SERVICE_DEMANDER -> CrossBuyerType.Kind.KIND_SERVICE_DEMANDER;
                            case REVENUE_REVERSER -> CrossBuyerType.Kind.KIND_REVENUE_REVERSER;
                            case PROMOTION_MAXIMIZER -> CrossBuyerType.Kind.KIND_PROMOTION_MAXIMIZER;
                            case SPENDING_LIMITER -> CrossBuyerType.Kind.KIND_SPENDING_LIMITER;
                        })
                .setMember(judgement.member())
                .setTrait(judgement.mean())
                .setLow(judgement.low())
                .setHigh(judgement.high())
                .setBorder(judgement.border())
                .setWhy(LocalizedText.newBuilder()
                        .putTexts("en", judgement.english())
                        .putTexts("de", judgement.german()))
                .build();
    }
}
