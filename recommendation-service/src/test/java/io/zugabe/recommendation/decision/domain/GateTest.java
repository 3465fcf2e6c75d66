package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.recommendation.replica.domain.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The fast question about a product's row and the slow one that says why have one answer. */
class GateTest {

    private static final List<String> TYPES = List.of("case", "cover", "tent", "lamp", "insurance");
    private static final int PRODUCTS = 40;

    @Property(tries = 300)
    void whatIsAdmitted_isWhatNothingSpeaksAgainst(@ForAll long seed) {
        Random random = new Random(seed);
        Shop shop = new Shop();
        for (int i = 0; i < PRODUCTS; i++) {
            draw(shop, "p" + i, random);
        }
        shop.orders(random.nextInt(4), "p1", "p2");
        Snapshot snapshot = shop.snapshot();
        Situation situation = ask(random).situation(snapshot);
        Eligibility eligibility = new Eligibility(situation, Settings.DEFAULT);
        for (int i = 0; i < PRODUCTS; i++) {
            Product product = snapshot.catalog().find("p" + i).orElseThrow();
            OfferKind kind = product.type().isService() ? OfferKind.SERVICE : OfferKind.ADD_ON;
            assertEquals(
                    eligibility.judge(product, kind).isEmpty(),
                    eligibility.admits(product.number()),
                    () -> product + " " + eligibility.judge(product, kind));
        }
        assertEquals(false, eligibility.admits(PRODUCTS + 1_000), "a product that nobody knows");
    }

    private static void draw(Shop shop, String id, Random random) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        Shop.Item item = type.equals("insurance") ? shop.product(id, type, "service") : shop.product(id, type, "thing");
        item.price(random.nextInt(8) * 10).stock(random.nextInt(4) - 1);
        if (random.nextInt(3) == 0) {
            item.variantOf("group-" + random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            item.consumable();
        }
        item.add();
    }

    private static Ask ask(Random random) {
        Placement[] placements = Placement.values();
        Ask ask = Ask.at(placements[random.nextInt(placements.length)])
                .anchors(some(random, 2))
                .cart(some(random, 3))
                .lookedAt(some(random, 2));
        for (String id : some(random, 3)) {
            ask.owns(id, 1 + random.nextInt(100));
        }
        if (random.nextInt(3) == 0) {
            List<String> types = random.nextBoolean() ? List.of() : List.of("thing", "lamp");
            ask.filter(List.of(some(random, 3)), types, 10.0 + random.nextInt(60));
        }
        if (random.nextInt(3) == 0) {
            ask.kinds(random.nextBoolean() ? OfferKind.ADD_ON : OfferKind.SERVICE);
        }
        if (random.nextInt(2) == 0) {
            Treatments how = Treatments.of("WHY").without(random.nextBoolean() ? "cover" : "service");
            if (random.nextBoolean()) {
                how.ceiling(10.0 + random.nextInt(60));
            }
            if (random.nextBoolean()) {
                how.quiet("p" + random.nextInt(PRODUCTS), Instant.MAX);
            }
            if (random.nextInt(4) == 0) {
                how.onlyWhenTriggered();
            }
            if (random.nextBoolean()) {
                how.lowReturnRiskOnly();
            }
            ask.treated(how.done());
        }
        return ask;
    }

    private static String[] some(Random random, int most) {
        List<String> ids = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            ids.add("p" + random.nextInt(PRODUCTS));
        }
        return ids.stream().distinct().toArray(String[]::new);
    }
}
