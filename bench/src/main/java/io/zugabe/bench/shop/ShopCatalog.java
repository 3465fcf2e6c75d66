package io.zugabe.bench.shop;

import com.google.rpc.Status;
import io.grpc.Channel;
import io.zugabe.bench.Bench;
import io.zugabe.bench.catalog.ProductUpload;
import io.zugabe.bench.running.EventPublisher;
import io.zugabe.bench.running.Messages;
import io.zugabe.catalog.v1.CreateRuleRequest;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.PublishRuleRequest;
import io.zugabe.catalog.v1.RelationServiceGrpc;
import io.zugabe.catalog.v1.Rule;
import io.zugabe.catalog.v1.RuleServiceGrpc;
import io.zugabe.catalog.v1.UpsertRelationsRequest;
import io.zugabe.catalog.v1.UpsertTypesRequest;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Brings the shop's types, rules, products and relations into a running catalog-service. */
public final class ShopCatalog {

    private static final int DEADLINE_SECONDS = 60;
    private static final int ITEMS = 100;

    private final Channel catalog;

    public ShopCatalog(Channel catalog) {
        this.catalog = catalog;
    }

    /** Brings all of it in. */
    public void load(Assortment assortment, Shelf shelf) throws InterruptedException {
        rules().upsertTypes(UpsertTypesRequest.newBuilder()
                .addAllTypes(CatalogMessages.types(assortment))
                .build());
        CatalogMessages.rules(assortment).forEach(this::publish);
        try (ProductUpload upload = new ProductUpload(catalog, _ -> {})) {
            for (Product product : CatalogMessages.products(assortment, shelf)) {
                upload.add(product);
            }
        }
        for (Status status : RelationServiceGrpc.newBlockingStub(catalog)
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .upsertRelations(UpsertRelationsRequest.newBuilder()
                        .addAllRelations(CatalogMessages.relations(assortment))
                        .build())
                .getResultsList()) {
            if (status.getCode() != 0) {
                throw new IllegalStateException("a relation was refused: " + status);
            }
        }
        Bench.say(
                "%,d products of %d types with %d rules and %d relations are in the catalog",
                shelf.size(),
                assortment.kinds().size(),
                CatalogMessages.rules(assortment).size(),
                CatalogMessages.relations(assortment).size());
    }

    /** Puts a rule in force. */
    public void publish(Rule rule) {
        Rule draft = rules().createRule(
                        CreateRuleRequest.newBuilder().setRule(rule).build())
                .getRule();
        rules().publishRule(PublishRuleRequest.newBuilder()
                .setRuleId(draft.getRuleId())
                .setVersion(draft.getVersion())
                .build());
    }

    /** Waits until the event log knows the products: until then it refuses events about them. */
    public static void awaitKnown(Channel segmentation, Shelf shelf, Instant time) throws InterruptedException {
        List<Event> events = new ArrayList<>();
        for (int from = 0; from < shelf.size(); from += ITEMS) {
            ItemEvent.Builder items = ItemEvent.newBuilder();
            for (int number = from; number < Math.min(shelf.size(), from + ITEMS); number++) {
                items.addItems(Item.newBuilder().setProductId(shelf.tag(number).id()));
            }
            events.add(Event.newBuilder()
                    .setEventId("known-" + from)
                    .setEventTime(Messages.timestamp(time))
                    .setVisitorId("catalog-check")
                    .setBeginCheckout(items)
                    .build());
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        // as long as it takes what does not exist, it does not know the catalog at all
        for (int trial = 0;
                isTaken(segmentation, List.of(nonsense(trial, time))) || !isTaken(segmentation, events);
                trial++) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the event log does not know the products after a minute");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static Event nonsense(int trial, Instant time) {
        return Event.newBuilder()
                .setEventId("nonsense-" + trial)
                .setEventTime(Messages.timestamp(time))
                .setVisitorId("catalog-check")
                .setBeginCheckout(
                        ItemEvent.newBuilder().addItems(Item.newBuilder().setProductId("no-such-product")))
                .build();
    }

    private static boolean isTaken(Channel segmentation, List<Event> events) throws InterruptedException {
        try (EventPublisher publisher = new EventPublisher(segmentation)) {
            publisher.publish(events);
            return true;
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    private RuleServiceGrpc.RuleServiceBlockingStub rules() {
        return RuleServiceGrpc.newBlockingStub(catalog).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
}
