package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.insight.domain.BetaDraw;
import io.zugabe.recommendation.insight.domain.Exploration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Part of stage 5: gives a few places to offers about which too little is known, so that what is new gets its chance.
 *
 * <p>A list of n places has n × {@code share} of them for it on average; whether this decision has one follows from its seed.
 * It goes by Thompson sampling (Thompson 1933; Chapelle and Li 2011): of the candidates that would not be on the list and were
 * seen fewer than {@code enough} times, the one whose value is highest with its acceptance drawn from what is known of it;
 * products that nobody has seen or bought yet come first. It takes the place of the last offer that the list would have, if it is
 * expected to bring no less than (1 − {@code loss}) of that one's value: so exploring costs at most share × loss of the value
 * of last places. Later stages judge it as any other.
 */
final class Explore {

    /** Draws per decision. */
    private static final int MOST_DRAWS = 50;

    private static final long STREAM = 0x6A09E667F3BCC909L;

    private Explore() {}

    /**
     * Lifts what is explored.
     *
     * @param room what other kinds leave of the list; what is pinned has its place there, and is neither lifted nor displaced
     */
    static List<Valued> apply(List<Valued> paying, Situation situation, Room room, StageTrace.Writer trace) {
        Exploration exploration = situation.snapshot().acceptance().exploration();
        int limit = room.offers();
        if (situation.ranking() != Ranking.VALUE || paying.size() <= limit || exploration.share() <= 0) {
            return paying;
        }
        SplittableRandom random = new SplittableRandom(situation.seed() ^ STREAM);
        int places = (int) (exploration.share() * limit + random.nextDouble());
        if (places == 0) {
            return paying;
        }
        List<Valued> ranked = new ArrayList<>(paying);
        ranked.sort(Comparator.comparingDouble(Valued::key)
                .reversed()
                .thenComparing(valued -> valued.candidate().product().id()));
        List<Valued> pinned = new ArrayList<>();
        ranked.forEach(valued -> {
            if (room.filters().isPinned(valued.candidate().product())) {
                pinned.add(valued);
            }
        });
        ranked.removeAll(pinned);
        for (int place = 0; place < places; place++) {
            explore(ranked, limit - pinned.size() - place, situation, exploration, random, trace);
        }
        ranked.addAll(pinned);
        return ranked;
    }

    /** Lifts one candidate into the last of so many places. */
    private static void explore(
            List<Valued> ranked,
            int limit,
            Situation situation,
            Exploration exploration,
            SplittableRandom random,
            StageTrace.Writer trace) {
        int last = last(ranked, limit);
        if (last < 0) {
            return;
        }
        Valued displaced = ranked.get(last);
        double least = displaced.terms().value() * (1 - exploration.loss());
        int best = -1;
        boolean bestIsNew = false;
        double bestDraw = 0;
        int draws = 0;
        for (int i = last + 1; i < ranked.size() && draws < MOST_DRAWS; i++) {
            Valued valued = ranked.get(i);
            Valued.Terms terms = valued.terms();
            if (terms.value() >= least && terms.estimate().shown() < exploration.enough()) {
                boolean isNew = isNew(valued, situation);
                double draw = (terms.margin() - terms.returnCost())
                        * BetaDraw.draw(terms.acceptance(), terms.estimate().weight(), random);
                draws++;
                if (best < 0 || isNew && !bestIsNew || isNew == bestIsNew && draw > bestDraw) {
                    best = i;
                    bestIsNew = isNew;
                    bestDraw = draw;
                }
            }
        }
        if (best >= 0) {
            Valued chosen = ranked.remove(best);
            ranked.add(last, chosen.lifted(Math.nextUp(displaced.key())));
            trace.note("Explored: " + chosen.candidate().product().id() + ", seen "
                    + chosen.terms().estimate().shown() + " times here, before "
                    + displaced.candidate().product().id() + ".");
        }
    }

    /** The last of the places that the list would have, one for every need; -1 if the list is not full. */
    private static int last(List<Valued> ranked, int limit) {
        Set<String> needs = new HashSet<>();
        for (int i = 0; i < ranked.size(); i++) {
            needs.add(ranked.get(i).candidate().need());
            if (needs.size() == limit) { // never, if there is no place
                return i;
            }
        }
        return -1;
    }

    private static boolean isNew(Valued valued, Situation situation) {
        return valued.terms().estimate().shown() == 0
                && situation.baskets().basketsOf(valued.candidate().product().number()) == 0;
    }
}
