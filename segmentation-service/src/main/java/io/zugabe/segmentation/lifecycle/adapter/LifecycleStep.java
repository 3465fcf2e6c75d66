package io.zugabe.segmentation.lifecycle.adapter;

import io.zugabe.segmentation.assessment.adapter.AssessmentStep;
import io.zugabe.segmentation.assessment.adapter.Draft;
import io.zugabe.segmentation.assessment.adapter.Stage;
import io.zugabe.segmentation.feature.domain.DerivedFeatures;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.lifecycle.domain.GapDistribution;
import io.zugabe.segmentation.lifecycle.domain.Lifecycle;
import io.zugabe.segmentation.lifecycle.domain.LifecycleRule;
import io.zugabe.segmentation.lifecycle.domain.RfmBorders;
import io.zugabe.segmentation.lifecycle.domain.Rhythm;
import io.zugabe.segmentation.population.CurrentPopulation;
import io.zugabe.segmentation.population.Population;
import io.zugabe.segmentation.v1.RfmCell;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where a customer is in their life with the shop; and, once a population was learned, their RFM cell. */
@ApplicationScoped
public class LifecycleStep implements AssessmentStep {

    private final CurrentPopulation current;

    LifecycleStep(CurrentPopulation current) {
        this.current = current;
    }

    @Override
    public Stage stage() {
        return Stage.LIFECYCLE;
    }

    @Override
    public void assess(Draft draft) {
        RfmBorders.Customer customer = RfmBorders.Customer.of(draft.profile());
        Rhythm rhythm = customer.rhythm();
        Optional<Population> population = current.get();
        Lifecycle lifecycle =
                LifecycleRule.of(rhythm, population.map(Population::gaps).orElse(GapDistribution.UNKNOWN), draft.now());
        draft.message().setLifecycle(message(lifecycle));
        draft.add(DerivedFeatures.LIFECYCLE, new FeatureValue.Text(lifecycle.name()));
        if (rhythm.orders() > 0) {
            population
                    .map(Population::rfm)
                    .map(borders -> borders.cell(customer, draft.now()))
                    .ifPresent(cell -> add(draft, cell));
        }
    }

    private static void add(Draft draft, RfmBorders.Cell cell) {
        draft.message()
                .setRfm(RfmCell.newBuilder()
                        .setRecency(cell.recency())
                        .setFrequency(cell.frequency())
                        .setMonetary(cell.monetary()));
        draft.add(DerivedFeatures.RFM_RECENCY, new FeatureValue.Number(cell.recency()));
        draft.add(DerivedFeatures.RFM_FREQUENCY, new FeatureValue.Number(cell.frequency()));
        draft.add(DerivedFeatures.RFM_MONETARY, new FeatureValue.Number(cell.monetary()));
    }

    private static io.zugabe.segmentation.v1.Lifecycle message(Lifecycle lifecycle) {
        return switch (lifecycle) {
            case PROSPECT -> io.zugabe.segmentation.v1.Lifecycle.LIFECYCLE_PROSPECT;
            case NEW -> io.zugabe.segmentation.v1.Lifecycle.LIFECYCLE_NEW;
            case ACTIVE -> io.zugabe.segmentation.v1.Lifecycle.LIFECYCLE_ACTIVE;
            case LAPSING -> io.zugabe.segmentation.v1.Lifecycle.LIFECYCLE_LAPSING;
            case LOST -> io.zugabe.segmentation.v1.Lifecycle.LIFECYCLE_LOST;
        };
    }
}
