package io.zugabe.segmentation.uplift;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.model.CurrentModel;
import io.zugabe.segmentation.model.CurrentModels;
import io.zugabe.segmentation.model.ModelStore;
import io.zugabe.segmentation.model.PublishedModel;
import io.zugabe.segmentation.uplift.domain.Drift;
import io.zugabe.segmentation.uplift.domain.OfferCost;
import io.zugabe.segmentation.uplift.domain.UpliftModel;
import io.zugabe.segmentation.uplift.domain.UpliftScore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Says what the treatment does to a customer, by the model in force. */
@Startup(CurrentModels.FOLLOWERS)
@ApplicationScoped
public class ScoreUplift {

    private static final Logger LOG = Logger.getLogger(ScoreUplift.class);
    /** How far customers are from the training is kept each time so many were counted. */
    private static final long BETWEEN_CHECKS = 1_000;

    private final CurrentModel<InUse> current;
    private final ModelStore store;
    private final OfferCost offer;
    private final MultiGauge stability;

    ScoreUplift(
            CurrentModels models, ModelStore store, UpliftBytes bytes, UpliftSettings settings, MeterRegistry metrics) {
        this.store = store;
        this.offer = new OfferCost(settings.contactCost(), settings.incentiveCost());
        this.stability = MultiGauge.builder("zugabe.uplift.stability.index")
                .description("population stability index of a feature; above 0.25 the model should be trained again")
                .register(metrics);
        this.current = models.follow(UpliftTrainer.KIND, model -> inUse(model, bytes));
    }

    private static InUse inUse(PublishedModel published, UpliftBytes bytes) {
        UpliftModel model = bytes.decode(published.payload());
        return new InUse(published.version(), model, new Drift(model.references()));
    }

    /** The score; empty if no model is in force. Quick and without waiting: for every assessment. */
    public Optional<UpliftScore> score(FeatureVector features) {
        return current.get().map(inUse -> inUse.model().score(features));
    }

    /** Counts a customer of whom a score is kept, for the drift: not whoever is looked at or tried out. */
    public void count(FeatureVector features) {
        current.get().ifPresent(inUse -> count(inUse, features));
    }

    /**
     * Whether an offer that costs something is worth making, by the model that is in force.
     *
     * @param orderProfit what an order of the customer is worth to the shop; not a number if nobody knows
     */
    public boolean worthCost(UpliftScore score, double orderProfit) {
        return current.get()
                .filter(inUse -> inUse.model().worthCost(score, offer, orderProfit))
                .isPresent();
    }

    /** Version of the model in force; 0 if there is none. */
    public int version() {
        return current.version();
    }

    private void count(InUse inUse, FeatureVector features) {
        inUse.model().count(features, inUse.drift());
        if (inUse.drift().scored() % BETWEEN_CHECKS == 0) {
            keep(inUse);
        }
    }

    private void keep(InUse inUse) {
        Map<String, Double> indices = inUse.drift().stability();
        List<MultiGauge.Row<?>> rows = indices.entrySet().stream()
                .<MultiGauge.Row<?>>map(
                        entry -> MultiGauge.Row.of(Tags.of("feature", entry.getKey()), entry.getValue()))
                .toList();
        stability.register(rows, true);
        store.saveDrift(UpliftTrainer.KIND, inUse.version(), indices)
                .subscribe()
                .with(_ -> {}, failure -> LOG.warnf("The drift of the uplift model could not be kept: %s", failure));
    }

    private record InUse(int version, UpliftModel model, Drift drift) {}
}
