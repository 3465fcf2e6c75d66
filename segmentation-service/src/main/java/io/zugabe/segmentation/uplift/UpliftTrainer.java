package io.zugabe.segmentation.uplift;

import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.model.Trained;
import io.zugabe.segmentation.model.Trainer;
import io.zugabe.segmentation.model.TrainingContext;
import io.zugabe.segmentation.uplift.domain.TrainingSet;
import io.zugabe.segmentation.uplift.domain.TreeLearner;
import io.zugabe.segmentation.uplift.domain.UpliftFit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/**
 * Learns uplift from a data set of an experiment. What comes of it may always be published: where no learner
 * proves itself, it is the average effect and says so.
 */
@ApplicationScoped
class UpliftTrainer implements Trainer {

    /** The kind of its models. */
    static final String KIND = "uplift";

    private static final Duration LONGEST_EXPIRY = Duration.ofMinutes(10);
    private static final double READ = 0.05;

    private final ReadTrainingSet readTrainingSet;
    private final ExpireTrainingData expireTrainingData;
    private final TreeLearner trees;
    private final UpliftBytes bytes;

    UpliftTrainer(
            ReadTrainingSet readTrainingSet,
            ExpireTrainingData expireTrainingData,
            TreeLearner trees,
            UpliftBytes bytes) {
        this.readTrainingSet = readTrainingSet;
        this.expireTrainingData = expireTrainingData;
        this.trees = trees;
        this.bytes = bytes;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void check(Map<String, String> parameters, Violations violations) {
        UpliftParameters.check(parameters, violations);
    }

    @Override
    public boolean trainsUnasked() {
        return false;
    }

    @Override
    public Trained train(TrainingContext context) {
        UpliftParameters parameters = UpliftParameters.of(context.parameters());
        context.report(0, "reading " + parameters.dataset());
        expireTrainingData.expire().await().atMost(LONGEST_EXPIRY);
        TrainingSet set = readTrainingSet.read(parameters);
        UpliftFit.Fitted fitted = new UpliftFit(
                        trees,
                        set,
                        parameters.cost(),
                        context.seed(),
                        (share, step) -> context.report(READ + (1 - READ) * share, step))
                .fit();
        return new Trained(bytes.encode(fitted.model()), UpliftCard.of(fitted, set, parameters, context.seed()));
    }
}
