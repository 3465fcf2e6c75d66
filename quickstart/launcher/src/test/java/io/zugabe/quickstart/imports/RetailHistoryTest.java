package io.zugabe.quickstart.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.v1.Product;
import io.zugabe.segmentation.v1.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetailHistoryTest {

    private final RetailHistory history = new RetailHistory("EUR", BigDecimal.ONE);

    @Test
    void sale_becomesPurchaseOfItsInvoice() {
        take(row("536365", "85123A", "HOLDER", 6, "2.55", "17850"));
        take(row("536365", "71053", "LANTERN", 2, "3.39", "17850"));
        Event event = onlyEvent();
        assertEquals("536365", event.getPurchase().getOrderId());
        assertEquals("17850", event.getCustomerId());
        assertEquals(2, event.getPurchase().getItemsCount());
        assertEquals(550_000_000, event.getPurchase().getItems(0).getPrice().getNanos());
    }

    @Test
    void cancellation_becomesRefundWithoutOrder() {
        take(row("C536379", "22386", "JUMBO BAG", -3, "1.95", "14527"));
        Event event = onlyEvent();
        assertEquals("", event.getRefund().getOrderId());
        assertEquals(3, event.getRefund().getItems(0).getQuantity());
    }

    @Test
    void guest_isKnownByInvoice() {
        take(row("536544", "21773", "DECORATIVE ROSE", 1, "2.51", ""));
        assertEquals("guest-536544", onlyEvent().getVisitorId());
    }

    @Test
    void postage_andWriteOffs_areSkippedWithTheReason() {
        assertTrue(history.take(row("536370", "POST", "POSTAGE", 3, "18.00", "12583"))
                .contains("not a product"));
        assertTrue(history.take(row("536589", "21777", "", -10, "0.00", "")).contains("write-off"));
        assertTrue(
                history.take(row("C1", "gift_0001_20", "VOUCHER", -1, "5", "1")).contains("not a product"));
        assertEquals(List.of(), history.events());
    }

    @Test
    void codes_differingInCase_areOneProductWithItsCommonestNameAndPrice() {
        take(row("1", "85099b", "Jumbo bag", 1, "4.13", "1"));
        take(row("2", "85099B", "JUMBO BAG RED", 1, "2.08", "1"));
        take(row("3", "85099B", "JUMBO BAG RED", 1, "2.08", "1"));
        List<Product> products = history.products();
        assertEquals(1, products.size());
        assertEquals("85099B", products.getFirst().getProductId());
        assertEquals("JUMBO BAG RED", products.getFirst().getName().getTextsOrThrow("en"));
        assertEquals(2, products.getFirst().getPrice().getUnits());
    }

    private void take(RetailRow row) {
        assertEquals("", history.take(row));
    }

    private Event onlyEvent() {
        assertEquals(1, history.events().size());
        return history.events().getFirst().event();
    }

    private static RetailRow row(
            String invoice, String code, String description, int quantity, String price, String customer) {
        return new RetailRow(
                2,
                invoice,
                code,
                description,
                quantity,
                Instant.parse("2010-12-01T08:26:00Z"),
                new BigDecimal(price),
                customer,
                "United Kingdom");
    }
}
