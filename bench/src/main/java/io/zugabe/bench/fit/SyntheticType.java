package io.zugabe.bench.fit;

import io.zugabe.bench.fit.SyntheticFamily.Kind;
import io.zugabe.common.v1.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A type with its designs. A design is what rules see of a product: one tuple of attribute values. Products
 * choose designs by Zipf's law, so that a few are sold in thousands of colours and brands and most in few.
 */
public final class SyntheticType {

    /** So many designs lack an attribute: makers leave out the same one for a whole range of products. */
    private static final double SHARE_INCOMPLETE = 0.1;

    private final SyntheticFamily family;
    private final Kind kind;
    private final List<Map<String, AttributeValue>> designs;
    private final double[] cumulative;

    SyntheticType(SyntheticFamily family, Kind kind, SplittableRandom random) {
        this.family = family;
        this.kind = kind;
        this.designs = distinct(family, kind, random);
        this.cumulative = new double[designs.size()];
        double sum = 0;
        for (int rank = 0; rank < cumulative.length; rank++) {
            sum += 1.0 / (rank + 1);
            cumulative[rank] = sum;
        }
    }

    public String type() {
        return family.type(kind);
    }

    public SyntheticFamily family() {
        return family;
    }

    public Kind kind() {
        return kind;
    }

    public int designCount() {
        return designs.size();
    }

    Map<String, AttributeValue> design(int number) {
        return designs.get(number);
    }

    /** The number of a design, by Zipf's law with exponent 1. */
    int anyDesign(SplittableRandom random) {
        return firstAbove(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
    }

    /** Index of the first entry that is greater than a value. */
    static int firstAbove(double[] ascending, double value) {
        int low = 0;
        int high = ascending.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static List<Map<String, AttributeValue>> distinct(
            SyntheticFamily family, Kind kind, SplittableRandom random) {
        Map<Map<String, AttributeValue>, Boolean> seen = new LinkedHashMap<>();
        while (seen.size() < kind.designs()) {
            Map<String, AttributeValue> values = family.attributes(kind, random);
            if (random.nextDouble() < SHARE_INCOMPLETE) {
                values.remove(List.copyOf(values.keySet()).get(random.nextInt(values.size())));
            }
            seen.put(Map.copyOf(values), true);
        }
        return new ArrayList<>(seen.keySet());
    }
}
