package io.zugabe.recommendation.complements.domain;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which product is of which type and category, with numbers for both; made before learning. */
public final class Groups {

    /** Between the parts of a category's path. */
    public static final String SEPARATOR = " > ";

    private static final int NONE = -1;

    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
    private final List<String> names = new ArrayList<>();
    private int[] groupOf = new int[1_024];

    public Groups() {
        numbers.defaultReturnValue(NONE);
        Arrays.fill(groupOf, NONE);
    }

    /** Says the group of a product; "" for none. */
    public void put(int product, String group) {
        if (group.isEmpty()) {
            return;
        }
        if (product >= groupOf.length) {
            int before = groupOf.length;
            groupOf = Arrays.copyOf(groupOf, Math.max(product + 1, before * 2));
            Arrays.fill(groupOf, before, groupOf.length, NONE);
        }
        int number = numbers.getInt(group);
        if (number == NONE) {
            number = names.size();
            numbers.put(group, number);
            names.add(group);
        }
        groupOf[product] = number;
    }

    List<String> names() {
        return names;
    }

    /** The group of a product; "" for none. */
    String nameOf(int product) {
        int group = product < groupOf.length ? groupOf[product] : NONE;
        return group == NONE ? "" : names.get(group);
    }

    GroupPairs count(Orders orders) {
        GroupPairs pairs = new GroupPairs(groupOf, names.size());
        pairs.count(orders);
        return pairs;
    }
}
