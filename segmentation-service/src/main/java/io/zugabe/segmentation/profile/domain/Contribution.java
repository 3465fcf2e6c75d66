package io.zugabe.segmentation.profile.domain;

import io.zugabe.segmentation.profile.domain.Happening.Line;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one event adds to a profile. */
final class Contribution {

    private final CustomerEvent event;
    private final Limits limits;
    private final Counts counts;
    private final SortedMap<String, Product> products = new TreeMap<>(ProductOrder.BY_HASH);
    private final SortedMap<String, CategorySum> categories = new TreeMap<>();
    private Month month;
    private Orders orders;
    private LatestEntries<Boolean> recent;
    private LatestEntries<Boolean> cart;
    private ServiceRecord service;
    private OfferRecord offers;
    private Statements statements = Statements.NONE;

    private Contribution(CustomerEvent event, Limits limits) {
        this.event = event;
        this.limits = limits;
        this.counts = Counts.of(event.what());
        this.month = Month.of(counts);
        this.orders = Orders.none(limits);
        this.recent = LatestEntries.none(limits.recentProducts());
        this.cart = LatestEntries.none(limits.recentProducts());
        this.service = ServiceRecord.none(limits);
        this.offers = OfferRecord.none(limits);
    }

    /** The profile of a single event. */
    static Profile of(CustomerEvent event, Limits limits) {
        Contribution contribution = new Contribution(event, limits);
        contribution.read(event.what());
        return contribution.profile();
    }

    private void read(Happening what) {
        switch (what) {
            case Happening.Viewed viewed -> viewed.products().forEach(this::touch);
            case Happening.CartFilled filled -> {
                filled.products().forEach(this::touch);
                filled.products().forEach(product -> cart(product, true));
            }
            case Happening.CartEmptied emptied -> emptied.products().forEach(product -> cart(product, false));
            case Happening.Purchased purchased -> bought(purchased);
            case Happening.Returned returned -> returned(returned);
            case Happening.CaseOpened opened ->
                service = new ServiceRecord(
                        caseIs(opened.caseId(), true), event.stamp().time(), null);
            case Happening.CaseResolved resolved ->
                service = new ServiceRecord(caseIs(resolved.caseId(), false), null, dated(resolved.interest()));
            case Happening.NewsletterChanged changed ->
                statements = new Statements(dated(changed.subscribed()), null, new TreeMap<>(), new TreeMap<>());
            case Happening.MembershipChanged changed ->
                statements = new Statements(null, dated(changed.active()), new TreeMap<>(), new TreeMap<>());
            case Happening.ConsentChanged changed ->
                statements = new Statements(
                        null, null, Sums.one(null, changed.purpose(), dated(changed.granted())), new TreeMap<>());
            case Happening.TraitsChanged changed ->
                statements = new Statements(null, null, new TreeMap<>(), dated(changed.traits()));
            case Happening.OffersShown shown -> offers = OfferRecord.shown(event.stamp(), limits);
            case Happening.OfferClicked clicked -> offers = OfferRecord.interest(event.stamp(), limits);
            case Happening.OfferAdded added -> offers = OfferRecord.interest(event.stamp(), limits);
            case Happening.OfferDismissed dismissed ->
                offers = OfferRecord.dismissal(event.stamp(), dismissed.products(), limits);
            case Happening.Searched searched -> {}
            case Happening.CheckoutBegun begun -> {}
            case Happening.PromotionRedeemed redeemed -> {}
            case Happening.Reviewed reviewed -> {}
            case Happening.IdentityLinked linked -> {}
            case Happening.CustomersMerged merged -> {}
            case Happening.SubjectsErased erased -> {}
        }
    }

    private void bought(Happening.Purchased purchased) {
        var time = event.stamp().time();
        month = new Month(counts, time, time, Sums.first(new TreeSet<>(), purchased.categories(), limits.categories()));
        orders = Orders.of(event.stamp(), Order.of(purchased, counts), limits);
        for (Line line : purchased.lines()) {
            cart(line.product(), false);
            products.compute(
                    line.product(),
                    (id, before) ->
                            Product.bought(Sums.sum(before == null ? 0 : before.bought(), line.quantity()), time));
        }
        for (String category : purchased.categories()) {
            categories.put(category, new CategorySum(1, 0, 0, 0));
        }
        categorize(purchased.lines(), line -> new CategorySum(0, line.quantity(), line.paid(), 0));
    }

    private void returned(Happening.Returned returned) {
        for (Line line : returned.lines()) {
            products.merge(line.product(), Product.returned(returned.cause(), line.quantity()), Product::merge);
        }
        categorize(returned.lines(), line -> new CategorySum(0, 0, 0, line.paid()));
    }

    private void categorize(List<Line> lines, java.util.function.Function<Line, CategorySum> sum) {
        for (Line line : lines) {
            if (!line.category().isEmpty()) {
                categories.merge(line.category(), sum.apply(line), CategorySum::merge);
            }
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
        OffsetDateTime time = event.stamp().time().atOffset(ZoneOffset.UTC);
        SortedMap<YearMonth, Month> months = new TreeMap<>(Profile.LATEST_FIRST);
        SortedMap<LocalDate, Counts> days = new TreeMap<>(Profile.LATEST_DAY_FIRST);
        if (counts.present() != 0) {
            months.put(YearMonth.from(time), month);
            days.put(time.toLocalDate(), counts);
        }
        return new Profile(
                event.subject(),
                limits,
                event.stamp().time(),
                event.stamp().time(),
                counts,
                months,
                days,
                orders,
                products,
                categories,
                recent,
                cart,
                service,
                offers,
                event.channel().isEmpty() ? new TreeMap<>() : Sums.one(null, event.channel(), 1L),
                statements);
    }
}
