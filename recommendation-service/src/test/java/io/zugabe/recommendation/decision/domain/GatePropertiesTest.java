package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.campaigns.domain.Campaign;
import io.zugabe.recommendation.campaigns.domain.Campaigns;
import io.zugabe.recommendation.campaigns.domain.Condition;
import io.zugabe.recommendation.kinds.domain.PlacementRules;
import io.zugabe.recommendation.kinds.domain.ProductSet;
import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.replica.domain.Circumstances;
import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the catalog, the profile, the cart and the counts: no offer passes a gate that it must not pass. */
class GatePropertiesTest {

    private static final int PRODUCTS = 40;
    private static final List<String> TYPES = List.of("camera", "battery", "card", "phone", "cable", "bag", "mug");
    private static final int GROUPS_PER_TYPE = 3;
    private static final List<String> SET_PINS = List.of("p1", "p3");

    @Property(tries = 300)
    @Proves("O1")
    void noOffer_failsToFit(@ForAll long seed) {
        Case drawn = Case.draw(seed);
        FitTable fit = drawn.snapshot.catalog().fit();
        for (Offer offer : drawn.decision.offers()) {
            for (String complemented : offer.kind() == OfferKind.UPGRADE ? List.<String>of() : offer.complements()) {
                Product anchor = drawn.product(complemented);
                assertFalse(drawn.isBlocked(complemented, offer.product().id()), "blocked");
                assertTrue(
                        !fit.gated(anchor.type(), offer.product().type())
                                || fit.match(anchor, offer.product()).isPresent(),
                        () -> offer.product().id() + " is offered for " + complemented);
            }
            if (fit.isPart(offer.product().type()) && !drawn.replacesAlike(offer)) {
                assertTrue(
                        offer.fit().isPresent(),
                        () -> "stray " + offer.product().id());
                Product host = drawn.product(offer.fit().orElseThrow().hostId());
                assertFalse(drawn.isBlocked(host.id(), offer.product().id()), "blocked");
                assertTrue(fit.match(host, offer.product()).isPresent()
                        || host.number() == offer.product().number());
                assertTrue(drawn.present.contains(host.id())
                        || host.id().equals(offer.product().id()));
            }
        }
    }

    @Property(tries = 300)
    @Proves({"O4", "T1"})
    void noOffer_isIneligibleOrTwice(@ForAll long seed) {
        Case drawn = Case.draw(seed);
        Set<String> needs = new HashSet<>();
        Set<String> ids = new HashSet<>();
        Set<String> variants = new HashSet<>();
        for (Offer offer : drawn.decision.offers()) {
            Product product = offer.product();
            if (offer.kind() == OfferKind.BUNDLE) {
                ids.add(offer.need());
                assertTrue(needs.add(offer.need()), "need twice: " + offer.need());
                drawn.checkBundle(offer);
                continue;
            }
            assertTrue(ids.add(product.id()), "twice");
            assertTrue(needs.add(offer.need()) || drawn.isPinned(product.id()), "need twice: " + offer.need());
            assertFalse(drawn.isVariantOfAnother(offer), () -> "a variant of what is here: " + product.id());
            assertTrue(product.variantGroup().isEmpty() || variants.add(product.variantGroup()), "two variants");
            assertTrue(product.inStock() && (product.price().micros() > 0 || offer.kind() == OfferKind.SAMPLE));
            assertFalse(drawn.cart.contains(product.id()) || drawn.anchors.contains(product.id()));
            assertFalse(drawn.owned.contains(product.id()) && !product.consumable());
            assertFalse(drawn.excluded.contains(product.id()));
            assertTrue(offer.value() > 0 || offer.kind() == OfferKind.SAMPLE);
            assertFalse(offer.reasons().isEmpty());
            assertEquals(ids.size(), offer.rank());
        }
        assertTrue(ids.size() <= drawn.placement.limit());
        assertEquals(ids.isEmpty(), drawn.decision.silence().isPresent());
    }

    /** What the law, the request and the placement's rules say holds for every offer, whoever found it. */
    @Property(tries = 300)
    @Proves({"O10", "T4"})
    void noOffer_passesAFilterThatItMustNotPass(@ForAll long seed) {
        Case drawn = Case.draw(seed);
        Map<String, Integer> brands = new HashMap<>();
        Map<List<String>, Integer> categories = new HashMap<>();
        Map<String, Integer> types = new HashMap<>();
        for (Offer offer : drawn.decision.offers()) {
            List<Product> all =
                    offer.extras().bundle().map(Offer.Package::parts).orElse(List.of(offer.product()));
            for (Product product : all) {
                assertTrue(drawn.isOldEnough(product), () -> "too young for " + product.id());
                assertTrue(drawn.isSoldHere(product), () -> "not sold here: " + product.id());
                assertTrue(!drawn.wishes.strict() || drawn.isNamed(product.id()), () -> "nobody named " + product.id());
            }
            brands.merge(offer.product().brand(), 1, Integer::sum);
            categories.merge(offer.product().category(), 1, Integer::sum);
            types.merge(offer.product().type().type(), 1, Integer::sum);
        }
        Wishes.Caps caps = drawn.wishes.caps();
        assertCapped(caps.perBrand(), brands);
        assertCapped(caps.perCategory(), categories);
        assertCapped(caps.perType(), types);
    }

    private static void assertCapped(int cap, Map<?, Integer> counts) {
        assertTrue(cap == 0 || counts.values().stream().allMatch(count -> count <= cap), counts::toString);
    }

    @Property(tries = 100)
    void equalInput_equalDecision(@ForAll long seed) {
        assertEquals(Case.draw(seed).decision.stages(), Case.draw(seed).decision.stages());
        assertEquals(Ask.ids(Case.draw(seed).decision), Ask.ids(Case.draw(seed).decision));
    }

    @Property(tries = 200)
    @Proves("T2")
    void traces_addUp(@ForAll long seed) {
        int left = -1;
        for (StageTrace stage : Case.draw(seed).decision.stages()) {
            if (stage.stage().equals("kinds")) {
                continue; // finds its own
            }
            if (left >= 0 && !stage.stage().equals("candidates")) {
                assertEquals(left, stage.entered(), stage.stage());
            }
            left = stage.left();
        }
    }

    /** A shop, a customer and a question, drawn at random. */
    private static final class Case {
        private final Random random;
        private final Shop shop = new Shop();
        private final Set<String> anchors;
        private final Set<String> cart;
        private final Set<String> owned;
        private final Set<String> excluded;
        private final Set<Set<String>> blocked = new HashSet<>();
        private final Set<String> present = new HashSet<>();
        private final Placement placement;
        private final Wishes wishes;
        private final int age;
        private final String region;
        private final Snapshot snapshot;
        private final Decision decision;

        private Case(long seed) {
            random = new Random(seed);
            drawProducts();
            drawFit();
            drawRelations();
            drawOrders();
            drawKinds();
            drawBlocks();
            drawHabits();
            snapshot = shop.learnsTaste().snapshot();
            anchors = some(1 + random.nextInt(3));
            cart = some(1 + random.nextInt(4));
            owned = some(random.nextInt(6));
            excluded = some(random.nextInt(4));
            Set<String> recent = some(random.nextInt(3));
            placement = Placement.values()[random.nextInt(Placement.values().length)];
            present.addAll(anchors);
            present.addAll(cart);
            present.addAll(owned);
            present.addAll(placement == Placement.HOME ? recent : Set.of());
            wishes = drawWishes();
            age = List.of(0, 16, 18).get(random.nextInt(3));
            region = List.of("", "DE", "DE-BY", "FR").get(random.nextInt(4));
            Ask ask = Ask.at(placement)
                    .anchors(anchors.toArray(String[]::new))
                    .cart(cart.toArray(String[]::new))
                    .lookedAt(recent.toArray(String[]::new))
                    .filter(new OfferRequest.Filter(
                            List.copyOf(excluded),
                            List.of(),
                            random.nextInt(4) == 0 ? Optional.of(Shop.euros(50)) : Optional.empty(),
                            wishes,
                            age))
                    .under(new Circumstances(region, "", "", ""))
                    .during(drawCampaigns())
                    .memberOf("campers")
                    .consents("email", true)
                    .solvedCase()
                    .seed(seed);
            owned.forEach(id -> ask.owns(id, random.nextInt(40)));
            decision = ask.of(snapshot);
        }

        static Case draw(long seed) {
            return new Case(seed);
        }

        boolean isPinned(String id) {
            return SET_PINS.contains(id)
                    || wishes.pins().stream().anyMatch(pin -> pin.productId().equals(id));
        }

        /** Whether a list of nothing but what is named may have it. */
        boolean isNamed(String id) {
            return isPinned(id) || wishes.include().contains(id);
        }

        boolean isOldEnough(Product product) {
            return product.attributes().getOrDefault(Product.MINIMUM_AGE, List.of("0")).stream()
                    .allMatch(limit -> age >= Integer.parseInt(limit));
        }

        boolean isSoldHere(Product product) {
            List<String> regions = product.attributes().getOrDefault(Product.SALE_REGIONS, List.of());
            return regions.isEmpty()
                    || region.isEmpty()
                    || regions.contains(region)
                    || regions.contains(region.split("-")[0]);
        }

        /** Whether there is a variant of it in the cart, on the page or at home, other than what it replaces. */
        boolean isVariantOfAnother(Offer offer) {
            String group = offer.product().variantGroup();
            boolean replaced = offer.kind() == OfferKind.UPGRADE
                    && product(offer.complements().getFirst()).variantGroup().equals(group);
            Set<String> here = new HashSet<>(anchors);
            here.addAll(cart);
            owned.stream().filter(id -> !product(id).consumable()).forEach(here::add);
            return !group.isEmpty()
                    && !replaced
                    && here.stream().anyMatch(id -> product(id).variantGroup().equals(group));
        }

        /** No rule can tell it from what it would replace. */
        boolean replacesAlike(Offer offer) {
            return offer.kind() == OfferKind.UPGRADE
                    && product(offer.complements().getFirst()).fitGroup()
                            == offer.product().fitGroup();
        }

        void checkBundle(Offer offer) {
            Offer.Package set = offer.extras().bundle().orElseThrow();
            FitTable fit = snapshot.catalog().fit();
            assertTrue(set.saving().micros() > 0, "saves nothing");
            for (Product one : set.parts()) {
                assertTrue(one.inStock() && one.price().micros() > 0, "not to be had");
                assertFalse(owned.contains(one.id()) && !one.consumable(), "owned");
                assertFalse(excluded.contains(one.id()), "excluded");
                for (Product other : set.parts()) {
                    assertFalse(isBlocked(one.id(), other.id()), "blocked");
                    assertTrue(one.number() == other.number()
                            || !fit.gated(one.type(), other.type())
                            || fit.match(one, other).isPresent());
                }
            }
        }

        Product product(String id) {
            return snapshot.catalog().find(id).orElseThrow();
        }

        private void drawProducts() {
            for (int i = 0; i < PRODUCTS; i++) {
                int type = random.nextInt(TYPES.size());
                Shop.Item item = shop.product("p" + i, TYPES.get(type), "root")
                        .price(random.nextInt(20) * 10)
                        .attribute("power", String.valueOf(random.nextInt(5)))
                        .brand("brand-" + random.nextInt(4))
                        .category("Shop", "category-" + random.nextInt(4))
                        .stock(random.nextInt(5) - 1)
                        .rated(random.nextDouble() * 5, random.nextInt(100))
                        .fitGroup(random.nextInt(5) == 0 ? 0 : group(type, random.nextInt(GROUPS_PER_TYPE)))
                        .variantOf(random.nextInt(4) == 0 ? "v" + random.nextInt(3) : "");
                if (random.nextInt(8) == 0) {
                    item.attribute(Product.MINIMUM_AGE, random.nextBoolean() ? "16" : "18");
                }
                if (random.nextInt(8) == 0) {
                    item.attribute(Product.SALE_REGIONS, random.nextBoolean() ? "DE" : "DE-BY", "AT");
                }
                (random.nextInt(4) == 0 ? item.consumable() : item).add();
            }
        }

        private void drawFit() {
            for (int gate = 0; gate < 4; gate++) {
                int host = random.nextInt(TYPES.size());
                int part = random.nextInt(TYPES.size());
                shop.gate(TYPES.get(host), TYPES.get(part));
                for (int cell = 0; cell < 4; cell++) {
                    long hostGroup = group(host, random.nextInt(GROUPS_PER_TYPE));
                    long partGroup = group(part, random.nextInt(GROUPS_PER_TYPE));
                    if (random.nextBoolean()) {
                        shop.fits(hostGroup, partGroup);
                    } else {
                        shop.fitsWithLimit(hostGroup, partGroup);
                    }
                }
            }
        }

        private void drawRelations() {
            for (int i = 0; i < 8; i++) {
                String anchor = TYPES.get(random.nextInt(TYPES.size()));
                String complement = TYPES.get(random.nextInt(TYPES.size()));
                if (random.nextInt(4) == 0) {
                    shop.later("r" + i, anchor, complement, "need-" + random.nextInt(4), 1 + random.nextInt(20));
                } else {
                    shop.complement("r" + i, anchor, complement, "need-" + random.nextInt(4), random.nextDouble());
                }
            }
        }

        private void drawKinds() {
            shop.traits("root\tpower\tmore\tpower\tLeistung");
            for (Placement each : Placement.values()) {
                PlacementRules usual = Merchandise.defaults(each);
                shop.rules(
                        each,
                        new PlacementRules(
                                usual.maxOffers(),
                                usual.maxCartShare(),
                                usual.kinds(),
                                1.5,
                                usual.maxUpgrades(),
                                usual.maxBundles(),
                                usual.sampleShare(),
                                new Wish()
                                        .boost(new ProductSet.OfType("mug"), 3)
                                        .pin(SET_PINS.get(0), 1)
                                        .pin(SET_PINS.get(1), 2)
                                        .done(),
                                List.of(new Wishes.Deal(
                                        "p2", Optional.empty(), Optional.empty(), LocalizedText.NONE))));
            }
            for (int i = 0; i < 12; i++) {
                String one = "p" + random.nextInt(PRODUCTS);
                String other = "p" + random.nextInt(PRODUCTS);
                if (one.equals(other)) {
                    continue;
                }
                switch (random.nextInt(3)) {
                    case 0 -> shop.bundle("b" + i, random.nextInt(300), one, other);
                    case 1 -> shop.relation("u" + i, one, other, Terms.of(Terms.Kind.UPGRADE));
                    default -> shop.relation("s" + i, one, other, Terms.of(Terms.Kind.SAMPLE));
                }
            }
        }

        private Wishes drawWishes() {
            Wish wish = new Wish();
            some(random.nextInt(4)).forEach(wish::include);
            some(random.nextInt(3)).forEach(id -> wish.pin(id, 1 + random.nextInt(4)));
            if (random.nextInt(3) == 0) {
                wish.caps(random.nextInt(3), random.nextInt(3), random.nextInt(3));
            }
            return (random.nextInt(8) == 0 ? wish.strict() : wish).done();
        }

        private Campaigns drawCampaigns() {
            List<Campaigns.Ready> campaigns = new ArrayList<>();
            for (int i = 0; i < random.nextInt(3); i++) {
                campaigns.add(new Campaigns.Ready(
                        new Campaign(
                                "campaign-" + i,
                                "Campaign " + i,
                                Ask.NOW.minus(Duration.ofDays(1)),
                                Ask.NOW.plus(Duration.ofDays(1)),
                                i == 0 ? "" : "campers",
                                i == 0 && random.nextInt(4) == 0,
                                "",
                                0,
                                Set.of(),
                                Optional.empty(),
                                List.copyOf(some(4)),
                                1 + random.nextInt(9),
                                new LocalizedText(Map.of("en", "For long evenings.")),
                                Campaign.Stage.ACTIVE,
                                1),
                        Condition.ALWAYS));
            }
            return new Campaigns(campaigns);
        }

        private void drawHabits() {
            for (int customer = 0; customer < 40; customer++) {
                int day = 20_500 + random.nextInt(90);
                shop.bought("c-" + customer, day, some(1 + random.nextInt(3)).toArray(String[]::new));
                shop.bought("c-" + customer, day + random.nextInt(30), "p" + random.nextInt(PRODUCTS));
            }
            shop.like("p" + random.nextInt(PRODUCTS), "p" + random.nextInt(PRODUCTS), 0.8);
            if (random.nextBoolean()) {
                shop.learnsHabits();
            }
        }

        private void drawOrders() {
            for (int i = 0; i < 30; i++) {
                List<String> lines = new ArrayList<>();
                some(1 + random.nextInt(5)).forEach(id -> lines.add(random.nextInt(6) == 0 ? "-" + id : id));
                shop.orders(1 + random.nextInt(5), lines.toArray(String[]::new));
                shop.visits(random.nextInt(8), some(2 + random.nextInt(4)).toArray(String[]::new));
            }
        }

        boolean isBlocked(String one, String other) {
            return !one.equals(other) && blocked.contains(Set.of(one, other));
        }

        private void drawBlocks() {
            for (int i = 0; i < 200; i++) {
                int one = random.nextInt(PRODUCTS);
                int other = (one + 1 + random.nextInt(PRODUCTS - 1)) % PRODUCTS;
                blocked.add(Set.of("p" + one, "p" + other));
                shop.blocks("p" + one, "p" + other, true);
            }
        }

        private Set<String> some(int number) {
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < number; i++) {
                ids.add("p" + random.nextInt(PRODUCTS));
            }
            return ids;
        }

        private static long group(int type, int group) {
            return 1 + type * GROUPS_PER_TYPE + group;
        }
    }
}
