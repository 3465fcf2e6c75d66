package io.zugabe.segmentation.profile.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.adapter.StateCodec;
import io.zugabe.segmentation.profile.domain.Happening.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A profile is a function of the set of events, whatever their order, also where lists are cut. */
@Proves("C1")
class ProfileOrderTest {

    /** Small, so that every list is cut in nearly every history. */
    private static final Limits TIGHT = new Limits(3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2);

    private static final Subject SUBJECT = Subject.customer("c-1");
    private static final List<String> CHANNELS = List.of("", "web", "app", "store", "phone");
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @Property(tries = 500)
    void profile_ofAnyOrder_isTheSame(@ForAll("histories") List<CustomerEvent> history, @ForAll Random random) {
        List<CustomerEvent> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);
        assertEquals(oneByOne(history), oneByOne(shuffled));
    }

    @Property(tries = 300)
    void profile_mergedFromParts_equalsTheWhole(
            @ForAll("histories") List<CustomerEvent> history, @ForAll Random random) {
        List<CustomerEvent> left = new ArrayList<>();
        List<CustomerEvent> right = new ArrayList<>();
        history.forEach(event -> (random.nextBoolean() ? left : right).add(event));
        assertEquals(oneByOne(history), oneByOne(left).merge(oneByOne(right)));
        assertEquals(oneByOne(history), oneByOne(right).merge(oneByOne(left)));
    }

    @Property(tries = 300)
    void profile_storedBetweenAnyTwoEvents_isTheSame(@ForAll("histories") List<CustomerEvent> history) {
        Profile stored = Profile.empty(SUBJECT, TIGHT);
        for (CustomerEvent event : history) {
            stored = StateCodec.decode(SUBJECT, StateCodec.encode(stored.with(event)), TIGHT);
        }
        assertEquals(oneByOne(history), stored);
    }

    private static Profile oneByOne(List<CustomerEvent> history) {
        Profile profile = Profile.empty(SUBJECT, TIGHT);
        for (CustomerEvent event : history) {
            profile = profile.with(event);
        }
        return profile;
    }

    /** Histories with many events at the same instant, and ids that are not in the order of time. */
    @Provide
    Arbitrary<List<CustomerEvent>> histories() {
        Arbitrary<Instant> times = Arbitraries.integers().between(0, 400).map(day -> START.plusSeconds(86_400L * day));
        return Combinators.combine(times, happenings())
                .as(Map::entry)
                .list()
                .ofMaxSize(60)
                .map(entries -> {
                    List<CustomerEvent> events = new ArrayList<>();
                    for (int i = 0; i < entries.size(); i++) {
                        String id = "e-" + Integer.toHexString(i * 0x9E3779B9);
                        events.add(new CustomerEvent(
                                new Stamp(entries.get(i).getKey(), id),
                                SUBJECT,
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
                lines.map(Happening.Returned::new),
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
                ids("v", 3).map(Happening.IdentityLinked::new),
                Arbitraries.of(
                        new Happening.Searched(),
                        new Happening.CheckoutBegun(),
                        new Happening.PromotionRedeemed(),
                        new Happening.Reviewed()));
    }

    private static Arbitrary<Line> lines() {
        return Combinators.combine(
                        ids("p", 8),
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.longs().between(0, 1_000_000_000_000L),
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
