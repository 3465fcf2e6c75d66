package io.zugabe.recommendation.kinds.domain;

import java.util.List;
import java.util.Set;

/**
 * What holds for one placement.
 *
 * @param maxOffers most offers in a list, and the number if none is asked for
 * @param maxCartShare most that all offers together may add to the cart, as a share of it; 0 for no limit
 * @param kinds names of the kinds of offers that may be made; empty for all
 * @param upgradeRatio an upgrade costs at most so many times what it would replace, 1 or more
 * @param maxUpgrades most upgrades in a list
 * @param maxBundles most bundles in a list
 * @param sampleShare most that a sample may cost the shop, as a share of the price of what it comes with; 0 for none
 * @param deals the most important first
 */
public record PlacementRules(
        int maxOffers,
        double maxCartShare,
        Set<String> kinds,
        double upgradeRatio,
        int maxUpgrades,
        int maxBundles,
        double sampleShare,
        Wishes wishes,
        List<Wishes.Deal> deals) {

    public PlacementRules {
        kinds = Set.copyOf(kinds);
        deals = List.copyOf(deals);
    }

    /** Rules that only limit how much is offered. */
    public static PlacementRules of(
            int maxOffers, double maxCartShare, int maxUpgrades, int maxBundles, double sampleShare) {
        return new PlacementRules(
                maxOffers, maxCartShare, Set.of(), 1.75, maxUpgrades, maxBundles, sampleShare, Wishes.NONE, List.of());
    }
}
