package io.zugabe.bench.shop;

import io.zugabe.bench.shop.Chance.Purpose;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a shopper could use beside a product. Some see it themselves and buy it here anyway, at
 * once or later; others only if they are offered it; all get it elsewhere, or do without, after a while.
 */
final class Need {

    /** Share that needs something beside what they buy, at once. */
    static final double SUPPLY = 0.50;

    static final double POWER = 0.30;
    static final double CASE = 0.40;
    static final double CARE = 0.25;
    static final double COMPANION = 0.45;

    /** Share that thinks of it before paying, and share that comes back for it here. */
    static final double AT_ONCE = 0.30;

    static final double LATER = 0.25;

    /** Share of a device's owners that use supplies steadily, and of refills that are bought here anyway. */
    static final double STEADY = 0.7;

    static final double REFILLS_HERE = 0.55;

    /** Mean number of days until somebody comes back for it, and until it is too late. */
    static final double COMES_BACK = 10;

    static final double TOO_LATE = 30;

    /** Median number of days that supplies last. */
    static final double CYCLE = 40;

    private static final double CYCLE_SPREAD = 0.4;

    /** What will be needed within so many days is welcome now. */
    private static final double AHEAD = 3;

    final Kind.Role role;
    final Good host;
    final long key;
    private final double arises;
    private final double realised;
    private final double expires;
    private boolean met;

    private Need(Kind.Role role, Good host, long key, double arises, double realised, double expires) {
        this.role = role;
        this.host = host;
        this.key = key;
        this.arises = arises;
        this.realised = realised;
        this.expires = expires;
    }

    /**
     * What somebody will need who gets a product.
     *
     * @param instance tells this product of theirs from others
     * @param until the last day to think of
     */
    static List<Need> of(Good host, double day, int instance, double until, Chance chance) {
        List<Need> needs = new ArrayList<>();
        if (host.kind().role() == Kind.Role.THING) {
            first(needs, Kind.Role.COMPANION, COMPANION, host, day, instance, chance);
        } else if (host.kind().role() == Kind.Role.DEVICE) {
            if (day >= 0 || instance >= 0) {
                first(needs, Kind.Role.SUPPLY, SUPPLY, host, day, instance, chance);
                first(needs, Kind.Role.POWER, POWER, host, day, instance, chance);
                first(needs, Kind.Role.CASE, CASE, host, day, instance, chance);
                double later = day + 5 + 10 * chance.uniform(Purpose.CARE_DELAY, instance, host.number());
                first(needs, Kind.Role.CARE, CARE, host, later, instance, chance);
            }
            refills(needs, host, day, instance, until, chance);
        }
        return needs;
    }

    private static void first(
            List<Need> needs, Kind.Role role, double share, Good host, double day, int instance, Chance chance) {
        long key = key(host, instance, role, 0);
        if (chance.happens(share, Purpose.NEED, key, 0)) {
            double luck = chance.uniform(Purpose.REALISED, key, 0);
            double realised = luck < AT_ONCE
                    ? day
                    : luck < AT_ONCE + LATER
                            ? day + chance.exponential(COMES_BACK, Purpose.REALISED, key, 1)
                            : Double.POSITIVE_INFINITY;
            double expires = day + 1 + chance.exponential(TOO_LATE, Purpose.EXPIRES, key, 0);
            needs.add(new Need(
                    role, host, key, day, realised, Math.max(expires, luck < AT_ONCE + LATER ? realised + 30 : 0)));
        }
    }

    private static void refills(List<Need> needs, Good host, double day, int instance, double until, Chance chance) {
        long steady = key(host, instance, Kind.Role.SUPPLY, 0);
        if (!chance.happens(STEADY, Purpose.NEED, steady, 1)) {
            return;
        }
        double cycle = CYCLE * Math.exp(CYCLE_SPREAD * chance.normal(Purpose.CYCLE, steady, 0));
        int number = 1;
        for (double due = day + cycle; due < until; due += cycle) {
            long key = key(host, instance, Kind.Role.SUPPLY, number++);
            double realised = chance.happens(REFILLS_HERE, Purpose.REALISED, key, 0)
                    ? due + chance.exponential(COMES_BACK, Purpose.REALISED, key, 1)
                    : Double.POSITIVE_INFINITY;
            needs.add(new Need(Kind.Role.SUPPLY, host, key, due, realised, due + cycle));
        }
    }

    private static long key(Good host, int instance, Kind.Role role, int number) {
        return ((instance + 2L) * 100_000 + host.number()) * 1_000 + role.ordinal() * 100L + number;
    }

    boolean isOpen(double day) {
        return !met && day >= arises - AHEAD && day < expires;
    }

    /** Whether they would buy it now without being asked. */
    boolean isRealised(double day) {
        return isOpen(day) && day >= realised;
    }

    boolean isOver(double day) {
        return met || day >= expires;
    }

    void meet() {
        met = true;
    }
}
