package io.zugabe.segmentation;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.zugabe.segmentation.v1.CaseOpened;
import io.zugabe.segmentation.v1.CaseResolved;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.Refund;
import io.zugabe.segmentation.v1.Search;
import java.time.Instant;
import java.util.UUID;

/** Valid events for tests. */
public final class Events {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Events() {}

    /** An identifier that no other test uses. */
    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    /** An event with everything but what happened. */
    public static Event.Builder of(String customer) {
        return Event.newBuilder()
                .setEventId(unique("e"))
                .setEventTime(timestamp(NOON))
                .setCustomerId(customer);
    }

    public static Event view(String customer, String product) {
        return of(customer)
                .setViewItem(ItemEvent.newBuilder().addItems(Item.newBuilder().setProductId(product)))
                .build();
    }

    public static Event search(String customer, String term) {
        return of(customer).setSearch(Search.newBuilder().setSearchTerm(term)).build();
    }

    public static Event purchase(String customer, Item... items) {
        return of(customer)
                .setPurchase(Purchase.newBuilder().setOrderId(unique("o")).addAllItems(java.util.List.of(items)))
                .build();
    }

    public static Event refund(String customer, Item... items) {
        return of(customer)
                .setRefund(Refund.newBuilder().addAllItems(java.util.List.of(items)))
                .build();
    }

    public static Event caseOpened(String customer, String caseId, Instant time) {
        return of(customer)
                .setEventTime(timestamp(time))
                .setCaseOpened(CaseOpened.newBuilder().setCaseId(caseId))
                .build();
    }

    public static Event caseResolved(String customer, String caseId, Instant time) {
        return of(customer)
                .setEventTime(timestamp(time))
                .setCaseResolved(CaseResolved.newBuilder().setCaseId(caseId).setCost(euros(8, 50)))
                .build();
    }

    public static Item item(String product, int quantity, int euros) {
        return Item.newBuilder()
                .setProductId(product)
                .setQuantity(quantity)
                .setPrice(euros(euros, 0))
                .build();
    }

    public static Money euros(long units, int cents) {
        return Money.newBuilder()
                .setCurrencyCode("EUR")
                .setUnits(units)
                .setNanos(cents * 10_000_000)
                .build();
    }

    public static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
