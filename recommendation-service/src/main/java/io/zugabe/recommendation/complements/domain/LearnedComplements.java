package io.zugabe.recommendation.complements.domain;

import io.zugabe.recommendation.complements.domain.LearnedComplement.Grouping;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the complements that counted pairs of groups speak for, and the products that customers took. */
final class LearnedComplements {

    private static final int MOST_PER_GROUP = 20;
    private static final int MOST_PRODUCTS = 20;

    private static final Comparator<LearnedComplement> BEST_FIRST = Comparator.comparingDouble(
                    LearnedComplement::lowerConfidence)
            .reversed()
            .thenComparing(LearnedComplement::to);

    private final Grouping grouping;
    private final GroupPairs pairs;
    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Long2ObjectOpenHashMap<Int2IntOpenHashMap> products = new Long2ObjectOpenHashMap<>();

    private LearnedComplements(Grouping grouping, GroupPairs pairs, List<String> names) {
        this.grouping = grouping;
        this.pairs = pairs;
        this.names = names;
        names.forEach(name -> numbers.put(name, numbers.size()));
    }

    /** What complements each group, best first. */
    static Map<String, List<LearnedComplement>> of(
            Grouping grouping, GroupPairs pairs, List<String> names, Orders orders) {
        LearnedComplements learned = new LearnedComplements(grouping, pairs, names);
        Map<String, List<LearnedComplement>> found = new HashMap<>();
        pairs.forEach((from, to, lag) -> {
            LearnedComplement complement = learned.complement(from, to, lag.together() + lag.after(), new int[0]);
            if (complement.holds() && !contains(complement.from(), complement.to())) {
                found.computeIfAbsent(complement.from(), _ -> new ArrayList<>()).add(complement);
            }
        });
        found.replaceAll((_, all) ->
                all.stream().sorted(BEST_FIRST).limit(MOST_PER_GROUP).toList());
        learned.countProducts(found, orders);
        found.replaceAll((_, all) -> all.stream().map(learned::withProducts).toList());
        return found;
    }

    /** A category does not complement one that it lies in. */
    private static boolean contains(String one, String other) {
        return one.startsWith(other + Groups.SEPARATOR) || other.startsWith(one + Groups.SEPARATOR);
    }

    private LearnedComplement complement(int from, int to, int both, int[] taken) {
        return new LearnedComplement(
                grouping,
                names.get(from),
                names.get(to),
                both,
                pairs.customersOf(from),
                pairs.customersOf(to),
                pairs.customers(),
                taken);
    }

    private void countProducts(Map<String, List<LearnedComplement>> found, Orders orders) {
        found.values().stream()
                .flatMap(List::stream)
                .forEach(complement -> products.put(key(complement), new Int2IntOpenHashMap()));
        orders.forEachCustomer((sorted, from, to) -> {
            Int2IntOpenHashMap first = new Int2IntOpenHashMap();
            IntOpenHashSet seen = new IntOpenHashSet();
            for (int at = from; at < to; at++) {
                take(orders, sorted[at], first, seen);
            }
        });
    }

    /** Each product counts once per customer and complement, if what it complements was bought with it or before. */
    private void take(Orders orders, int order, Int2IntOpenHashMap first, IntOpenHashSet seen) {
        int minute = orders.minute(order);
        for (int product : orders.products(order)) {
            int group = pairs.groupOf(product);
            if (group >= 0) {
                first.putIfAbsent(group, minute);
            }
        }
        for (int product : orders.products(order)) {
            int group = pairs.groupOf(product);
            if (group >= 0 && seen.add(product)) {
                for (Int2IntMap.Entry before : first.int2IntEntrySet()) {
                    Int2IntOpenHashMap taken = products.get(key(before.getIntKey(), group));
                    if (taken != null && minute - before.getIntValue() <= GroupPairs.WINDOW_MINUTES) {
                        taken.addTo(product, 1);
                    }
                }
            }
        }
    }

    private LearnedComplement withProducts(LearnedComplement complement) {
        Int2IntOpenHashMap taken = products.get(key(complement));
        if (taken == null) {
            return complement;
        }
        int[] best = taken.int2IntEntrySet().stream()
                .sorted(Comparator.comparingInt(Int2IntMap.Entry::getIntValue)
                        .reversed()
                        .thenComparing(Int2IntMap.Entry::getIntKey))
                .limit(MOST_PRODUCTS)
                .flatMapToInt(entry -> IntStream.of(entry.getIntKey(), entry.getIntValue()))
                .toArray();
        return new LearnedComplement(
                complement.grouping(),
                complement.from(),
                complement.to(),
                complement.both(),
                complement.fromCustomers(),
                complement.toCustomers(),
                complement.customers(),
                best);
    }

    private long key(LearnedComplement complement) {
        return key(numbers.getOrDefault(complement.from(), -1), numbers.getOrDefault(complement.to(), -1));
    }

    private static long key(int from, int to) {
        return (long) from << 32 | to;
    }
}
