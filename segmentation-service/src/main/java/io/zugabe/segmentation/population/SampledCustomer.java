package io.zugabe.segmentation.population;

import io.zugabe.segmentation.lifecycle.domain.RfmBorders;
import io.zugabe.segmentation.profile.domain.Month;
import io.zugabe.segmentation.profile.domain.Profile;
import java.time.YearMonth;
import java.util.SortedMap;

/** What the population is learned from of one customer. */
record SampledCustomer(SortedMap<YearMonth, Month> months, RfmBorders.Customer customer) {

    static SampledCustomer of(Profile profile) {
        return new SampledCustomer(profile.months(), RfmBorders.Customer.of(profile));
    }
}
