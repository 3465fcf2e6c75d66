package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModelWriter;
import io.zugabe.recommendation.baskets.domain.SubjectKey;
import io.zugabe.recommendation.campaigns.domain.Campaigns;
import io.zugabe.recommendation.complements.domain.Groups;
import io.zugabe.recommendation.complements.domain.Habits;
import io.zugabe.recommendation.complements.domain.Orders;
import io.zugabe.recommendation.content.domain.Likeness;
import io.zugabe.recommendation.incentives.domain.Incentives;
import io.zugabe.recommendation.incentives.domain.LiveIncentive;
import io.zugabe.recommendation.insight.domain.Acceptance;
import io.zugabe.recommendation.kinds.domain.Alternatives;
import io.zugabe.recommendation.kinds.domain.PlacementRules;
import io.zugabe.recommendation.kinds.domain.Traits;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.domain.CatalogBuilder;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.FitCell;
import io.zugabe.recommendation.replica.domain.FitGroup;
import io.zugabe.recommendation.replica.domain.FitLimit;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import io.zugabe.recommendation.replica.domain.Selector;
import io.zugabe.recommendation.replica.domain.Terms;
import io.zugabe.recommendation.replica.domain.TypePath;
import io.zugabe.recommendation.replica.domain.Verdict;
import io.zugabe.recommendation.sessions.domain.Click;
import io.zugabe.recommendation.sessions.domain.SessionIndex;
import io.zugabe.recommendation.taste.domain.Approach.Limits;
import io.zugabe.recommendation.taste.domain.PurchasesBuilder;
import io.zugabe.recommendation.taste.domain.PurchasesBuilder.Collected;
import io.zugabe.recommendation.taste.domain.Taste;
import io.zugabe.recommendation.taste.domain.TasteModel;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/** A small shop to decide in, made by hand. */
final class Shop {

    private Acceptance acceptance = Acceptance.EMPTY;
    private Incentives incentives = Incentives.NONE;
    private static final int MINUTES_OF_DAY = 1_440;

    private final ProductIds ids;
    private final CatalogBuilder catalog;
    private final Function<IntToDoubleFunction, CatalogSnapshot> products;
    private final BasketModelWriter baskets = new BasketModelWriter(100);
    private final PurchasesBuilder purchases = new PurchasesBuilder();
    private boolean learnsTaste;
    private final Orders history = new Orders();
    private boolean learnsHabits;
    private Likeness likeness = Likeness.NONE;
    private Alternatives alternatives = new Alternatives(Traits.NONE);
    private final Map<Placement, PlacementRules> rules = new HashMap<>();
    private final SessionIndex sessions = new SessionIndex(10_000, 1_000, 1_800);
    private int orders;
    private int visits;

    Shop() {
        ids = new ProductIds();
        catalog = new CatalogBuilder(ids);
        products = popularity -> catalog.publish("1", 1, popularity);
    }

    /** Over a catalog that is there already. */
    Shop(ProductIds ids, Function<IntToDoubleFunction, CatalogSnapshot> products) {
        this.ids = ids;
        this.catalog = new CatalogBuilder(ids);
        this.products = products;
    }

    /** A product of a type; its fit group is the id of its model, so equal models fit alike. */
    Item product(String id, String... typePath) {
        return new Item(id, List.of(typePath));
    }

    /** Products of the host type must fit products of the part type. */
    Shop gate(String hostType, String partType) {
        catalog.fit().gate(hostType, partType);
        return this;
    }

    Shop fits(long hostGroup, long partGroup) {
        return fits(hostGroup, partGroup, List.of());
    }

    Shop fitsWithLimit(long hostGroup, long partGroup) {
        return fits(
                hostGroup,
                partGroup,
                List.of(new FitLimit(
                        "power",
                        "18 W",
                        "45 W",
                        text("Charges slowly.", "Lädt langsam."),
                        new FitLimit.Quantity(18, "W"),
                        new FitLimit.Quantity(45, "W"))));
    }

    Shop complement(String id, String anchorType, String complementType, String need, double strength) {
        return relation(id, new Selector.ByType(anchorType), new Selector.ByType(complementType), need, strength, 0);
    }

    Shop later(String id, String anchorType, String complementType, String need, int days) {
        return relation(id, new Selector.ByType(anchorType), new Selector.ByType(complementType), need, 0.5, days);
    }

    Shop relation(String id, Selector anchor, Selector complement, String need, double strength, int days) {
        return relation(id, anchor, complement, need, strength, days, Terms.ALWAYS);
    }

    /** A complement for a product, under certain terms. */
    Shop relation(String id, String anchor, String complement, Terms terms) {
        return relation(id, new Selector.ById(anchor), new Selector.ById(complement), id, 0.5, 0, terms);
    }

    private Shop relation(
            String id, Selector anchor, Selector complement, String need, double strength, int days, Terms terms) {
        catalog.put(new Relation(
                id,
                anchor,
                complement,
                need,
                days == 0 ? Relation.Timing.BEFORE : Relation.Timing.AFTER,
                Duration.ofDays(days),
                strength,
                Relation.Origin.MERCHANDISER,
                LocalizedText.NONE,
                terms));
        return this;
    }

    /** A number of equal orders; a product with "-" before it was sent back. */
    Shop orders(int number, String... products) {
        for (int i = 0; i < number; i++) {
            int[] content = new int[products.length];
            for (int line = 0; line < products.length; line++) {
                boolean sentBack = products[line].startsWith("-");
                int product = ids.numberOf(sentBack ? products[line].substring(1) : products[line]);
                content[line] = sentBack ? -product : product;
            }
            baskets.index().put(orders, content);
            purchases.add(
                    "",
                    orders,
                    Stream.of(products)
                            .filter(product -> !product.startsWith("-"))
                            .toList());
            orders++;
        }
        return this;
    }

    /** A customer's order on a day. */
    Shop bought(String customer, int day, String... products) {
        int[] content = Stream.of(products).mapToInt(ids::numberOf).toArray();
        baskets.index().put(orders, content, SubjectKey.of("c:" + customer), day * MINUTES_OF_DAY);
        history.add(SubjectKey.of("c:" + customer), day * MINUTES_OF_DAY, content);
        orders++;
        return this;
    }

    /** A number of equal visits. */
    Shop visits(int number, String... products) {
        for (int i = 0; i < number; i++) {
            visits++;
            for (String product : products) {
                sessions.take(new Click(visits, 1, ids.numberOf(product), 0));
            }
        }
        return this;
    }

    /** What may come with offers, and from which order value in euros on shipping is free (0: never). */
    Shop gives(double freeFrom, LiveIncentive... live) {
        incentives = new Incentives(List.of(live), Math.round(freeFrom * Money.MICROS));
        return this;
    }

    /** What is known of offers from feedback. */
    Shop accepts(Acceptance known) {
        acceptance = known;
        return this;
    }

    int number(String id) {
        return ids.numberOf(id);
    }

    Snapshot snapshot() {
        boolean more = true;
        while (more) {
            more = baskets.countSome();
        }
        var counted = baskets.publish(orders);
        return new Snapshot(
                products.apply(counted::keptOf),
                counted,
                taste(),
                sessions.publish(visits),
                acceptance,
                learned(),
                Campaigns.NONE,
                new Merchandise(alternatives, rules, 0),
                incentives);
    }

    /** Compares products without sales with those that sell. */
    Shop like(String product, String selling, double cosine) {
        Int2ObjectOpenHashMap<int[]> rows = new Int2ObjectOpenHashMap<>();
        rows.put(ids.numberOf(product), new int[] {ids.numberOf(selling), (int) (cosine * 1_000)});
        likeness = new Likeness(2, 40, 1, rows);
        return this;
    }

    /** Learns habits from what customers bought. */
    Shop learnsHabits() {
        learnsHabits = true;
        return this;
    }

    private Learned learned() {
        if (!learnsHabits) {
            return new Learned(Habits.NONE, "none", likeness, "compared");
        }
        Groups types = new Groups();
        Groups categories = new Groups();
        CatalogSnapshot known = products.apply(_ -> 0);
        for (int number = 1; number <= ids.largest(); number++) {
            Product product = known.product(number);
            if (product != null) {
                types.put(number, product.type().type());
                categories.put(number, Habits.path(product.category()));
            }
        }
        return new Learned(Habits.learn(history, types, categories, orders, _ -> {}), "learned", likeness, "compared");
    }

    /** Declares what makes products better, in the form of the file of traits. */
    Shop traits(String... lines) {
        alternatives = new Alternatives(Traits.parse(List.of(lines)));
        return this;
    }

    /** What the merchandiser sets for a placement. */
    Shop rules(Placement placement, PlacementRules set) {
        rules.put(placement, set);
        return this;
    }

    /** A package of products at a price. */
    Shop bundle(String id, double price, String anchor, String complement, String... further) {
        catalog.put(new Relation(
                id,
                new Selector.ById(anchor),
                new Selector.ById(complement),
                id,
                Relation.Timing.BEFORE,
                Duration.ZERO,
                0.5,
                Relation.Origin.MERCHANDISER,
                LocalizedText.NONE,
                Terms.of(Terms.Kind.BUNDLE),
                Optional.of(new Relation.Bundle(List.of(further), euros(price)))));
        return this;
    }

    /** Learns taste from the orders. */
    Shop learnsTaste() {
        learnsTaste = true;
        return this;
    }

    private Taste taste() {
        if (!learnsTaste) {
            return Taste.NONE;
        }
        Collected collected = purchases.build(1_000, _ -> "");
        Limits limits = new Limits(1_000, 1_000_000);
        return Taste.of(
                TasteModel.learn(collected.purchases(), collected.ids(), orders, limits, _ -> {}),
                "learned",
                ids::numberOf);
    }

    Product find(String id) {
        return catalog.publish("1", 1, ignored -> 0).find(id).orElseThrow();
    }

    /** A maker says that the pair does not fit. */
    Shop excludes(long hostGroup, long partGroup) {
        catalog.fit().exclude(hostGroup, partGroup);
        return this;
    }

    /** A dispute blocks a pair of products, or does no longer. */
    Shop blocks(String one, String other, boolean blocked) {
        catalog.block(one, other, blocked);
        return this;
    }

    private Shop fits(long hostGroup, long partGroup, List<FitLimit> limits) {
        catalog.fit()
                .putRule(
                        1,
                        new Evidence(
                                Evidence.Source.RULE,
                                "pack/rule@1",
                                Map.of(),
                                text("{host.name} takes {part.name}.", "{host.name} nimmt {part.name}."),
                                Map.of()));
        catalog.fit().putGroup(new FitGroup(hostGroup, "host", Map.of("name", "host " + hostGroup)));
        catalog.fit().putGroup(new FitGroup(partGroup, "part", Map.of("name", "part " + partGroup)));
        catalog.fit()
                .fits(
                        hostGroup,
                        partGroup,
                        new FitCell(limits.isEmpty() ? Verdict.FITS : Verdict.FITS_WITH_LIMITS, List.of(1), limits));
        return this;
    }

    private static LocalizedText text(String english, String german) {
        return new LocalizedText(Map.of("en", english, "de", german));
    }

    /** A product to be. */
    final class Item {
        private final String id;
        private final List<String> typePath;
        private double price = 10;
        private Optional<Money> cost = Optional.empty();
        private long stock = 5;
        private double rating;
        private long ratings;
        private String variantGroup = "";
        private boolean consumable;
        private long fitGroup;
        private List<String> category = List.of();
        private String brand = "";
        private String model = "";
        private final Map<String, List<String>> attributes = new HashMap<>();

        private Item(String id, List<String> typePath) {
            this.id = id;
            this.typePath = typePath;
        }

        Item price(double amount) {
            price = amount;
            return this;
        }

        Item cost(double amount) {
            cost = Optional.of(euros(amount));
            return this;
        }

        Item stock(long units) {
            stock = units;
            return this;
        }

        Item rated(double average, long count) {
            rating = average;
            ratings = count;
            return this;
        }

        Item variantOf(String group) {
            variantGroup = group;
            return this;
        }

        Item consumable() {
            consumable = true;
            return this;
        }

        Item fitGroup(long group) {
            fitGroup = group;
            return this;
        }

        Item category(String... path) {
            category = List.of(path);
            return this;
        }

        Item attribute(String key, String... values) {
            attributes.put(key, List.of(values));
            return this;
        }

        Item brand(String name) {
            brand = name;
            return this;
        }

        Item model(String name) {
            model = name;
            return this;
        }

        Shop add() {
            catalog.put(new Product(
                    ids.numberOf(id),
                    id,
                    "",
                    new TypePath(typePath),
                    brand,
                    model,
                    text("the " + id, "das " + id),
                    Map.copyOf(attributes),
                    euros(price),
                    cost,
                    stock,
                    rating,
                    ratings,
                    category,
                    variantGroup,
                    consumable,
                    fitGroup));
            return Shop.this;
        }
    }

    static Money euros(double amount) {
        return new Money("EUR", Math.round(amount * Money.MICROS));
    }
}
