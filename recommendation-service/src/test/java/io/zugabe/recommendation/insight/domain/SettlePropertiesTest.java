package io.zugabe.recommendation.insight.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.insight.domain.History.Told;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** In whatever order and however often something is told, the counts are those of telling all at once. */
@Proves("O9")
class SettlePropertiesTest {

    @Property(tries = 1_000)
    void anyOrderAndDuplication_givesTheSameCounts(@ForAll long seed) {
        Random random = new Random(seed);
        List<Told> told = new History(seed).draw(1 + random.nextInt(40));
        Map<CellKey, Counts> expected = History.counts(told);

        List<Told> shuffled = new ArrayList<>(told);
        told.stream().filter(ignored -> random.nextInt(3) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);

        assertEquals(expected, inRuns(shuffled, random), "seed " + seed);
        assertEquals(expected, History.counts(shuffled), "seed " + seed);
    }

    private static Map<CellKey, Counts> inRuns(List<Told> told, Random random) {
        Map<OfferKey, KeptOffer> offers = new HashMap<>();
        Map<LineKey, KeptLine> lines = new HashMap<>();
        List<ReturnLine> returns = new ArrayList<>();
        Map<CellKey, Counts> counts = new TreeMap<>();
        int at = 0;
        while (at < told.size()) {
            int end = Math.min(told.size(), at + 1 + random.nextInt(5));
            List<Told> run = told.subList(at, end);
            at = end;
            returns.addAll(History.returns(run));
            Settlement settlement = new Settle(History.WINDOWS)
                    .known(offers.values(), lines.values())
                    .told(History.offers(run))
                    .bought(History.lines(run))
                    .returned(returns)
                    .settle();
            settlement.offers().forEach(offer -> offers.put(offer.offer().key(), offer));
            settlement.lines().forEach(line -> lines.put(line.line().key(), line));
            settlement.counts().forEach((cell, change) -> counts.merge(cell, change, Counts::plus));
        }
        counts.values().removeIf(Counts.NONE::equals);
        return counts;
    }
}
