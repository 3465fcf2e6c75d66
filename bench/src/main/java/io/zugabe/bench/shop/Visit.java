package io.zugabe.bench.shop;

import io.zugabe.bench.shop.Ask.Place;
import io.zugabe.bench.shop.Chance.Purpose;
import io.zugabe.bench.shop.Happening.What;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One visit of a shopper: a product's page, perhaps a cart, perhaps an order; offers may stand on each. */
final class Visit {

    /** Share of visits in which something is looked for, and of those how many end with buying it. */
    static final double PURPOSEFUL = 0.45;

    static final double BUYS = 0.5;

    /** Share of those who come for something that they need who buy it. */
    static final double BUYS_NEEDED = 0.85;

    /** How much irritation lowers the chance of buying, and how much any offer does with those it disturbs. */
    static final double PUT_OFF = 0.8;

    static final double DISTURBED = 0.95;

    /** Probability that somebody irritated by 1 does not come back after a visit. */
    static final double LEAVES = 0.02;

    /** Discount that promotion maximizers find for every order. */
    static final double COUPON = 0.2;

    /** Share of those who look for a part themselves who take a wrong one. */
    private static final double MISTAKES = 0.08;

    private static final double PER_QUALITY = 0.8;
    private static final double PER_LOG_PRICE = 1.5;
    private static final double STEP = 1.0 / (24 * 60);

    private final Life life;
    private final Assortment assortment;
    private final int session;
    private final double day;
    private final double until;
    private final Reaction reaction;
    private final double discount;
    private final List<Good> cart = new ArrayList<>();
    private final List<Good> wrong = new ArrayList<>();
    private List<Good> viewed = List.of();
    private @Nullable Good target;
    private @Nullable Need purpose;
    private boolean buys;
    private double courage = 1;

    Visit(Life life, Assortment assortment, int session, double day, double until) {
        this.life = life;
        this.assortment = assortment;
        this.session = session;
        this.day = day;
        this.until = until;
        this.reaction = new Reaction(life, assortment);
        this.discount = life.nature.type() == Nature.Type.PROMOTION_MAXIMIZER ? COUPON : 0;
        life.tally.visits++;
    }

    /** Looks around, and asks for offers beside what is looked at last. */
    Ask look(List<Happening> seen) {
        life.forget(day);
        Optional<Need> realised =
                life.needs.stream().filter(need -> need.isRealised(day)).findFirst();
        if (realised.isPresent()) {
            purpose = realised.get();
            target = search(purpose);
            viewed = List.of(target);
            decide(BUYS_NEEDED);
        } else {
            int group = life.nature.group(life.chance.uniform(Purpose.INTEREST, session, 0));
            viewed = assortment.mains(group).stream()
                    .sorted(Comparator.comparingDouble(this::liking))
                    .limit(3)
                    .toList()
                    .reversed();
            target = viewed.getLast();
            if (life.chance.happens(PURPOSEFUL, Purpose.INTENT, session, 0)) {
                decide(BUYS);
            }
        }
        for (int i = 0; i < viewed.size(); i++) {
            double when = day + i * STEP;
            seen.add(Happening.looked(
                    What.VIEWED, life.number, session, when, viewed.get(i).number()));
        }
        if (buys && purpose == null) {
            life.needs.addAll(Need.of(target, day, session, until, life.chance));
        }
        return ask(Place.PRODUCT_PAGE, List.of(target), List.of());
    }

    /** Those who like it less come first, so that the last is the best. */
    private double liking(Good good) {
        double usual = 100 * good.kind().price() * life.nature.level();
        return -(PER_QUALITY * good.quality()
                - PER_LOG_PRICE * Math.abs(Math.log(good.price() / usual))
                + life.chance.gumbel(Purpose.LIKING, session, good.number()));
    }

    private Good search(Need need) {
        boolean mistakes = need.role.mustFit() && life.chance.happens(MISTAKES, Purpose.MISTAKE, need.key, 0);
        List<Good> all = assortment.of(need.host.kind().group(), need.role);
        return all.stream()
                .filter(good -> mistakes || good.fits(need.host))
                .min(Comparator.comparingDouble(this::liking))
                .orElse(all.getFirst());
    }

    private void decide(double usual) {
        double chance = usual * Math.exp(-PUT_OFF * life.irritation(day));
        buys = life.affords(target(), day) && life.chance.happens(chance, Purpose.CONVERSION, session, 0);
    }

    private Good target() {
        return Objects.requireNonNull(target);
    }

    /** Takes the page's offers or not, fills the cart, and asks for offers beside it; empty if it stays empty. */
    Optional<Ask> fillCart(Ask page, List<Happening> seen, List<Happening> later) {
        react(page, List.of(target()), seen, later);
        if (buys) {
            put(target());
            if (purpose != null) {
                fulfil(purpose, target());
            }
            for (Need need : life.needs) {
                Good found = need.isRealised(day) && need.host == target() ? search(need) : null;
                if (found != null && life.affords(found, day)) {
                    put(found);
                    fulfil(need, found);
                }
            }
        }
        if (cart.isEmpty()) {
            return Optional.empty();
        }
        seen.add(Happening.looked(What.CARTED, life.number, session, day + 5 * STEP, numbers(cart)));
        return Optional.of(ask(Place.CART, List.of(), cart));
    }

    private void put(Good good) {
        cart.add(good);
        life.pays(good, discount);
    }

    private void fulfil(Need need, Good good) {
        need.meet();
        if (!good.fits(need.host)) {
            wrong.add(good);
        }
    }

    private void react(Ask ask, List<Good> around, List<Happening> seen, List<Happening> later) {
        Reaction.Result result = reaction.to(ask, around, seen, later);
        result.taken().forEach(this::put);
        wrong.addAll(result.wrong());
        if (life.nature.disturbed() && ask.offers().length > 0) {
            courage *= DISTURBED;
        }
    }

    /** Takes the cart's offers or not, orders, and asks for offers beside that; empty if it comes to no order. */
    Optional<Ask> order(Ask beside, List<Happening> seen, List<Happening> later) {
        react(beside, List.copyOf(cart), seen, later);
        if (!life.chance.happens(courage, Purpose.ABANDONS, session, 0)) {
            cart.clear();
            if (purpose == null) {
                life.needs.removeIf(need -> need.host == target());
            }
            return Optional.empty();
        }
        String order = "order-" + session;
        seen.add(Happening.bought(life.number, session, day + 9 * STEP, numbers(cart), order, discount));
        life.order(cart, wrong, false, day, session, order, discount, later);
        return Optional.of(ask(Place.THANK_YOU, cart, List.of()));
    }

    /** Takes the last offers or not. */
    void addTo(Ask thanks, List<Happening> seen, List<Happening> later) {
        List<Good> bought = List.copyOf(cart);
        cart.clear();
        wrong.clear();
        react(thanks, bought, seen, later);
        if (!cart.isEmpty()) {
            String order = "order-" + session + "-more";
            seen.add(Happening.bought(life.number, session, day + 12 * STEP, numbers(cart), order, discount));
            life.order(cart, wrong, true, day, session, order, discount, later);
        }
    }

    /** Goes, perhaps for good. */
    void leave() {
        if (life.chance.happens(Math.min(1, LEAVES * life.irritation(day)), Purpose.LEAVES, session, 0)) {
            life.leave();
        }
    }

    private Ask ask(Place place, List<Good> anchors, List<Good> lines) {
        double when = day + (1 + 4 * place.ordinal()) * STEP;
        return new Ask(life.number, session, when, place, numbers(anchors), numbers(lines));
    }

    private static int[] numbers(List<Good> goods) {
        return goods.stream().mapToInt(Good::number).distinct().toArray();
    }
}
