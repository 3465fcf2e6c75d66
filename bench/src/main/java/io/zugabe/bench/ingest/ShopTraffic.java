package io.zugabe.bench.ingest;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.zugabe.segmentation.v1.CaseOpened;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import io.zugabe.segmentation.v1.PromotionRedeemed;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.Refund;
import io.zugabe.segmentation.v1.Review;
import io.zugabe.segmentation.v1.Search;
import io.zugabe.segmentation.v1.SubscriptionChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What customers do in a shop, made up from a seed. Some thousand sessions are open at any time; each
 * event belongs to one of them, and a session has ten events on average. Two thirds of the events are
 * looks at products; one in thirty is an order.
 */
public final class ShopTraffic {

    private static final int OPEN_SESSIONS = 5_000;
    private static final double SESSION_ENDS = 0.1;
    private static final int PRODUCTS = 50_000;
    private static final int CATEGORIES = 40;
    private static final String[] TERMS = {"usb c cable", "tent for two", "rice cooker", "sd card 128", "conditioner"};

    private final SplittableRandom random;
    private final int customers;
    private final long began;
    private final Session[] open = new Session[OPEN_SESSIONS];
    private long made;

    /**
     * @param customers among whom sessions are drawn
     * @param began epoch second of the first event; a thousand events follow in a second
     */
    public ShopTraffic(long seed, int customers, long began) {
        this.random = new SplittableRandom(seed);
        this.customers = customers;
        this.began = began;
    }

    private record Session(String customer, String id) {}

    /** The id of a customer. */
    static String customer(int number) {
        return "customer-%07d".formatted(number);
    }

    /** The next batches, numbered from 0. */
    public List<PublishEventsRequest> batches(int batches, int size) {
        List<PublishEventsRequest> made = new ArrayList<>(batches);
        for (int i = 0; i < batches; i++) {
            PublishEventsRequest.Builder batch =
                    PublishEventsRequest.newBuilder().setBatchNumber(i);
            for (int event = 0; event < size; event++) {
                batch.addEvents(next());
            }
            made.add(batch.build());
        }
        return made;
    }

    private Event next() {
        int place = random.nextInt(OPEN_SESSIONS);
        Session session = open[place];
        if (session == null || random.nextDouble() < SESSION_ENDS) {
            session = new Session(customer(random.nextInt(customers)), uuid());
            open[place] = session;
        }
        long number = made++;
        Event.Builder event = Event.newBuilder()
                .setEventId(uuid())
                .setEventTime(Timestamp.newBuilder()
                        .setSeconds(began + number / 1_000)
                        .setNanos((int) (number % 1_000) * 1_000_000))
                .setCustomerId(session.customer())
                .setSessionId(session.id())
                .setChannel("web");
        return whatHappened(event, random.nextInt(1_000)).build();
    }

    private Event.Builder whatHappened(Event.Builder event, int dice) {
        if (dice < 660) {
            return event.setViewItem(items(1));
        } else if (dice < 780) {
            return event.setSearch(Search.newBuilder().setSearchTerm(TERMS[random.nextInt(TERMS.length)]));
        } else if (dice < 880) {
            return event.setAddToCart(items(1));
        } else if (dice < 910) {
            return event.setRemoveFromCart(items(1));
        } else if (dice < 945) {
            return event.setBeginCheckout(items(2));
        } else if (dice < 978) {
            return event.setPurchase(Purchase.newBuilder().setOrderId(uuid()).addAllItems(items(2).getItemsList()));
        } else if (dice < 983) {
            return event.setRefund(Refund.newBuilder()
                    .addAllItems(items(1).getItemsList())
                    .setReason(Refund.Reason.REASON_NOT_WANTED));
        } else if (dice < 986) {
            return event.setCaseOpened(CaseOpened.newBuilder().setCaseId(uuid()));
        } else if (dice < 990) {
            return event.setReview(Review.newBuilder().setProductId(product()).setRating(1 + random.nextInt(5)));
        } else if (dice < 995) {
            return event.setPromotionRedeemed(PromotionRedeemed.newBuilder().setPromotionId("spring"));
        }
        return event.setNewsletterChanged(SubscriptionChanged.newBuilder().setSubscribed(random.nextBoolean()));
    }

    private ItemEvent items(int most) {
        ItemEvent.Builder items = ItemEvent.newBuilder();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            long cents = 199 + random.nextInt(20_000);
            items.addItems(Item.newBuilder()
                    .setProductId(product())
                    .setQuantity(1)
                    .setPrice(Money.newBuilder()
                            .setCurrencyCode("EUR")
                            .setUnits(cents / 100)
                            .setNanos((int) (cents % 100) * 10_000_000))
                    .setCategory("category-" + random.nextInt(CATEGORIES)));
        }
        return items.build();
    }

    /** Few products get most of the attention. */
    private String product() {
        double u = random.nextDouble();
        return "product-" + (int) (u * u * u * PRODUCTS);
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
