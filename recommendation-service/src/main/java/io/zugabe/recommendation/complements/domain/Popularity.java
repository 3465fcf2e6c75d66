package io.zugabe.recommendation.complements.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is bought lately, and at this time of the year, in the categories of the shop. Immutable.
 *
 * @param latelyDays what lately means: days before the latest order
 * @param latelyOrders number of orders in that time
 * @param lately by category, best first: product, orders in that time
 * @param seasons by category and month, best first: product, orders in that month more than half a year ago
 */
public record Popularity(int latelyDays, int latelyOrders, Map<String, int[]> lately, Map<String, int[]> seasons) {

    static final Popularity NONE = new Popularity(0, 0, Map.of(), Map.of());

    private static final int[] NO_ROW = new int[0];

    public Popularity {
        lately = Map.copyOf(lately);
        seasons = Map.copyOf(seasons);
    }

    /** Takes a product and its orders. */
    @FunctionalInterface
    public interface Visitor {
        void visit(int product, int orders);
    }

    /** Calls back with what is bought lately in a category; "" for the whole shop. */
    public void forEachLately(String category, Visitor visitor) {
        visit(lately.getOrDefault(category, NO_ROW), visitor);
    }

    /** Calls back with what was bought in a month (1 to 12) of former years in a category; "" for the whole shop. */
    public void forEachInSeason(String category, int month, Visitor visitor) {
        visit(seasons.getOrDefault(season(category, month), NO_ROW), visitor);
    }

    private static void visit(int[] row, Visitor visitor) {
        for (int at = 0; at < row.length; at += 2) {
            visitor.visit(row[at], row[at + 1]);
        }
    }

    static String season(String category, int month) {
        return month + "/" + category;
    }

    /** A category with all above it, up to the whole shop. */
    static List<String> contexts(String category) {
        List<String> contexts = new ArrayList<>();
        contexts.add(PopularCounts.EVERYWHERE);
        for (int end = category.indexOf(Groups.SEPARATOR); end > 0; end = category.indexOf(Groups.SEPARATOR, end + 1)) {
            contexts.add(category.substring(0, end));
        }
        if (!category.isEmpty()) {
            contexts.add(category);
        }
        return contexts;
    }
}
