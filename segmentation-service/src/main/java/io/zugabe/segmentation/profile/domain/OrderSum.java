package io.zugabe.segmentation.profile.domain;

import io.zugabe.segmentation.profile.domain.Happening.Line;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The lines of one order or return added up. */
record OrderSum(
        long units, long gross, long discount, long paid, long cost, long costedSales, SortedSet<String> categories) {

    static OrderSum of(List<Line> lines) {
        long units = 0;
        long gross = 0;
        long discount = 0;
        long paid = 0;
        long cost = 0;
        long costedSales = 0;
        SortedSet<String> categories = new TreeSet<>();
        for (Line line : lines) {
            units = Sums.sum(units, line.quantity());
            gross = Sums.sum(gross, line.price() * line.quantity());
            discount = Sums.sum(discount, line.discount() * line.quantity());
            paid = Sums.sum(paid, line.paid());
            Long unitCost = line.cost();
            if (unitCost != null) {
                cost = Sums.sum(cost, unitCost * line.quantity());
                costedSales = Sums.sum(costedSales, line.paid());
            }
            if (!line.category().isEmpty()) {
                categories.add(line.category());
            }
        }
        return new OrderSum(units, gross, discount, paid, cost, costedSales, categories);
    }
}
