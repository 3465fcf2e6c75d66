package io.zugabe.segmentation.uplift;

import io.zugabe.segmentation.uplift.domain.EncodedFeature.Cell;
import io.zugabe.segmentation.uplift.domain.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Experiments whose truth is known. Customers have a taste (0 to 1), an age that means nothing, and a
 * channel. Some outcomes depend on the taste without treatment; treatment adds what {@link Effect} says.
 */
public final class Simulation {

    public static final List<String> FEATURES = List.of("taste", "age", "mood", "channel");

    private static final List<String> CHANNELS = List.of("web", "phone", "shop");

    private Simulation() {}

    /** What treatment adds to the outcome. */
    public interface Effect {
        double of(double taste, double mood, String channel);
    }

    /** No effect on anybody. */
    public static final Effect NONE = (taste, mood, channel) -> 0;

    /**
     * Large where two things come together, so that no single feature ranks well, and negative where neither
     * does.
     */
    public static final Effect MIXED = (taste, mood, channel) ->
            (taste > 0.5 ? 0.15 : -0.05) + (mood > 0.5 ? 0.15 : -0.05) + (channel.equals("web") ? 0.15 : -0.05);

    /** The true effect of {@link #MIXED} on the probability of a customer. */
    public static double effect(Cell[] cells) {
        return MIXED.of(cells[0].number(), cells[2].number(), cells[3].text());
    }

    /** The cells of a customer. */
    public static Cell[] cells(double taste, double age, double mood, String channel) {
        return new Cell[] {new Cell(taste, ""), new Cell(age, ""), new Cell(mood, ""), new Cell(Double.NaN, channel)};
    }

    /** An experiment with a binary outcome; half of the customers are treated, or a share that depends on the mood. */
    public static TrainingSet binary(int rows, Effect effect, boolean unequal, long seed) {
        return simulate(rows, effect, unequal, true, seed);
    }

    /** An experiment whose outcome is money: 100 times what the binary one has as probability, with noise. */
    public static TrainingSet continuous(int rows, Effect effect, long seed) {
        return simulate(rows, effect, false, false, seed);
    }

    private static TrainingSet simulate(int rows, Effect effect, boolean unequal, boolean binary, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TrainingSet.Row> simulated = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            double taste = random.nextDouble();
            double mood = random.nextDouble();
            double age = 20 + random.nextInt(60);
            String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
            double propensity = unequal ? (mood > 0.5 ? 0.7 : 0.3) : 0.5;
            boolean treated = random.nextDouble() < propensity;
            double expected = 0.25 + 0.2 * taste + (treated ? effect.of(taste, mood, channel) : 0);
            double outcome =
                    binary ? random.nextDouble() < expected ? 1 : 0 : 100 * expected + 20 * random.nextGaussian();
            simulated.add(new TrainingSet.Row(cells(taste, age, mood, channel), treated, propensity, outcome));
        }
        return new TrainingSet(FEATURES, new boolean[] {false, false, false, true}, simulated, binary);
    }
}
