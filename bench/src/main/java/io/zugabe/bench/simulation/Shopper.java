package io.zugabe.bench.simulation;

import java.util.Set;

/**
 * What a shopper is like: the hidden truth. Only what they do is seen.
 *
 * @param number from 0
 * @param behaviours the persistent adverse behaviours, mostly none
 * @param joins day of the simulation on which they become a customer; before 0 if they are one already
 * @param leaves day on which they are gone
 * @param ordersPerMonth orders that they would place in an average month
 * @param basket mean number of units in an order, at least 1
 * @param tastes weights of the categories, in the order of {@link Category}
 * @param priceLevel what they pay for a thing, relative to its median price
 * @param returnProbability that a unit of an average category comes back
 * @param casesPerOrder mean number of service cases that follow an order
 * @param caseCost median cost of a case, in euros
 * @param discountProbability that an order outside sales is at a discount
 * @param discountDepth mean share that a discounted order is reduced by
 * @param saleSeeking how many times as often they order in sale weeks as otherwise
 * @param monthlyBudget what they spend a month in all, in euros; infinite if they have none
 * @param visitsPerMonth visits without an order
 * @param hesitation log-odds of leaving a filled cart behind
 * @param curiosity log-odds, up to a constant, of clicking an offer
 * @param irritability standardized; who has much of it unsubscribes, dismisses offers and is put off by contacts
 * @param persuasion change of the log-odds of buying within two weeks that a contact makes
 * @param leavingByContact probability of leaving for good because of a contact
 */
public record Shopper(
        int number,
        Set<AdverseBehaviour> behaviours,
        int joins,
        int leaves,
        double ordersPerMonth,
        double basket,
        double[] tastes,
        double priceLevel,
        double returnProbability,
        double casesPerOrder,
        double caseCost,
        double discountProbability,
        double discountDepth,
        double saleSeeking,
        double monthlyBudget,
        double visitsPerMonth,
        double hesitation,
        double curiosity,
        double irritability,
        double persuasion,
        double leavingByContact) {

    /** The id under which the shop knows them; says nothing else. */
    public String id() {
        return "shopper-" + number;
    }

    /** Whether they show a behaviour. */
    public boolean is(AdverseBehaviour behaviour) {
        return behaviours.contains(behaviour);
    }

    /** Whether they are a customer on a day. */
    public boolean livesOn(int day) {
        return day >= joins && day < leaves;
    }
}
