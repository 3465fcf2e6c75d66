package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.kinds.domain.PlacementRules;
import io.zugabe.recommendation.kinds.domain.ProductSet;
import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.replica.domain.Circumstances;
import io.zugabe.recommendation.replica.domain.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The fast question about a product's row and the slow one that says why have one answer. */
class GateTest {

    private static final List<String> TYPES = List.of("case", "cover", "tent", "lamp", "insurance");
    private static final int PRODUCTS = 40;

    @Property(tries = 1_000)
    @Proves("O10")
    void whatIsAdmitted_isWhatNothingSpeaksAgainst(@ForAll long seed) {
        Random random = new Random(seed);
        Shop shop = new Shop();
        for (int i = 0; i < PRODUCTS; i++) {
            draw(shop, "p" + i, random);
        }
        for (Placement placement : Placement.values()) {
            shop.rules(placement, rules(placement, random));
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
        item.brand("brand-" + random.nextInt(3)).category("Shop", "shelf-" + random.nextInt(3));
        item.rated(random.nextInt(6), random.nextInt(20));
        if (random.nextInt(4) == 0) {
            item.attribute("minimum_age", random.nextInt(5) == 0 ? "grown up" : "18");
        }
        if (random.nextInt(4) == 0) {
            item.attribute("sale_regions", random.nextBoolean() ? "DE" : "AT-9");
        }
        if (random.nextInt(4) == 0) {
            item.attribute("competitor_price", String.valueOf(random.nextInt(80)));
        }
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
            ask.filter(new OfferRequest.Filter(
                    List.of(some(random, 3)),
                    types,
                    random.nextBoolean() ? Optional.empty() : Optional.of(Shop.euros(10.0 + random.nextInt(60))),
                    wishes(random),
                    random.nextBoolean() ? 0 : 17 + random.nextInt(2)));
        }
        if (random.nextBoolean()) {
            ask.under(new Circumstances(List.of("DE-BY", "AT-9", "AT").get(random.nextInt(3)), "", "", ""));
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

    private static PlacementRules rules(Placement placement, Random random) {
        PlacementRules usual = Merchandise.defaults(placement);
        boolean some = random.nextInt(3) == 0;
        return new PlacementRules(
                usual.maxOffers(),
                random.nextInt(3) == 0 ? random.nextDouble() : usual.maxCartShare(),
                random.nextInt(4) == 0 ? Set.of(random.nextBoolean() ? "SERVICE" : "ADD_ON") : Set.of(),
                usual.upgradeRatio(),
                usual.maxUpgrades(),
                usual.maxBundles(),
                usual.sampleShare(),
                some ? wishes(random) : Wishes.NONE,
                List.of());
    }

    /** Each wish is made now and then, so that most products are let through by some of them. */
    private static Wishes wishes(Random random) {
        Wish wish = new Wish();
        for (String id : some(random, 2)) {
            wish.pin(id, 1);
        }
        switch (random.nextInt(8)) {
            case 0 -> wish.include("p" + random.nextInt(PRODUCTS)).strict();
            case 1 -> wish.exclude(new ProductSet.OfBrand("brand-1"));
            case 2 -> wish.exclude(new ProductSet.OfCategory(List.of("Shop", "shelf-2")));
            case 3 -> wish.exclude(new ProductSet.OfType("lamp"));
            case 4 -> wish.minPrice(10.0 + random.nextInt(30)).maxPrice(40.0 + random.nextInt(30));
            case 5 -> wish.ratio(random.nextDouble());
            case 6 -> wish.quality(random.nextInt(6), random.nextInt(20), random.nextBoolean());
            default -> wish.caps(1, 1, 1).boost(new ProductSet.OfType("thing"), 2);
        }
        return wish.done();
    }

    private static String[] some(Random random, int most) {
        List<String> ids = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            ids.add("p" + random.nextInt(PRODUCTS));
        }
        return ids.stream().distinct().toArray(String[]::new);
    }
}
