package io.zugabe.recommendation.replica.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.recommendation.products.domain.ProductIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private static final int MOST = 10;

    private final ProductIds ids = new ProductIds();
    private final CatalogBuilder catalog = new CatalogBuilder(ids);
    private final Relation relation = new Relation(
            "r",
            new Selector.ByType("tent"),
            new Selector.ByType("mat"),
            "",
            Relation.Timing.BEFORE,
            Duration.ZERO,
            0.5,
            Relation.Origin.MERCHANDISER,
            LocalizedText.NONE,
            Terms.ALWAYS);

    @Test
    void bestOfANeed_comeFirst_thenTheCheapestOfThoseWithoutRoom() {
        for (int mat = 1; mat <= 50; mat++) { // the dearer, the better rated
            put("mat-" + mat, "mat", mat, mat / 10.0);
        }

        Shelf shelf = shelf();

        Shelf.Need need = shelf.needs().getFirst();
        assertEquals("mat", need.need());
        assertEquals(names(41, 50), ids(need).subList(0, MOST).reversed());
        assertEquals(names(1, 20), ids(need).subList(MOST, ids(need).size()));
        assertFalse(shelf.complete());
        assertEquals(1_000_000, shelf.leastPrice());
        assertEquals(50_000_000, need.prices()[0]);
        assertEquals(25.0, need.worths()[0]);
    }

    @Test
    void shelfWithRoomForAll_isComplete_andLeavesNothingOut() {
        put("mat-1", "mat", 5, 4);
        put("mat-2", "mat", 3, 3);
        put("lamp", "lamp", 1, 5);

        Shelf shelf = shelf();

        assertTrue(shelf.complete());
        assertEquals(Long.MAX_VALUE, shelf.leastPrice());
        assertEquals(List.of("mat-1", "mat-2"), ids(shelf.needs().getFirst()));
    }

    @Test
    void whatHasToFit_isNotLookedAt_whereNothingFits() {
        catalog.fit().gate("tent", "mat");
        put("mat-1", "mat", 5, 4);

        Shelf shelf = shelf();

        assertTrue(shelf.complete());
        assertEquals(List.of(), shelf.needs());
    }

    private Shelf shelf() {
        Product tent = put("tent", "tent", 100, 4);
        catalog.put(relation);
        CatalogSnapshot snapshot = catalog.publish("1", 1, number -> 0);
        return snapshot.shelf(
                relation, tent, MOST, number -> 0, number -> snapshot.rows().price(number) / 2e6);
    }

    private List<String> ids(Shelf.Need need) {
        List<String> found = new ArrayList<>();
        CatalogSnapshot snapshot = catalog.publish("1", 1, number -> 0);
        for (int number : need.products()) {
            Product product = snapshot.product(number);
            found.add(product == null ? "?" : product.id());
        }
        return found;
    }

    private static List<String> names(int from, int to) {
        List<String> names = new ArrayList<>();
        for (int mat = from; mat <= to; mat++) {
            names.add("mat-" + mat);
        }
        return names;
    }

    private Product put(String id, String type, int euros, double rating) {
        Product product = new Product(
                ids.numberOf(id),
                id,
                "",
                new TypePath(List.of(type)),
                "",
                "",
                LocalizedText.NONE,
                Map.of(),
                new Money("EUR", euros * Money.MICROS),
                Optional.empty(),
                Product.ALWAYS,
                rating,
                100,
                List.of(),
                "",
                false,
                0);
        catalog.put(product);
        return product;
    }
}
