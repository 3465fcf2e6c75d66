package io.zugabe.bench.types;

import io.zugabe.bench.Bench;
import io.zugabe.bench.simulation.ContactExperiment;
import io.zugabe.bench.simulation.ContactExperiment.Effect;
import io.zugabe.bench.simulation.ContactExperiment.Seen;
import io.zugabe.bench.simulation.ResponseClass;
import io.zugabe.bench.simulation.Shopper;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.uplift.adapter.XGBoostTrees;
import io.zugabe.segmentation.uplift.domain.EncodedFeature.Cell;
import io.zugabe.segmentation.uplift.domain.OfferCost;
import io.zugabe.segmentation.uplift.domain.TrainingSet;
import io.zugabe.segmentation.uplift.domain.UpliftFit;
import io.zugabe.segmentation.uplift.domain.UpliftModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * An experiment in which a coin decides who is contacted, what the service learns from it, and what its
 * choice of the next contacts is worth in truth. The outcome learned from is whether they bought within two
 * weeks; what a purchase is worth, each customer's own profit per order so far says.
 */
final class ContactTrial {

    private static final long SEED = 1;
    private static final double PROPENSITY = 0.5;
    private static final OfferCost CONTACT =
            new OfferCost(ContactExperiment.CONTACT_COST, ContactExperiment.INCENTIVE_COST);

    private final ContactExperiment experiment;
    private final List<Shopper> shoppers;
    private final List<Observed> observed;

    /**
     * A trial.
     *
     * @param observed of each shopper, in their order
     */
    ContactTrial(ContactExperiment experiment, List<Shopper> shoppers, List<Observed> observed) {
        this.experiment = experiment;
        this.shoppers = shoppers;
        this.observed = observed;
    }

    /**
     * What came of the choice, in expected profit.
     *
     * @param harmSpared share of what contacting everybody would cost with those who are put off, that is not
     *     incurred
     * @param oracleProfitShare increment over that of as many contacts chosen by who knows the truth
     */
    record Outcome(double harmSpared, double oracleProfitShare) {}

    /** Learns, chooses, and looks up the truth. */
    Outcome contact() {
        UpliftFit.Fitted fitted = fit();
        UpliftModel model = fitted.model();
        Bench.say("Learner %s, %s", fitted.study().chosen().title(), verdict(fitted));
        double[] increments = new double[shoppers.size()];
        double harm = 0;
        double harmDone = 0;
        double profit = 0;
        int contacts = 0;
        int[] responses = new int[ResponseClass.values().length];
        int[] contacted = new int[ResponseClass.values().length];
        for (Shopper shopper : shoppers) {
            Effect effect = experiment.effect(shopper);
            increments[shopper.number()] = effect.increment();
            boolean chosen = chosen(model, observed.get(shopper.number()));
            double loss = effect.response() == ResponseClass.DO_NOT_DISTURB ? Math.max(0, -effect.increment()) : 0;
            harm += loss;
            responses[effect.response().ordinal()]++;
            if (chosen) {
                contacted[effect.response().ordinal()]++;
                contacts++;
                profit += effect.increment();
                harmDone += loss;
            }
        }
        Arrays.sort(increments);
        double oracle =
                Arrays.stream(increments).skip(increments.length - contacts).sum();
        double everybody = Arrays.stream(increments).sum();
        for (ResponseClass response : ResponseClass.values()) {
            Bench.say(
                    "%s: %,d, of whom %,d would be contacted",
                    response, responses[response.ordinal()], contacted[response.ordinal()]);
        }
        Bench.say(
                "%,d contacts: %.0f € expected, as many by the truth %.0f €, everybody %.0f €",
                contacts, profit, oracle, everybody);
        return new Outcome(1 - harmDone / harm, profit / oracle);
    }

    /** As the feature {@code uplift_worth_cost} says, by which the default policy decides. */
    private static boolean chosen(UpliftModel model, Observed customer) {
        return model.worthCost(model.score(customer.features()), CONTACT, customer.profitPerOrder());
    }

    /** What the service says about the experiment: "some", "none", or, of an effect that is the same for all, "average". */
    String verdict() {
        String verdict = verdict(fit());
        Bench.say("Without any effect the verdict is %s", verdict);
        return verdict;
    }

    private static String verdict(UpliftFit.Fitted fitted) {
        if (fitted.study().earned()) {
            return "some";
        }
        var average = fitted.model().averageEffectBounds();
        return average.low() > 0 || average.high() < 0 ? "average" : "none";
    }

    private UpliftFit.Fitted fit() {
        Bench.say("Learning from the experiment; this takes some minutes");
        return new UpliftFit(
                        new XGBoostTrees(),
                        trainingSet(),
                        0,
                        SEED,
                        (share, step) -> Bench.say("%3.0f %% %s", 100 * share, step))
                .fit();
    }

    private TrainingSet trainingSet() {
        TreeSet<String> names = new TreeSet<>();
        for (Observed customer : observed) {
            customer.features().values().forEach((name, value) -> {
                if (value instanceof FeatureValue.Number || value instanceof FeatureValue.Truth) {
                    names.add(name);
                }
            });
        }
        List<String> columns = List.copyOf(names);
        List<TrainingSet.Row> rows = new ArrayList<>(shoppers.size());
        for (Shopper shopper : shoppers) {
            Seen seen = experiment.run(shopper);
            FeatureVector vector = observed.get(shopper.number()).features();
            Cell[] cells = columns.stream().map(name -> cell(vector, name)).toArray(Cell[]::new);
            rows.add(new TrainingSet.Row(cells, seen.contacted(), PROPENSITY, seen.bought() ? 1 : 0));
        }
        return new TrainingSet(columns, new boolean[columns.size()], rows, true);
    }

    private static Cell cell(FeatureVector vector, String name) {
        FeatureValue value = vector.values().get(name);
        if (value instanceof FeatureValue.Number number) {
            return new Cell(number.value(), "");
        }
        return value instanceof FeatureValue.Truth truth ? new Cell(truth.holds() ? 1 : 0, "") : Cell.MISSING;
    }
}
