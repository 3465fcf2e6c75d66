package io.zugabe.bench.shop;

import io.zugabe.bench.shop.Chance.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * The same shoppers under one policy: twelve weeks of history without offers, from which policies may
 * learn, then twelve weeks with them. What happens on a day is seen by the policy before the next step of
 * anybody's visit.
 */
final class World {

    /** First day of the history, and the day after the last. */
    static final int BEGIN = -84;

    static final int END = 84;

    private static final double OPENS = 8.0 / 24;
    private static final double OPEN = 13.0 / 24;

    private final Assortment assortment;
    private final OfferPolicy policy;
    private final Life[] lives;
    private final List<List<Coming>> visits = new ArrayList<>();
    private final TreeMap<Integer, List<Happening>> later = new TreeMap<>();
    private final int[] planned;

    private record Coming(int shopper, int session, double day) {}

    World(long seed, int shoppers, Assortment assortment, OfferPolicy policy) {
        this.assortment = assortment;
        this.policy = policy;
        this.lives = new Life[shoppers];
        this.planned = new int[shoppers];
        for (int day = BEGIN; day < END; day++) {
            visits.add(new ArrayList<>());
        }
        for (int shopper = 0; shopper < shoppers; shopper++) {
            lives[shopper] = new Life(shopper, Chance.of(seed, shopper), assortment, BEGIN, END);
            plan(lives[shopper]);
        }
    }

    /** When a shopper comes is decided before anything happens; at most once a day. */
    private void plan(Life life) {
        SplittableRandom random = life.chance.stream(Purpose.SESSIONS, 0, 0);
        double between = 7 / life.nature.visitsPerWeek();
        double day = BEGIN - between * Math.log1p(-random.nextDouble());
        for (int session = 0; day < END; session++) {
            int date = (int) Math.floor(day);
            visits.get(date - BEGIN).add(new Coming(life.number, session, date + OPENS + OPEN * random.nextDouble()));
            planned[life.number] += date >= 0 ? 1 : 0;
            day = Math.max(date + 1, day - between * Math.log1p(-random.nextDouble()));
        }
    }

    /**
     * Lets all days pass.
     *
     * @param each told every day that has passed
     */
    void run(IntConsumer each) throws InterruptedException {
        for (int day = BEGIN; day < END; day++) {
            if (day == 0) {
                for (Life life : lives) {
                    life.tally.clear();
                }
            }
            policy.begin(day);
            pass(day);
            each.accept(day);
        }
    }

    private void pass(int day) throws InterruptedException {
        List<Happening> seen = new ArrayList<>();
        List<Happening> coming = new ArrayList<>();
        while (!later.isEmpty() && later.firstKey() <= day) {
            seen.addAll(later.pollFirstEntry().getValue());
        }
        List<Step> steps = new ArrayList<>();
        for (Coming next : visits.get(day - BEGIN)) {
            Life life = lives[next.shopper()];
            if (!life.isGone()) {
                Visit visit = new Visit(life, assortment, next.session(), next.day(), END);
                steps.add(new Step(visit, visit.look(seen)));
            }
        }
        answer(day, steps, seen, coming);
        List<Step> carts = new ArrayList<>();
        for (Step step : steps) {
            step.visit.fillCart(step.ask, seen, coming).ifPresent(ask -> carts.add(new Step(step.visit, ask)));
        }
        answer(day, carts, seen, coming);
        List<Step> thanks = new ArrayList<>();
        for (Step step : carts) {
            step.visit.order(step.ask, seen, coming).ifPresent(ask -> thanks.add(new Step(step.visit, ask)));
        }
        answer(day, thanks, seen, coming);
        for (Step step : thanks) {
            step.visit.addTo(step.ask, seen, coming);
        }
        settle(day, coming, seen);
        policy.observe(seen);
        steps.forEach(step -> step.visit.leave());
    }

    /** What has happened by now is seen now, what will happen when it does. */
    private void settle(int day, List<Happening> coming, List<Happening> seen) {
        for (Happening happening : coming) {
            int date = (int) Math.floor(happening.day());
            if (date <= day) {
                seen.add(happening);
            } else {
                later.computeIfAbsent(date, _ -> new ArrayList<>()).add(happening);
            }
        }
        coming.clear();
    }

    /** Nothing is offered before the first day. */
    private void answer(int day, List<Step> steps, List<Happening> seen, List<Happening> coming)
            throws InterruptedException {
        settle(day, coming, seen);
        if (day >= 0) {
            policy.observe(seen);
            seen.clear();
            policy.decide(steps.stream().map(Step::ask).toList());
        }
    }

    private record Step(Visit visit, Ask ask) {}

    /** What a shopper brought in the twelve weeks. */
    Tally tally(int shopper) {
        return lives[shopper].tally;
    }

    /** Visits that a shopper would make in the twelve weeks if they stayed. */
    int planned(int shopper) {
        return planned[shopper];
    }

    /** Whether they will not come back. */
    boolean isGone(int shopper) {
        return lives[shopper].isGone();
    }

    /** What a shopper is like, to see who offers pay with. */
    Nature nature(int shopper) {
        return lives[shopper].nature;
    }
}
