package io.zugabe.quickstart.demoshop;

import io.zugabe.quickstart.demoshop.ShopEvent.AddToCart;
import io.zugabe.quickstart.demoshop.ShopEvent.BeginCheckout;
import io.zugabe.quickstart.demoshop.ShopEvent.Item;
import io.zugabe.quickstart.demoshop.ShopEvent.PromotionRedeemed;
import io.zugabe.quickstart.demoshop.ShopEvent.Purchase;
import io.zugabe.quickstart.demoshop.ShopEvent.RemoveFromCart;
import io.zugabe.quickstart.demoshop.ShopEvent.Search;
import io.zugabe.quickstart.demoshop.ShopEvent.ViewItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Plays a mission that leads through the shop: looking, buying, coming back for what is missing or used up. */
final class ShoppingTrip {

    private static final double LEAVES_CART = 0.14;
    private static final double COMES_BACK_TO_CART = 0.55;
    private static final double TAKES_OUT_AGAIN = 0.06;
    private static final double LOOKS_FURTHER = 0.35;
    private static final double REFILLS_HERE = 0.48;
    private static final double KEEPS_HABIT = 0.92;

    private final Mission mission;
    private final Shopper shopper;
    private final GroundTruth truth;
    private final Assortment assortment;
    private final Diary diary;
    private final Odds odds;
    private final Aftermath aftermath;

    ShoppingTrip(Mission mission, Shopper shopper, GroundTruth truth, Assortment assortment, Diary diary, Odds odds) {
        this.mission = mission;
        this.shopper = shopper;
        this.truth = truth;
        this.assortment = assortment;
        this.diary = diary;
        this.odds = odds;
        this.aftermath = new Aftermath(shopper.latent(), truth, diary, odds);
    }

    void browse() {
        List<DemoProduct> shelf = assortment.ofType(mission.type());
        diary.visit(0);
        search(mission.type());
        DemoProduct last = look(shelf, 1 + odds.poisson(1.8));
        if (odds.happens(0.25)) {
            diary.note(new AddToCart(item(last)));
        }
    }

    void habit() {
        DemoProduct product = shopper.prefer(assortment.ofType(mission.type()), odds);
        diary.visit(0);
        search(mission.type());
        view(product);
        diary.note(new AddToCart(item(product)));
        order(List.of(new Line(product, odds.whole(1, 2), false)));
        repeat(product, 0, KEEPS_HABIT);
    }

    void buy() {
        List<DemoProduct> shelf = assortment.ofType(mission.type()).stream()
                .filter(product -> product.price() <= mission.budget())
                .toList();
        diary.visit(0);
        search(mission.type());
        look(shelf, odds.poisson(1.1));
        DemoProduct host = setOutFor(shelf);
        view(host);
        diary.note(new AddToCart(item(host)));
        int day = 0;
        if (odds.happens(LEAVES_CART)) {
            if (!odds.happens(COMES_BACK_TO_CART)) {
                return;
            }
            day = 1 + odds.poisson(1.2);
            diary.visit(day);
            view(host);
        }
        List<Line> cart = fill(host);
        order(cart);
        if (mission.budget() == Latent.NO_LIMIT) {
            comeBack(host, day);
            for (Line line : cart) {
                repeat(line.product(), day, REFILLS_HERE);
            }
        }
    }

    /** With a limit, people take the best that the limit pays. */
    private DemoProduct setOutFor(List<DemoProduct> shelf) {
        if (mission.budget() == Latent.NO_LIMIT) {
            return shopper.prefer(shelf, odds);
        }
        return odds.pick(shelf, product -> Math.pow((double) product.price() / mission.budget(), 2));
    }

    private List<Line> fill(DemoProduct host) {
        var cart = new ArrayList<>(List.of(new Line(host, 1, false)));
        long left = mission.budget() - host.price();
        List<DemoProduct> parts = takeFor(host, left, cart);
        left -= parts.stream().mapToLong(DemoProduct::price).sum();
        for (DemoProduct part : parts) { // the lens wants a filter, the charger a cable
            List<DemoProduct> further = takeFor(part, left, cart);
            left -= further.stream().mapToLong(DemoProduct::price).sum();
        }
        if (cart.size() > 1 && odds.happens(TAKES_OUT_AGAIN)) {
            diary.note(new RemoveFromCart(cart.removeLast().item(0)));
        }
        return cart;
    }

    private List<DemoProduct> takeFor(DemoProduct host, long budget, List<Line> cart) {
        Set<String> inCart = cart.stream().map(line -> line.product().type()).collect(Collectors.toSet());
        Set<String> wanted = truth.needsOf(host).stream()
                .flatMap(need -> need.parts().stream())
                .filter(type -> !inCart.contains(type))
                .collect(Collectors.toCollection(TreeSet::new));
        List<DemoProduct> offered = assortment.ofTypes(wanted);
        List<DemoProduct> taken = shopper.choose(host, 0, offered, budget, odds);
        for (DemoProduct part : taken) {
            if (odds.happens(LOOKS_FURTHER)) {
                look(assortment.ofType(part.type()), 1);
            }
            view(part);
            diary.note(new AddToCart(item(part)));
            cart.add(new Line(part, 1, shopper.misfit(host, part)));
        }
        return taken;
    }

    private void comeBack(DemoProduct host, int bought) {
        for (Need need : truth.needsOf(host)) {
            if (need.together()) {
                continue;
            }
            List<DemoProduct> offered = assortment.ofTypes(need.parts());
            List<DemoProduct> taken = shopper.choose(host, need.afterDays(), offered, mission.budget(), odds);
            int day = bought + Math.max(1, (int) Math.round(odds.around(need.afterDays(), 0.35)));
            for (DemoProduct part : taken) {
                diary.visit(day);
                look(assortment.ofType(part.type()), odds.poisson(0.7));
                view(part);
                diary.note(new AddToCart(item(part)));
                order(List.of(new Line(part, 1, shopper.misfit(host, part))));
            }
        }
    }

    private void repeat(DemoProduct product, int from, double continues) {
        Integer lasts = truth.uses().get(product.type());
        if (lasts == null) {
            return;
        }
        double day = from + odds.around(lasts, 0.22);
        while (day < SimulatedYear.DAYS && odds.happens(continues)) {
            diary.visit((int) day);
            if (odds.happens(0.5)) {
                view(product);
            }
            diary.note(new AddToCart(item(product)));
            order(List.of(new Line(product, 1, false)));
            day += Math.max(2, odds.around(lasts, 0.22));
        }
    }

    private void order(List<Line> cart) {
        Latent latent = shopper.latent();
        boolean coupon = odds.happens(latent.couponChance());
        double discount = coupon ? latent.couponDepth() : 0;
        String promotion = coupon ? (discount > 0.16 ? "SALE" : "NEWSLETTER") : "";
        List<Item> items = cart.stream().map(line -> line.item(discount)).toList();
        String order = diary.nextOrder();
        diary.note(new BeginCheckout(cart.stream().map(line -> line.item(0)).toList()));
        diary.note(new Purchase(order, items, promotion));
        if (coupon) {
            long value = items.stream()
                    .mapToLong(item -> item.discount() * item.quantity())
                    .sum();
            diary.note(new PromotionRedeemed(promotion, value));
        }
        aftermath.follow(order, cart, discount);
    }

    private DemoProduct look(List<DemoProduct> shelf, int times) {
        DemoProduct seen = shelf.getFirst();
        for (int i = 0; i < times; i++) {
            seen = shopper.prefer(shelf, odds);
            view(seen);
        }
        return seen;
    }

    private void view(DemoProduct product) {
        diary.note(new ViewItem(item(product)));
    }

    private void search(String type) {
        if (odds.happens(0.5)) {
            diary.note(new Search(type.replace('_', ' ')));
        }
    }

    private static Item item(DemoProduct product) {
        return new Line(product, 1, false).item(0);
    }
}
