package io.zugabe.segmentation;

import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.CustomerEvent;
import io.zugabe.segmentation.profile.domain.Happening;
import io.zugabe.segmentation.profile.domain.Happening.Line;
import io.zugabe.segmentation.profile.domain.ReturnCause;
import io.zugabe.segmentation.profile.domain.Stamp;
import io.zugabe.segmentation.profile.domain.TraitValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random histories of events. */
public final class Histories {

    private static final List<String> CHANNELS = List.of("", "web", "app", "store", "phone");
    private static final long SECONDS_PER_DAY = 86_400;

    private Histories() {}

    /** Histories with many events at the same instant, and ids that are not in the order of time. */
    public static Arbitrary<List<CustomerEvent>> of(Subject subject, Instant start, int days, int most) {
        Arbitrary<Instant> times =
                Arbitraries.integers().between(0, days - 1).map(day -> start.plusSeconds(SECONDS_PER_DAY * day));
        return Combinators.combine(times, happenings())
                .as(Map::entry)
                .list()
                .ofMaxSize(most)
                .map(entries -> {
                    List<CustomerEvent> events = new ArrayList<>();
                    for (int i = 0; i < entries.size(); i++) {
                        String id = "e-" + Integer.toHexString(i * 0x9E3779B9);
                        events.add(new CustomerEvent(
                                new Stamp(entries.get(i).getKey(), id),
                                subject,
                                CHANNELS.get(i % CHANNELS.size()),
                                entries.get(i).getValue()));
                    }
                    return events;
                });
    }

    private static Arbitrary<Happening> happenings() {
        Arbitrary<List<String>> products = ids("p", 8).list().ofMinSize(1).ofMaxSize(5);
        Arbitrary<List<Line>> lines = lines().list().ofMinSize(1).ofMaxSize(5);
        Arbitrary<Boolean> truth = Arbitraries.of(true, false);
        return Arbitraries.oneOf(
                products.map(Happening.Viewed::new),
                products.map(Happening.CartFilled::new),
                products.map(Happening.CartEmptied::new),
                lines.map(Happening.Purchased::new),
                Combinators.combine(Arbitraries.of(ReturnCause.values()), lines).as(Happening.Returned::new),
                ids("k", 5).map(Happening.CaseOpened::new),
                Combinators.combine(ids("k", 5), Arbitraries.longs().between(0, 100_000), truth)
                        .as(Happening.CaseResolved::new),
                truth.map(Happening.NewsletterChanged::new),
                truth.map(Happening.MembershipChanged::new),
                Combinators.combine(ids("purpose_", 4), truth).as(Happening.ConsentChanged::new),
                traits().map(Happening.TraitsChanged::new),
                products.map(Happening.OffersShown::new),
                products.map(Happening.OfferClicked::new),
                products.map(Happening.OfferAdded::new),
                products.map(Happening.OfferDismissed::new),
                Arbitraries.of(
                        new Happening.Searched(),
                        new Happening.CheckoutBegun(),
                        new Happening.PromotionRedeemed(),
                        new Happening.Reviewed()));
    }

    private static Arbitrary<Line> lines() {
        return Combinators.combine(
                        ids("p", 8),
                        Arbitraries.longs().between(1, 1_000),
                        Arbitraries.longs().between(0, 10_000_000_000L),
                        Arbitraries.longs().between(0, 100),
                        Arbitraries.longs().between(0, 10_000).injectNull(0.3),
                        Arbitraries.of("", "A", "B", "C", "D"))
                .as((product, quantity, price, discount, cost, category) ->
                        new Line(product, quantity, price, Math.min(discount, price), cost, category));
    }

    private static Arbitrary<Map<String, TraitValue>> traits() {
        Arbitrary<TraitValue> values = Arbitraries.of(
                new TraitValue.Text("x"),
                new TraitValue.Number(1.5, "km"),
                new TraitValue.Truth(true),
                new TraitValue.Texts(List.of("a", "b")),
                new TraitValue.Range(1, 2, "m"));
        return Arbitraries.maps(ids("t", 5), values).ofMinSize(1).ofMaxSize(4).map(HashMap::new);
    }

    private static Arbitrary<String> ids(String prefix, int most) {
        return Arbitraries.integers().between(1, most).map(number -> prefix + number);
    }
}
