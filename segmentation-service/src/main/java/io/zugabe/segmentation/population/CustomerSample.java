package io.zugabe.segmentation.population;

import io.zugabe.segmentation.log.domain.Subject;
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
        long hash = hash(subject.id());
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

    /** FNV-1a with a final mix (MurmurHash3's), since ids that differ in their last digit only are common. */
    private static long hash(String id) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }
}
