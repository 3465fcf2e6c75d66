package io.zugabe.bench.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.v1.Product;
import io.zugabe.segmentation.v1.Event;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What offers are decided on holds nothing that a shop would not see. */
class HiddenTruthTest {

    private static final long SEED = 5;
    private static final Assortment ASSORTMENT = new Assortment(SEED);
    private static final Shelf SHELF = new Shelf(ASSORTMENT, SEED);

    @Test
    void whoDecides_holdsNoTruth() {
        Set<Class<?>> truth =
                Set.of(Assortment.class, Good.class, Kind.class, Nature.class, Life.class, Need.class, World.class);
        for (Class<?> each : List.of(
                Zugabe.class,
                EventMessages.class,
                Bestsellers.class,
                BoughtTogether.class,
                Shoppings.class,
                Shelf.class,
                Shelf.Tag.class,
                Happening.class,
                Ask.class)) {
            for (Field field : each.getDeclaredFields()) {
                assertFalse(
                        truth.contains(field.getType()) && !Modifier.isStatic(field.getModifiers()),
                        () -> field + " holds the truth");
            }
        }
    }

    @Test
    void products_inTheCatalog_sayNothingOfHowTheyAreLiked() {
        List<Product> products = CatalogMessages.products(ASSORTMENT, SHELF);
        for (int number = 0; number < products.size(); number++) {
            Product product = products.get(number);
            Good good = ASSORTMENT.good(number);
            assertFalse(product.hasRating());
            assertTrue(
                    Set.of("system", "models", "size", "power_model", "inner_size")
                            .containsAll(product.getAttributesMap().keySet()),
                    product::toString);
            assertTrue(product.getAttributesCount() == 0 || !good.gap());
        }
    }

    @Test
    void ids_ofProducts_sayNothing() {
        double liked = IntStream.range(0, SHELF.size())
                .filter(number -> lastBit(SHELF.tag(number).id()))
                .mapToDouble(number -> ASSORTMENT.good(number).quality())
                .average()
                .orElseThrow();
        assertEquals(0, liked, 0.1);
        assertEquals(
                SHELF.size(),
                IntStream.range(0, SHELF.size())
                        .mapToObj(number -> SHELF.tag(number).id())
                        .distinct()
                        .count());
    }

    @Test
    void ids_ofShoppers_sayNothing() {
        EventMessages messages = new EventMessages(SHELF, Instant.EPOCH.plusSeconds(2_000_000_000), SEED);
        double disturbed = IntStream.range(0, 20_000)
                .filter(shopper -> lastBit(messages.shopper(shopper)))
                .mapToObj(shopper -> Nature.draw(Chance.of(SEED, shopper)))
                .mapToDouble(nature -> nature.disturbed() ? 1 : 0)
                .average()
                .orElseThrow();
        assertEquals(Nature.DISTURBED, disturbed, 0.01);
    }

    private static boolean lastBit(String id) {
        return Character.digit(id.charAt(id.length() - 1), 16) % 2 == 1;
    }

    @Test
    void types_areAsFrequentAsStated() {
        for (Nature.Type type : Nature.Type.values()) {
            double share = IntStream.range(0, 20_000)
                            .filter(shopper ->
                                    Nature.draw(Chance.of(SEED, shopper)).type() == type)
                            .count()
                    / 20_000.0;
            assertEquals(type == Nature.Type.ORDINARY ? 1 - 4 * Nature.PREVALENCE : Nature.PREVALENCE, share, 0.01);
        }
    }

    @Test
    void event_ofAReturn_saysWhyAndNothingElse() {
        EventMessages messages = new EventMessages(SHELF, Instant.EPOCH.plusSeconds(2_000_000_000), SEED);
        Event event = messages.event(Happening.returned(7, 3.5, 11, "order-4", 0, true));

        assertEquals(messages.shopper(7), event.getCustomerId());
        assertEquals(SHELF.tag(11).id(), event.getRefund().getItems(0).getProductId());
        assertEquals(messages.shopper(7) + "-order-4", event.getRefund().getOrderId());
        assertEquals(2_000_000_000L + 302_400, event.getEventTime().getSeconds());
    }
}
