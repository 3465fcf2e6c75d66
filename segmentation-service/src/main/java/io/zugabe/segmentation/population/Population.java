package io.zugabe.segmentation.population;

import io.zugabe.segmentation.crossbuyer.domain.CrossBuyerPopulation;
import io.zugabe.segmentation.crossbuyer.domain.ProfileMonths;
import io.zugabe.segmentation.lifecycle.domain.GapDistribution;
import io.zugabe.segmentation.lifecycle.domain.RfmBorders;

/**
 * All customers, as single ones are compared with them.
 *
 * @param returnCost what handling a returned unit costs the shop, in units of its currency
 */
public record Population(CrossBuyerPopulation crossBuyers, double returnCost, GapDistribution gaps, RfmBorders rfm) {

    /** How histories are read from profiles. */
    public ProfileMonths months() {
        return new ProfileMonths(crossBuyers.marginRate(), returnCost);
    }
}
