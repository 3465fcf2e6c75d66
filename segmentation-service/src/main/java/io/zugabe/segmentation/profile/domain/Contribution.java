package io.zugabe.segmentation.profile.domain;

import io.zugabe.segmentation.profile.domain.Happening.Line;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one event adds to a profile. */
final class Contribution {

    private final CustomerEvent event;
    private final Limits limits;
    private Activity activity = Activity.NONE;
    private Trade trade = Trade.NONE;
    private long serviceCost;
    private final SortedMap<String, Product> products = new TreeMap<>(ProductOrder.BY_HASH);
    private LatestEntries<Boolean> recent;
    private LatestEntries<Boolean> cart;
    private ServiceRecord service;
    private Statements statements = Statements.NONE;

    private Contribution(CustomerEvent event, Limits limits) {
        this.event = event;
        this.limits = limits;
        this.recent = LatestEntries.none(limits.recentProducts());
        this.cart = LatestEntries.none(limits.recentProducts());
        this.service = ServiceRecord.none(limits);
    }

    /** The profile of a single event. */
    static Profile of(CustomerEvent event, Limits limits) {
        Contribution contribution = new Contribution(event, limits);
        contribution.read(event.what());
        return contribution.profile();
    }

    private void read(Happening what) {
        switch (what) {
            case Happening.Viewed viewed -> {
                activity = Activity.VIEW;
                viewed.products().forEach(this::touch);
            }
            case Happening.Searched searched -> activity = Activity.SEARCH;
            case Happening.CartFilled filled -> {
                activity = Activity.CART_ADDITION;
                filled.products().forEach(this::touch);
                filled.products().forEach(product -> cart(product, true));
            }
            case Happening.CartEmptied emptied -> {
                activity = Activity.CART_REMOVAL;
                emptied.products().forEach(product -> cart(product, false));
            }
            case Happening.CheckoutBegun begun -> activity = Activity.CHECKOUT;
            case Happening.Purchased purchased -> bought(purchased.lines());
            case Happening.Returned returned -> returned(returned.lines());
            case Happening.CaseOpened opened ->
                service = new ServiceRecord(
                        caseIs(opened.caseId(), true), 1, 0, event.stamp().time(), null);
            case Happening.CaseResolved resolved -> {
                service = new ServiceRecord(
                        caseIs(resolved.caseId(), false), 0, resolved.cost(), null, dated(resolved.interest()));
                serviceCost = resolved.cost();
            }
            case Happening.PromotionRedeemed redeemed -> activity = Activity.PROMOTION;
            case Happening.NewsletterChanged changed ->
                statements = new Statements(dated(changed.subscribed()), null, new TreeMap<>(), new TreeMap<>());
            case Happening.MembershipChanged changed ->
                statements = new Statements(null, dated(changed.active()), new TreeMap<>(), new TreeMap<>());
            case Happening.Reviewed reviewed -> activity = Activity.REVIEW;
            case Happening.ConsentChanged changed ->
                statements = new Statements(
                        null, null, Sums.one(null, changed.purpose(), dated(changed.granted())), new TreeMap<>());
            case Happening.IdentityLinked linked -> {}
            case Happening.CustomersMerged merged -> {}
            case Happening.OffersShown shown -> {}
            case Happening.OfferClicked clicked -> {}
            case Happening.OfferAdded added -> {}
            case Happening.OfferDismissed dismissed -> {}
            case Happening.SubjectsErased erased -> {}
            case Happening.TraitsChanged changed ->
                statements = new Statements(null, null, new TreeMap<>(), dated(changed.traits()));
        }
    }

    private void bought(List<Line> lines) {
        OrderSum sum = OrderSum.of(lines);
        trade = new Trade(
                1,
                sum.units(),
                0,
                0,
                sum.gross(),
                sum.discount(),
                0,
                sum.cost(),
                sum.costedSales(),
                sum.discount() > 0 ? sum.paid() : 0,
                event.stamp().time(),
                event.stamp().time(),
                Sums.first(new java.util.TreeSet<>(), sum.categories(), limits.categories()));
        for (Line line : lines) {
            cart(line.product(), false);
            products.compute(
                    line.product(),
                    (id, before) -> new Product(
                            Sums.sum(before == null ? 0 : before.bought(), line.quantity()),
                            0,
                            1,
                            event.stamp().time()));
        }
    }

    private void returned(List<Line> lines) {
        OrderSum sum = OrderSum.of(lines);
        trade = new Trade(0, 0, sum.units(), 1, 0, 0, sum.paid(), 0, 0, 0, null, null, Trade.NONE.categories());
        for (Line line : lines) {
            products.merge(line.product(), new Product(0, line.quantity(), 0, null), Product::merge);
        }
    }

    private void touch(String product) {
        recent = recent.with(product, event.stamp(), true);
    }

    private void cart(String product, boolean lies) {
        cart = cart.with(product, event.stamp(), lies);
    }

    private LatestEntries<Boolean> caseIs(String caseId, boolean open) {
        return LatestEntries.<Boolean>none(limits.cases()).with(caseId, event.stamp(), open);
    }

    private <V> Dated<V> dated(V value) {
        return new Dated<>(event.stamp(), value);
    }

    private SortedMap<String, Dated<TraitValue>> dated(Map<String, TraitValue> traits) {
        SortedMap<String, Dated<TraitValue>> dated = new TreeMap<>();
        traits.forEach((key, value) -> dated.put(key, dated(value)));
        return dated;
    }

    private Profile profile() {
        SortedMap<YearMonth, Month> months = trade == Trade.NONE && serviceCost == 0
                ? new TreeMap<>(Profile.LATEST_FIRST)
                : Sums.one(
                        Profile.LATEST_FIRST,
                        YearMonth.from(event.stamp().time().atOffset(ZoneOffset.UTC)),
                        new Month(trade, serviceCost));
        return new Profile(
                event.subject(),
                limits,
                event.stamp().time(),
                event.stamp().time(),
                activity,
                trade,
                months,
                products,
                recent,
                cart,
                service,
                statements);
    }
}
