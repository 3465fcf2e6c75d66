package io.zugabe.segmentation.value.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What customers spend in a year by category. A customer's own spend over the time that the shop has known
 * them is seen against that of all who buy from the category, as if these were another half year of theirs:
 * so a first order is not taken for what they spend every week.
 *
 * @param yearly mean spend in a year of those who buy from a category, by category
 */
public record CategoryBudgets(Map<String, Double> yearly) {

    private static final double PRIOR_YEARS = 0.5;
    private static final double WEEKS_PER_YEAR = 365.25 / 7;

    public CategoryBudgets {
        yearly = Map.copyOf(yearly);
    }

    /**
     * A customer's budgets, highest first.
     *
     * @param weeks that the shop has known the customer
     */
    List<CategoryBudget> of(Map<String, Double> spent, double weeks, int most) {
        double years = weeks / WEEKS_PER_YEAR;
        return spent.entrySet().stream()
                .map(entry -> new CategoryBudget(entry.getKey(), budget(entry.getKey(), entry.getValue(), years)))
                .filter(budget -> budget.yearly() > 0)
                .sorted(Comparator.comparingDouble(CategoryBudget::yearly)
                        .reversed()
                        .thenComparing(CategoryBudget::category))
                .limit(most)
                .toList();
    }

    private double budget(String category, double spent, double years) {
        double own = Math.max(0, spent);
        Double usual = yearly.get(category);
        return usual == null ? own / Math.max(PRIOR_YEARS, years) : (own + usual * PRIOR_YEARS) / (years + PRIOR_YEARS);
    }
}
