package io.zugabe.bench.shop;

import io.zugabe.bench.shop.Ask.Place;
import io.zugabe.bench.shop.Chance.Purpose;
import io.zugabe.bench.shop.Happening.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a shopper makes of offers: whether they see one, want it, see that it does not fit, and how much it
 * annoys them if it is nothing to them.
 */
final class Reaction {

    /** Probability that the offer at a place of the list is looked at; the further down, the less. */
    private static final double[] EXAMINED = {0.70, 0.55, 0.45, 0.35};

    /** Who has paid looks at offers less. */
    private static final double AFTER_PAYING = 0.6;

    /** Log-odds of taking what is needed, fits, and costs what they usually pay. */
    private static final double WANTED = 1.0;

    private static final double PER_QUALITY = 0.5;
    private static final double PER_LOG_PRICE = 1.5;

    /** Probability of buying what is not needed, of a group of average interest. */
    private static final double IMPULSE = 0.008;

    /** Probability of seeing that a part does not fit. */
    private static final double NOTICES = 0.65;

    /** Irritation by an offer that is nothing to them, that does not fit, or made while they wait for help. */
    static final double IRRELEVANT = 0.005;

    static final double WRONG = 0.02;
    static final double WAITING = 0.10;

    private static final double COMPLAINS_WHILE_WAITING = 0.03;
    private static final double DISMISSES = 0.05;

    private final Life life;
    private final Assortment assortment;

    Reaction(Life life, Assortment assortment) {
        this.life = life;
        this.assortment = assortment;
    }

    /**
     * What came of a list of offers.
     *
     * @param taken bought
     * @param wrong those of them that do not fit
     */
    record Result(List<Good> taken, List<Good> wrong) {}

    /**
     * Shows offers.
     *
     * @param around products that the offers stand beside: looked at, in the cart, or just bought
     * @param seen takes what the shop sees of it
     */
    Result to(Ask ask, List<Good> around, List<Happening> seen, List<Happening> later) {
        Result result = new Result(new ArrayList<>(), new ArrayList<>());
        if (ask.offers().length == 0) {
            return result;
        }
        seen.add(Happening.offers(What.OFFERS_SHOWN, ask, ask.offers()));
        life.tally.shown += ask.offers().length;
        for (int offer : ask.offers()) {
            if (isWrong(assortment.good(offer), around)) {
                life.tally.wrongShown++;
            }
        }
        if (life.waitsForHelp(ask.day)) {
            life.irritate(ask.day, WAITING);
            if (life.chance.happens(COMPLAINS_WHILE_WAITING, Purpose.COMPLAINS, ask.session, ask.place.ordinal())) {
                life.complain(ask.day, -1L - ask.session, later);
            }
        }
        for (int place = 0; place < ask.offers().length; place++) {
            Good good = assortment.good(ask.offers()[place]);
            double attention = EXAMINED[place] * (ask.place == Place.THANK_YOU ? AFTER_PAYING : 1);
            if (life.chance.happens(attention, Purpose.EXAMINES, key(ask), place)) {
                consider(good, ask, result, seen);
            }
        }
        return result;
    }

    /** Beside a device of its group, and neither for that nor for one that the shopper has. */
    private boolean isWrong(Good good, List<Good> around) {
        return good.kind().role().mustFit()
                && around.stream().anyMatch(host -> isHost(host, good))
                && around.stream().noneMatch(good::fits)
                && life.owned.stream().noneMatch(good::fits);
    }

    private static boolean isHost(Good host, Good good) {
        return host.kind().role() == Kind.Role.DEVICE
                && host.kind().group() == good.kind().group();
    }

    private void consider(Good good, Ask ask, Result result, List<Happening> seen) {
        List<Need> open = life.needs.stream()
                .filter(need -> need.role == good.kind().role()
                        && need.host.kind().group() == good.kind().group()
                        && need.isOpen(ask.day))
                .toList();
        Optional<Need> served =
                open.stream().filter(need -> good.fits(need.host)).findFirst();
        if (!life.affords(good, ask.day)) {
            annoy(good, ask, Reaction.IRRELEVANT / 2, seen);
        } else if (served.isPresent()) {
            wanted(good, served.get(), ask, result, seen);
        } else if (!open.isEmpty()) {
            misfit(good, open.getFirst(), ask, result, seen);
        } else if (isImpulse(good, ask)) {
            take(good, ask, result, seen);
        } else {
            annoy(good, ask, good.kind().role().mustFit() ? 1.5 * IRRELEVANT : IRRELEVANT, seen);
        }
    }

    private void wanted(Good good, Need need, Ask ask, Result result, List<Happening> seen) {
        if (accepts(good, ask)) {
            need.meet();
            take(good, ask, result, seen);
        } else {
            annoy(good, ask, IRRELEVANT / 4, seen);
        }
    }

    /** Needed, but this one is wrong. */
    private void misfit(Good good, Need need, Ask ask, Result result, List<Happening> seen) {
        boolean notices = life.chance.happens(NOTICES, Purpose.NOTICES, key(ask), good.number());
        if (!notices && accepts(good, ask)) {
            need.meet();
            result.wrong().add(good);
            life.tally.wrongTaken++;
            take(good, ask, result, seen);
        } else {
            annoy(good, ask, notices ? WRONG : IRRELEVANT, seen);
        }
    }

    private boolean accepts(Good good, Ask ask) {
        double usual = 100 * good.kind().price() * life.nature.level();
        double dear = Math.max(0, Math.log(good.price() / usual));
        double odds = WANTED + PER_QUALITY * good.quality() - PER_LOG_PRICE * dear - 2 * life.irritation(ask.day);
        return life.chance.happens(1 / (1 + Math.exp(-odds)), Purpose.ACCEPTS, key(ask), good.number());
    }

    /** Only what goes with nothing in particular, or is no part, is bought just so. */
    private boolean isImpulse(Good good, Ask ask) {
        double interest = Math.min(4, life.nature.interests()[good.kind().group()] * Kind.GROUPS);
        double affordable = 1 / (1 + Math.pow(good.price() / 100.0 / (25 * life.nature.level()), 2));
        return !good.kind().role().mustFit()
                && life.chance.happens(IMPULSE * interest * affordable, Purpose.ACCEPTS, key(ask), good.number());
    }

    private void take(Good good, Ask ask, Result result, List<Happening> seen) {
        result.taken().add(good);
        life.tally.taken++;
        seen.add(Happening.offers(What.OFFERS_ADDED, ask, good.number()));
    }

    private void annoy(Good good, Ask ask, double amount, List<Happening> seen) {
        life.irritate(ask.day, amount);
        double dismisses = Math.min(0.5, DISMISSES * life.nature.irritability());
        if (life.chance.happens(dismisses, Purpose.DISMISSES, key(ask), good.number())) {
            seen.add(Happening.offers(What.OFFERS_DISMISSED, ask, good.number()));
        }
    }

    private static long key(Ask ask) {
        return 4L * ask.session + ask.place.ordinal();
    }
}
