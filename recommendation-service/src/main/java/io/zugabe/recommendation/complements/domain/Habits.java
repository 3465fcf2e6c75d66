package io.zugabe.recommendation.complements.domain;

import io.zugabe.recommendation.complements.domain.LearnedComplement.Grouping;
import io.zugabe.recommendation.moment.domain.Lag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * What was learned of all orders: which types and categories complement which, when one type is bought after another,
 * and what is popular. Holds nothing of any customer. Immutable.
 *
 * @param orders number of orders it was learned from: the latest, without what was sent back completely
 * @param counted number of all orders there were then
 * @param position of the event log that they reflect
 * @param byType complements of types, best first
 * @param byCategory complements of categories, best first
 * @param lags by type of what is complemented and type of the complement
 */
public record Habits(
        int orders,
        int counted,
        long position,
        Map<String, List<LearnedComplement>> byType,
        Map<String, List<LearnedComplement>> byCategory,
        Map<String, Map<String, Lag>> lags,
        Popularity popularity) {

    /** Nothing learned. */
    public static final Habits NONE = new Habits(0, 0, 0, Map.of(), Map.of(), Map.of(), Popularity.NONE);

    public Habits {
        byType = Map.copyOf(byType);
        byCategory = Map.copyOf(byCategory);
        lags = Map.copyOf(lags);
    }

    /** Learns from all orders there are; the progress goes from 0 to 1. */
    public static Habits learn(Orders orders, Groups types, Groups categories, long position, DoubleConsumer progress) {
        return learn(orders, orders.size(), types, categories, position, progress);
    }

    /**
     * Learns from the latest orders; the progress goes from 0 to 1.
     *
     * @param counted number of all orders there are
     */
    public static Habits learn(
            Orders orders, int counted, Groups types, Groups categories, long position, DoubleConsumer progress) {
        GroupPairs ofTypes = types.count(orders);
        progress.accept(0.3);
        Map<String, List<LearnedComplement>> byType =
                LearnedComplements.of(Grouping.TYPE, ofTypes, types.names(), orders);
        progress.accept(0.5);
        Map<String, List<LearnedComplement>> byCategory =
                LearnedComplements.of(Grouping.CATEGORY, categories.count(orders), categories.names(), orders);
        progress.accept(0.8);
        Map<String, Map<String, Lag>> lags = new HashMap<>();
        ofTypes.forEach((from, to, lag) -> {
            if (lag.pairs() >= Lag.LEAST) {
                lags.computeIfAbsent(types.names().get(from), _ -> new HashMap<>())
                        .put(types.names().get(to), lag);
            }
        });
        return new Habits(
                orders.size(),
                counted,
                position,
                byType,
                byCategory,
                lags,
                PopularCounts.of(orders, types, categories));
    }

    /** When customers bought products of other types, seen from one: by type. */
    public Map<String, Lag> lagsFrom(String type) {
        return lags.getOrDefault(type, Map.of());
    }

    /** When customers bought products of one type, seen from another; empty if too few bought both. */
    public Optional<Lag> lag(String from, String to) {
        return Optional.ofNullable(lagsFrom(from).get(to));
    }

    /** What complements a type, or else a category, best first. */
    public List<LearnedComplement> complementsOf(String type, String category) {
        List<LearnedComplement> found = byType.getOrDefault(type, List.of());
        return found.isEmpty() ? byCategory.getOrDefault(category, List.of()) : found;
    }

    /** A category as a path; "" for none. */
    public static String path(List<String> category) {
        return String.join(Groups.SEPARATOR, category);
    }
}
