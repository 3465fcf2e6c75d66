package io.zugabe.quickstart.imports;

import io.zugabe.catalog.v1.Product;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.Refund;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * UCI Online Retail as products and events. A sale invoice becomes a purchase; a cancellation becomes a
 * refund that names no order (the data does not), so the engine matches it to the customer's latest
 * earlier order of the product.
 */
final class RetailHistory {

    /** Amounts are kept to this many decimal places. */
    private static final int SCALE = 4;

    private final String currency;
    private final BigDecimal rate;
    private final Map<String, List<RetailRow>> invoices = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> names = new TreeMap<>();
    private final Map<String, Map<BigDecimal, Integer>> prices = new HashMap<>();

    /**
     * @param currency the shop's currency
     * @param rate what one pound is in that currency
     */
    RetailHistory(String currency, BigDecimal rate) {
        this.currency = currency;
        this.rate = rate;
    }

    /** Takes a row, and says why if it is neither a sale nor a return; else empty. */
    String take(RetailRow row) {
        if (!row.isProduct()) {
            return "not a product (postage, fees, vouchers, manual corrections)";
        }
        if (!row.isSale() && !row.isReturn()) {
            return "stock write-off (negative quantity without a cancellation)";
        }
        invoices.computeIfAbsent(row.invoice(), invoice -> new ArrayList<>()).add(row);
        Map<String, Integer> spellings = names.computeIfAbsent(row.productId(), code -> new HashMap<>());
        if (!row.description().isBlank()) {
            spellings.merge(row.description().trim(), 1, Integer::sum);
        }
        if (row.price().signum() > 0) {
            prices.computeIfAbsent(row.productId(), code -> new HashMap<>()).merge(row.price(), 1, Integer::sum);
        }
        return "";
    }

    /** The products, by id: most frequent description and price. */
    List<Product> products() {
        List<Product> products = new ArrayList<>();
        names.forEach((code, spellings) -> products.add(Product.newBuilder()
                .setProductId(code)
                .setType("giftware")
                .setName(LocalizedText.newBuilder().putTexts("en", mostFrequent(spellings, code)))
                .setPrice(Fields.money(
                        converted(mostFrequent(prices.getOrDefault(code, Map.of()), BigDecimal.ZERO)), currency))
                .addCategoryPath("Online Retail")
                .build()));
        return products;
    }

    /** The events by time, each with the number of its place. */
    List<EventsImport.Sourced> events() {
        List<List<RetailRow>> byTime = new ArrayList<>(invoices.values());
        byTime.sort(Comparator.comparing(RetailHistory::time)
                .thenComparing(rows -> rows.getFirst().invoice()));
        List<EventsImport.Sourced> events = new ArrayList<>();
        for (List<RetailRow> rows : byTime) {
            events.add(new EventsImport.Sourced(events.size() + 1L, event(rows)));
        }
        return events;
    }

    private Event event(List<RetailRow> rows) {
        RetailRow head = rows.getFirst();
        Event.Builder event = Event.newBuilder()
                .setEventId("online-retail:" + head.invoice())
                .setEventTime(Fields.timestamp(time(rows)))
                .setCustomerId(head.customer())
                .setVisitorId(head.customer().isEmpty() ? "guest-" + head.invoice() : "")
                .setChannel("web");
        List<Item> items = rows.stream().map(this::item).toList();
        return head.isCancellation()
                ? event.setRefund(Refund.newBuilder().addAllItems(items)).build()
                : event.setPurchase(
                                Purchase.newBuilder().setOrderId(head.invoice()).addAllItems(items))
                        .build();
    }

    private Item item(RetailRow row) {
        return Item.newBuilder()
                .setProductId(row.productId())
                .setQuantity(Math.abs(row.quantity()))
                .setPrice(Fields.money(converted(row.price().max(BigDecimal.ZERO)), currency))
                .setCategory("Online Retail")
                .build();
    }

    private BigDecimal converted(BigDecimal pounds) {
        return pounds.multiply(rate).setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    private static Instant time(List<RetailRow> rows) {
        return rows.stream().map(RetailRow::time).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** The most frequent key; of several the smallest, so that it does not depend on chance. */
    private static <K extends Comparable<K>> K mostFrequent(Map<K, Integer> counts, K whenEmpty) {
        return counts.entrySet().stream()
                .max(Map.Entry.<K, Integer>comparingByValue()
                        .thenComparing(Map.Entry.<K, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(whenEmpty);
    }
}
