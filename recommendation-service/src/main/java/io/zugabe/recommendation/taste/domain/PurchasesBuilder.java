package io.zugabe.recommendation.taste.domain;

import io.zugabe.recommendation.taste.domain.Purchases.Basket;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparators;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Collects purchases by ids and gives products places. Not for concurrent use. */
public final class PurchasesBuilder {

    private static final int UNKNOWN = -1;

    private final Object2IntOpenHashMap<String> products = new Object2IntOpenHashMap<>();
    private final Object2IntOpenHashMap<String> customers = new Object2IntOpenHashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Basket> baskets = new ArrayList<>();

    /**
     * Adds a basket.
     *
     * @param customer empty if unknown
     * @param day when: days since any fixed moment
     * @param bought ids of products
     */
    public void add(String customer, double day, List<String> bought) {
        int[] places =
                bought.stream().mapToInt(this::placeOf).sorted().distinct().toArray();
        int number = customer.isEmpty() ? UNKNOWN : customers.computeIfAbsent(customer, _ -> customers.size());
        if (places.length > 0) {
            baskets.add(new Basket(places, number, day));
        }
    }

    /** Number of baskets with anything in them. */
    public int size() {
        return baskets.size();
    }

    private int placeOf(String id) {
        return products.computeIfAbsent(id, _ -> {
            ids.add(id);
            return ids.size() - 1;
        });
    }

    /** Purchases and the ids of their products by place. */
    public record Collected(Purchases purchases, List<String> ids) {}

    /**
     * What was collected.
     *
     * @param most products; if there are more, those in most baskets
     * @param textOf the text of a product by its id; empty if it has none
     */
    public Collected build(int most, UnaryOperator<String> textOf) {
        int[] kept = mostBought(most);
        int[] places = new int[ids.size()];
        Arrays.fill(places, UNKNOWN);
        for (int place = 0; place < kept.length; place++) {
            places[kept[place]] = place;
        }
        List<String> keptIds = Arrays.stream(kept).mapToObj(ids::get).toList();
        List<Basket> keptBaskets = baskets.stream()
                .map(basket -> new Basket(placed(basket.products(), places), basket.customer(), basket.day()))
                .filter(basket -> basket.products().length > 0)
                .toList();
        List<String> texts = keptIds.stream().map(textOf).toList();
        return new Collected(new Purchases(texts, keptBaskets), keptIds);
    }

    private static int[] placed(int[] products, int[] places) {
        return Arrays.stream(products)
                .map(product -> places[product])
                .filter(place -> place != UNKNOWN)
                .sorted()
                .toArray();
    }

    /** In the order of ids, so that the same purchases give the same model whatever order they come in. */
    private int[] mostBought(int most) {
        int[] counts = new int[ids.size()];
        baskets.forEach(basket -> Arrays.stream(basket.products()).forEach(product -> counts[product]++));
        int[] all = IntStream.range(0, ids.size()).toArray();
        IntArrays.quickSort(
                all,
                IntComparators.asIntComparator((one, other) -> counts[one] != counts[other]
                        ? Integer.compare(counts[other], counts[one])
                        : ids.get(one).compareTo(ids.get(other))));
        int[] kept = Arrays.copyOf(all, Math.min(most, all.length));
        IntArrays.quickSort(
                kept,
                IntComparators.asIntComparator((one, other) -> ids.get(one).compareTo(ids.get(other))));
        return kept;
    }
}
