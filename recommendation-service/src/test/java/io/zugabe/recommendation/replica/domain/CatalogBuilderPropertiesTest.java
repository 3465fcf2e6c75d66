package io.zugabe.recommendation.replica.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.recommendation.products.domain.ProductIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However changes come in and whenever they are published, the replica is what a fresh one would be. */
class CatalogBuilderPropertiesTest {

    private static final FitCell FITS = new FitCell(Verdict.FITS, List.of(), List.of());
    private static final List<Selector> SELECTORS = List.of(
            new Selector.ByType("t0"),
            new Selector.ByType("root"),
            new Selector.ByCategory(List.of("c1")),
            new Selector.ByGtin("g2"),
            new Selector.ByAttribute("root", "colour", "red"));

    @Property(tries = 300)
    void incremental_equalsFresh_andOldSnapshotsStayAsTheyWere(@ForAll long seed) {
        Random random = new Random(seed);
        ProductIds ids = new ProductIds();
        CatalogBuilder builder = new CatalogBuilder(ids);
        Map<String, Product> products = new LinkedHashMap<>();
        Map<String, Relation> relations = new LinkedHashMap<>();
        List<long[]> cells = new ArrayList<>();
        CatalogSnapshot early = null;
        String earlyContent = "";
        for (int change = 0; change < 80; change++) {
            switch (random.nextInt(5)) {
                case 0, 1, 2 -> {
                    Product product = product("p" + random.nextInt(20), ids, random);
                    products.put(product.id(), product);
                    builder.put(product);
                }
                case 3 -> {
                    String id = "p" + random.nextInt(20);
                    products.remove(id);
                    builder.removeProduct(id);
                }
                default -> {
                    Relation relation = relation("r" + random.nextInt(6), random);
                    relations.put(relation.id(), relation);
                    builder.put(relation);
                }
            }
            if (random.nextInt(10) == 0) {
                long[] cell = {random.nextInt(3), random.nextInt(3)};
                cells.add(cell);
                builder.fit().fits(cell[0], cell[1], FITS);
                early = builder.publish("v", change, ignored -> 0);
                earlyContent = content(early);
            }
        }
        CatalogBuilder fresh = new CatalogBuilder(ids);
        relations.values().forEach(fresh::put);
        products.values().forEach(fresh::put);
        cells.forEach(cell -> fresh.fit().fits(cell[0], cell[1], FITS));

        CatalogSnapshot one = builder.publish("v", 1_000, ignored -> 0);
        assertEquals(content(fresh.publish("v", 1_000, ignored -> 0)), content(one));
        assertEquals(products.size(), one.size());
        if (early != null) {
            assertEquals(earlyContent, content(early));
        }
    }

    /** All that can be read, as text. */
    private static String content(CatalogSnapshot snapshot) {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            Optional<Product> product = snapshot.find("p" + i);
            content.append(product.map(Product::toString).orElse("-")).append('\n');
            product.ifPresent(found -> snapshot.relations()
                    .from(found)
                    .forEach(relation -> content.append(relation.id()).append(' ')));
            snapshot.fit()
                    .partsOf(i)
                    .keySet()
                    .forEach(group -> content.append(group).append(' '));
        }
        content.append(ids(snapshot.all(), snapshot)).append('\n');
        for (Selector selector : SELECTORS) {
            boolean asked = selector instanceof Selector.ByType;
            if (asked || snapshot.select(selector).size() > 0) {
                content.append(selector)
                        .append(ids(snapshot.select(selector), snapshot))
                        .append('\n');
            }
        }
        return content.toString();
    }

    private static TreeSet<String> ids(Bucket bucket, CatalogSnapshot snapshot) {
        TreeSet<String> ids = new TreeSet<>();
        for (int place = 0; place < bucket.size(); place++) {
            Product product = snapshot.product(bucket.at(place));
            ids.add(product == null ? "gone" : product.id());
        }
        assertEquals(bucket.size(), ids.size());
        return ids;
    }

    private static Relation relation(String id, Random random) {
        return new Relation(
                id,
                SELECTORS.get(random.nextInt(SELECTORS.size())),
                SELECTORS.get(Integer.parseInt(id.substring(1)) % SELECTORS.size()),
                "",
                Relation.Timing.BEFORE,
                Duration.ZERO,
                0.5,
                Relation.Origin.SUPPLIER,
                LocalizedText.NONE,
                Terms.ALWAYS);
    }

    private static Product product(String id, ProductIds ids, Random random) {
        return new Product(
                ids.numberOf(id),
                id,
                "g" + random.nextInt(3),
                new TypePath(List.of("t" + random.nextInt(3), "root")),
                "",
                "",
                LocalizedText.NONE,
                Map.of("colour", List.of(random.nextBoolean() ? "red" : "blue")),
                new Money("EUR", random.nextInt(100)),
                Optional.empty(),
                random.nextInt(3),
                random.nextInt(5),
                random.nextInt(50),
                List.of("c" + random.nextInt(2)),
                "",
                false,
                random.nextInt(3));
    }
}
