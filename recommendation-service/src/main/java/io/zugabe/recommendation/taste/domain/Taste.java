package io.zugabe.recommendation.taste.domain;

import it.unimi.dsi.fastutil.ints.Int2FloatMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A {@link TasteModel} as decisions ask it: products by the numbers that this process gives them. Immutable. */
public final class Taste {

    /** Before anything was learned. */
    public static final Taste NONE = of(TasteModel.EMPTY, "none", id -> 0);

    private static final int NO_PLACE = -1;

    private static final ThreadLocal<TasteSums> SUMS = ThreadLocal.withInitial(TasteSums::new);

    private final String version;
    private final TasteModel model;
    private final int[] numbers;
    private final Int2IntOpenHashMap places;

    private Taste(String version, TasteModel model, int[] numbers) {
        this.version = version;
        this.model = model;
        this.numbers = numbers;
        this.places = new Int2IntOpenHashMap(numbers.length);
        places.defaultReturnValue(NO_PLACE);
        for (int place = 0; place < numbers.length; place++) {
            places.put(numbers[place], place);
        }
    }

    /**
     * A model to be asked.
     *
     * @param numberOf the number of a product's id
     */
    public static Taste of(TasteModel model, String version, ToIntFunction<String> numberOf) {
        return new Taste(
                version, model, model.products().stream().mapToInt(numberOf).toArray());
    }

    /** Names the model; "none" if nothing was learned yet. */
    public String version() {
        return version;
    }

    public TasteModel model() {
        return model;
    }

    /**
     * What a basket lacks.
     *
     * @param product its number
     * @param score by the basket's products and by purchases before
     * @param repeat of that, by purchases before
     */
    public record Lacking(int product, double score, double repeat) {}

    /** Says whether a product that a basket lacks is wanted. */
    @FunctionalInterface
    public interface Wanted {
        boolean test(int product, double score, double repeat);
    }

    /**
     * The products that a basket lacks most, best first; only those that something in it speaks for.
     *
     * @param basket numbers of products
     * @param repeats what purchases before add, by the number of the product
     * @param floor only scores above it, 0 or more
     */
    public List<Lacking> lacking(IntCollection basket, Int2FloatMap repeats, int most, float floor) {
        return lacking(basket, repeats, most, floor, (product, score, repeat) -> true);
    }

    /**
     * The same of what is wanted.
     *
     * @param wanted asked only about products that would otherwise be among them; those refused take nobody's place
     */
    public List<Lacking> lacking(IntCollection basket, Int2FloatMap repeats, int most, float floor, Wanted wanted) {
        TasteSums sums = SUMS.get();
        sums.begin(numbers.length);
        IntArrayList visible = new IntArrayList(basket.size());
        for (int product : basket) {
            int place = places.get(product);
            if (place != NO_PLACE && !visible.contains(place)) {
                visible.add(place);
                sums.see(place, model.weights());
            }
        }
        for (Int2FloatMap.Entry entry : repeats.int2FloatEntrySet()) {
            int place = places.get(entry.getIntKey());
            if (place != NO_PLACE && sums.of(place) > 0) {
                sums.add(place, entry.getFloatValue());
            }
        }
        for (int seen = 0; seen < visible.size(); seen++) {
            sums.leaveOut(visible.getInt(seen));
        }
        long[] best =
                sums.best(most, floor, (place, sum) -> wanted.test(numbers[place], sum, repeats.get(numbers[place])));
        List<Lacking> lacking = new ArrayList<>(best.length);
        for (long each : best) {
            int product = numbers[TasteSums.product(each)];
            lacking.add(new Lacking(product, TasteSums.sum(each), repeats.get(product)));
        }
        return lacking;
    }

    /** What one product in a basket says about another: below zero if against it. */
    public double weight(int product, int other) {
        int place = places.get(product);
        int target = places.get(other);
        return place == NO_PLACE || target == NO_PLACE ? 0 : model.weights().weight(place, target);
    }
}
