package io.zugabe.segmentation.population;

import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.DrawOrder;
import io.zugabe.segmentation.profile.domain.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Customers drawn by a hash of their ids: those with the lowest hashes, so whoever was drawn stays drawn
 * while others come and go. Visitors and customers without an order do not count.
 */
final class CustomerSample {

    private final int most;
    private final TreeMap<Long, SampledCustomer> byHash = new TreeMap<>();

    CustomerSample(int most) {
        this.most = most;
    }

    void offer(Profile profile) {
        Subject subject = profile.subject();
        if (subject.visitor() || profile.orders().last() == null) {
            return;
        }
        long hash = DrawOrder.of(subject.id());
        if (byHash.size() < most || hash < byHash.lastKey()) {
            byHash.put(hash, SampledCustomer.of(profile));
            if (byHash.size() > most) {
                byHash.pollLastEntry();
            }
        }
    }

    List<SampledCustomer> customers() {
        return new ArrayList<>(byHash.values());
    }
}
