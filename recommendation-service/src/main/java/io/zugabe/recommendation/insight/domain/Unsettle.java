package io.zugabe.recommendation.insight.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes offers and lines that are gone out of the counts, as if they had never been. */
public final class Unsettle {

    private Unsettle() {}

    /**
     * @param gone offers that are gone
     * @param lines that are gone
     * @param left the offers that are still there of those that the lines were attributed to
     */
    public static Settlement of(Collection<KeptOffer> gone, Collection<KeptLine> lines, Collection<KeptOffer> left) {
        Map<CellKey, Counts> counts = new TreeMap<>();
        gone.forEach(offer -> add(counts, offer, true));
        Map<OfferKey, KeptOffer> after = new HashMap<>();
        left.forEach(offer -> after.put(offer.offer().key(), offer));
        for (KeptLine line : lines) {
            if (!line.decision().isEmpty()) {
                after.computeIfPresent(line.offer(), (key, offer) -> offer.plus(-1, line.returned() ? -1 : 0));
            }
        }
        List<KeptOffer> changed = new ArrayList<>();
        for (KeptOffer before : left) {
            KeptOffer now = after.getOrDefault(before.offer().key(), before);
            if (!now.equals(before)) {
                changed.add(now);
                add(counts, before, true);
                add(counts, now, false);
            }
        }
        counts.values().removeIf(Counts.NONE::equals);
        return new Settlement(changed, List.of(), counts);
    }

    private static void add(Map<CellKey, Counts> counts, KeptOffer offer, boolean negated) {
        Counts counted = Counts.of(offer);
        counts.merge(offer.offer().cell(), negated ? counted.negated() : counted, Counts::plus);
    }
}
