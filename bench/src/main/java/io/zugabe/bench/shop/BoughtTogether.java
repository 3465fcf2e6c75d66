package io.zugabe.bench.shop;

import io.zugabe.bench.shop.Happening.What;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Offers what was bought together and kept: pairs of products that one customer bought within 30 days, by
 * confidence shrunk as if ten more had bought one of them alone. Knows nothing of what fits. Leaves out
 * what {@link Bestsellers} leaves out.
 */
final class BoughtTogether implements OfferPolicy {

    private static final double SHRINKAGE = 10;
    private static final int LEAST = 2;
    private static final double WITHIN = 30;

    private final Shelf shelf;
    private final Shoppings shoppings = new Shoppings();
    private final int[] bought;
    private final Int2IntOpenHashMap[] together;
    private final Map<Integer, List<Bought>> lately = new HashMap<>();

    private record Bought(int product, double day) {}

    BoughtTogether(Shelf shelf) {
        this.shelf = shelf;
        this.bought = new int[shelf.size()];
        this.together = IntStream.range(0, shelf.size())
                .mapToObj(_ -> new Int2IntOpenHashMap(4))
                .toArray(Int2IntOpenHashMap[]::new);
    }

    @Override
    public void begin(int day) {}

    @Override
    public void observe(List<Happening> happenings) {
        for (Happening happening : happenings) {
            if (happening.what() == What.BOUGHT) {
                for (int product : happening.products()) {
                    buy(happening.shopper(), product, happening.day());
                }
                shoppings.note(happening);
            } else if (happening.what() == What.RETURNED) {
                for (int product : happening.products()) {
                    sendBack(happening.shopper(), product);
                }
                shoppings.note(happening);
            }
        }
    }

    private void buy(int shopper, int product, double day) {
        List<Bought> recent = Stream.concat(
                        lately.getOrDefault(shopper, List.of()).stream().filter(each -> each.day() > day - WITHIN),
                        Stream.of(new Bought(product, day)))
                .toList();
        bought[product]++;
        recent.stream().filter(each -> each.product() != product).forEach(each -> count(product, each.product(), 1));
        lately.put(shopper, recent);
    }

    private void sendBack(int shopper, int product) {
        List<Bought> recent = lately.getOrDefault(shopper, List.of());
        bought[product]--;
        recent.stream().filter(each -> each.product() != product).forEach(each -> count(product, each.product(), -1));
        lately.put(
                shopper,
                recent.stream().filter(each -> each.product() != product).toList());
    }

    private void count(int one, int other, int times) {
        together[one].addTo(other, times);
        together[other].addTo(one, times);
    }

    @Override
    public void decide(List<Ask> asks) {
        for (Ask ask : asks) {
            IntSet around = new IntOpenHashSet(ask.anchors);
            IntStream.of(ask.cart).forEach(around::add);
            Int2DoubleOpenHashMap scores = new Int2DoubleOpenHashMap();
            around.forEach(anchor -> together[anchor].int2IntEntrySet().forEach(entry -> {
                if (entry.getIntValue() >= LEAST) {
                    double confidence = entry.getIntValue() / (bought[anchor] + SHRINKAGE);
                    scores.mergeDouble(entry.getIntKey(), confidence, Math::max);
                }
            }));
            ask.answer(
                    scores.int2DoubleEntrySet().stream()
                            .filter(entry -> !shoppings.isOutOfPlace(entry.getIntKey(), ask, shelf))
                            .sorted(Comparator.comparingDouble(
                                            (Int2DoubleOpenHashMap.Entry entry) -> -entry.getDoubleValue())
                                    .thenComparingInt(Int2DoubleOpenHashMap.Entry::getIntKey))
                            .limit(ask.place.room)
                            .mapToInt(Int2DoubleOpenHashMap.Entry::getIntKey)
                            .toArray(),
                    "");
        }
    }
}
