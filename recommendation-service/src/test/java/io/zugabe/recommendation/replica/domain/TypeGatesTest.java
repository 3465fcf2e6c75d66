package io.zugabe.recommendation.replica.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.recommendation.products.domain.ProductIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TypeGatesTest {

    private static final List<List<String>> PATHS = List.of(
            List.of("camera", "device"),
            List.of("phone", "device"),
            List.of("battery"),
            List.of("cable"),
            List.of("mug"));

    /** Asked twice: what is kept must be what was found. */
    @Property(tries = 100)
    void gatesOfTypes_areThoseOfTheTable(@ForAll long seed) {
        Random random = new Random(seed);
        ProductIds ids = new ProductIds();
        CatalogBuilder catalog = new CatalogBuilder(ids);
        FitTableBuilder fit = new FitTableBuilder("1");
        List<String> names = List.of("camera", "device", "phone", "battery", "cable", "mug");
        for (int i = random.nextInt(5); i > 0; i--) {
            fit.gate(names.get(random.nextInt(names.size())), names.get(random.nextInt(names.size())));
        }
        catalog.replaceFit(fit);
        Product[] products = new Product[PATHS.size()];
        for (int i = 0; i < products.length; i++) {
            products[i] = product(ids.numberOf("p" + i), "p" + i, new TypePath(PATHS.get(i)));
            catalog.put(products[i]);
        }
        CatalogSnapshot snapshot = catalog.publish("1", 1, number -> 0);
        FitTable table = snapshot.fit();
        for (int round = 0; round < 2; round++) {
            for (Product one : products) {
                assertEquals(table.isHost(one.type()), snapshot.takesParts(one));
                for (Product other : products) {
                    assertEquals(table.gated(one.type(), other.type()), snapshot.isGated(one, other));
                    assertEquals(
                            table.gatedAs(one.type(), other.type()) && !table.gatedAs(other.type(), one.type()),
                            snapshot.isHostOnly(one, other));
                }
            }
        }
    }

    private static Product product(int number, String id, TypePath type) {
        return new Product(
                number,
                id,
                "",
                type,
                "",
                "",
                LocalizedText.NONE,
                Map.of(),
                new Money("EUR", 1),
                Optional.empty(),
                Product.ALWAYS,
                0,
                0,
                List.of(),
                "",
                false,
                0);
    }
}
