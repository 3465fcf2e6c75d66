package io.zugabe.bench.shop;

import io.zugabe.bench.shop.Chance.Purpose;
import io.zugabe.bench.shop.Happening.What;
import java.util.ArrayList;
import java.util.List;

/** A shopper in one world: what they have, need and think of the shop, and what the shop earned by them. */
final class Life {

    /** Irritation is half forgotten after so many days. */
    static final double HALF_LIFE = 14;

    /** What an order costs the shop beside the goods, and what a return costs, in euros. */
    static final double ORDER_COST = 3.5;

    static final double RETURN_COST = 6;

    /** What a service case costs, in euros: of a demanding customer, of others. */
    static final double DEMANDING_CASE = 12;

    static final double CASE_COST = 9;

    private static final double DEMANDING_CASES_PER_ORDER = 1.0;
    private static final double DEMANDING_CASES_PER_ITEM = 0.5;
    private static final double CASES_PER_ORDER = 0.04;
    private static final double REVERSED = 0.5;
    private static final double WRONG_COMES_BACK = 0.9;
    private static final double COMPLAINS = 0.35;
    private static final double BUDGET = 60;
    private static final int MONTH = 28;

    final int number;
    final Nature nature;
    final Chance chance;
    final List<Need> needs = new ArrayList<>();
    final List<Good> owned = new ArrayList<>();
    final Tally tally = new Tally();
    private final List<double[]> cases = new ArrayList<>();
    private double irritation;
    private double irritated;
    private double spent;
    private int month = Integer.MIN_VALUE;
    private boolean gone;

    Life(int number, Chance chance, Assortment assortment, double from, double until) {
        this.number = number;
        this.chance = chance;
        this.nature = Nature.draw(chance);
        if (nature.homeGroup() >= 0) {
            List<Good> devices = assortment.mains(nature.homeGroup());
            Good home = devices.get((int) (devices.size() * chance.uniform(Purpose.INTEREST, -1, 0)));
            owned.add(home);
            needs.addAll(Need.of(home, from, -1, until, chance));
        }
    }

    boolean isGone() {
        return gone;
    }

    void leave() {
        gone = true;
    }

    /** How annoyed they are by now. */
    double irritation(double day) {
        irritation *= Math.pow(0.5, (day - irritated) / HALF_LIFE);
        irritated = day;
        return irritation;
    }

    void irritate(double day, double amount) {
        irritation = irritation(day) + amount * nature.irritability();
    }

    boolean waitsForHelp(double day) {
        return cases.stream().anyMatch(open -> day >= open[0] && day < open[1]);
    }

    /** Whether they can pay for it; those who limit their spending have a budget a month. */
    boolean affords(Good good, double day) {
        int now = (int) Math.floor(day / MONTH);
        if (now != month) {
            month = now;
            spent = 0;
        }
        return nature.type() != Nature.Type.SPENDING_LIMITER || spent + good.price() / 100.0 <= BUDGET * nature.level();
    }

    void pays(Good good, double discount) {
        spent += good.price() / 100.0 * (1 - discount);
    }

    /**
     * An order, or what is added to one: earns, and what will come of it happens later.
     *
     * @param wrong the products among them that do not fit what they were bought for
     * @param added whether they go with an order that is sent anyway
     * @param later takes what the shop will see
     */
    void order(
            List<Good> lines,
            List<Good> wrong,
            boolean added,
            double day,
            int session,
            String order,
            double discount,
            List<Happening> later) {
        tally.profit -= added ? 0 : ORDER_COST;
        for (Good good : lines) {
            double margin = good.price() / 100.0 * (1 - discount) - good.cost() / 100.0;
            tally.profit += margin;
            boolean misfit = wrong.contains(good);
            long key = session * 10_000L + good.number();
            double back = misfit
                    ? WRONG_COMES_BACK
                    : nature.type() == Nature.Type.REVENUE_REVERSER
                            ? REVERSED
                            : good.kind().returnRate();
            if (chance.happens(back, Purpose.RETURNS, key, 0)) {
                tally.profit -= margin + RETURN_COST;
                double when = day + 4 + 10 * chance.uniform(Purpose.RETURN_DAY, key, 0);
                later.add(Happening.returned(number, when, good.number(), order, discount, misfit));
                if (misfit && chance.happens(COMPLAINS, Purpose.COMPLAINS, key, 0)) {
                    complain(when, key, later);
                }
            } else if (good.kind().role().isMain()) {
                owned.add(good);
            }
        }
        boolean demanding = nature.type() == Nature.Type.SERVICE_DEMANDER;
        double perOrder = demanding ? DEMANDING_CASES_PER_ORDER : CASES_PER_ORDER;
        double likely =
                (added ? 0 : perOrder) + (demanding ? DEMANDING_CASES_PER_ITEM : 0) * (lines.size() - (added ? 0 : 1));
        long key = 2L * session + (added ? 1 : 0);
        if (chance.happens(Math.min(1, likely), Purpose.CASES, key, 0)) {
            serviceCase(day + 1 + 14 * chance.uniform(Purpose.CASE_DAY, key, 0), key, later);
        }
    }

    /** Complains: a service case that should not have been. */
    void complain(double day, long key, List<Happening> later) {
        tally.complaints++;
        serviceCase(day, key, later);
    }

    private void serviceCase(double from, long key, List<Happening> later) {
        double cost = nature.type() == Nature.Type.SERVICE_DEMANDER ? DEMANDING_CASE : CASE_COST;
        double until = from + 1 + 5 * chance.uniform(Purpose.CASE_DAY, key, 1);
        tally.profit -= cost;
        cases.add(new double[] {from, until});
        String id = "case-" + tally.nextCase();
        later.add(Happening.serviceCase(What.CASE_OPENED, number, from, id, 0));
        later.add(Happening.serviceCase(What.CASE_RESOLVED, number, until, id, cost));
    }

    /** Forgets needs that nobody will think of any more, so that lives stay small. */
    void forget(double day) {
        needs.removeIf(need -> need.isOver(day));
    }
}
