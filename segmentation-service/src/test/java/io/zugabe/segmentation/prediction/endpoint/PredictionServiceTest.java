package io.zugabe.segmentation.prediction.endpoint;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.ServiceClient;
import io.zugabe.segmentation.orders.SimulatedOrders;
import io.zugabe.segmentation.orders.domain.OrderEvent;
import io.zugabe.segmentation.v1.CustomerValue;
import io.zugabe.segmentation.v1.CustomersMerged;
import io.zugabe.segmentation.v1.DueReplenishment;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.GetCustomerValueRequest;
import io.zugabe.segmentation.v1.GetModelCardRequest;
import io.zugabe.segmentation.v1.GetProfileRequest;
import io.zugabe.segmentation.v1.GetTrainingRunRequest;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ListDueReplenishmentsRequest;
import io.zugabe.segmentation.v1.ListDueReplenishmentsResponse;
import io.zugabe.segmentation.v1.ListProductReturnRatesRequest;
import io.zugabe.segmentation.v1.ListProductReturnRatesResponse;
import io.zugabe.segmentation.v1.ListReplenishmentsRequest;
import io.zugabe.segmentation.v1.PredictReturnRiskRequest;
import io.zugabe.segmentation.v1.PredictReturnRiskResponse;
import io.zugabe.segmentation.v1.ProductReturnRate;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.Refund;
import io.zugabe.segmentation.v1.Replenishment;
import io.zugabe.segmentation.v1.ReturnRiskLine;
import io.zugabe.segmentation.v1.TrainModelRequest;
import io.zugabe.segmentation.v1.TrainingRun;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@Tag("own-servers")
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        // a shop of its own: what is learned depends on everybody in it
        initArgs = @ResourceArg(name = "database", value = "predictions"))
class PredictionServiceTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final int BATCH = 500;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final ListDueReplenishmentsRequest DUE = ListDueReplenishmentsRequest.newBuilder()
            .setFromTime(Events.timestamp(NOW.minus(Duration.ofDays(30))))
            .setUntilTime(Events.timestamp(NOW.plus(Duration.ofDays(60))))
            .setLeastConfidence(0.2)
            .build();

    private ServiceClient client;

    @BeforeEach
    void connect() {
        client = new ServiceClient();
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        client.close();
    }

    @Test
    @Proves("C6")
    void customersOfAShop_areForetold() {
        String prefix = Events.unique("shop") + "-";
        publish(SimulatedOrders.customers(prefix, 500, NOW, 21));
        publishRegular(prefix + "kept", 10, 56);
        publishRegular(prefix + "merged", 38, 56);
        train("value");
        train("returns");
        train("replenishment");
        String regular = prefix + "regular";
        publishRegular(regular, 10, 28);
        await().ignoreExceptionsMatching(StatusRuntimeException.class::isInstance)
                .atMost(LONGEST)
                .until(() ->
                        rates("", 1).getModelVersion() > 0 && !needs(regular).isEmpty());

        CustomerValue value = value(regular);
        assertTrue(value.getAliveProbability() > 0.5, value::toString);
        assertTrue(value.getExpectedMarginLow() <= value.getExpectedMargin(), value::toString);
        assertTrue(value.getExpectedMargin() <= value.getExpectedMarginHigh(), value::toString);
        assertEquals("food", value.getCategoryBudgets(0).getCategory());

        Replenishment coffee = needs(regular).stream()
                .filter(need -> need.getProductId().equals("coffee"))
                .findFirst()
                .orElseThrow();
        double days = (coffee.getDueTime().getSeconds() - NOW.getEpochSecond()) / 86_400.0;
        assertEquals(28 - 10, days, 8, "every 28 days, the last 10 days ago");
        assertTrue(coffee.getConfidence() > 0.8);

        risksAddUp(regular);
        ratesArePaged();
        dueAreStreamedAndResumed();
        mergedAreOne(prefix + "kept", prefix + "merged");
    }

    private void mergedAreOne(String kept, String merged) {
        Predicate<String> listed = customer ->
                due(DUE).stream().anyMatch(each -> each.getCustomerId().equals(customer));
        await().atMost(LONGEST).until(() -> listed.test(kept) && listed.test(merged));
        double before = value(kept).getExpectedOrders();
        client.publish(Events.of(kept)
                .setCustomersMerged(CustomersMerged.newBuilder().setMergedCustomerId(merged))
                .build());
        await().atMost(LONGEST).until(() -> !listed.test(merged));
        assertTrue(listed.test(kept));
        assertTrue(value(kept).getExpectedOrders() > 1.2 * before, "twice the orders");
        assertEquals(needs(kept), needs(merged));
        // who trains counts them as one: each of 500, this person, and the regular one who came later
        assertEquals(502, rowsOf(train("value")));
    }

    private long rowsOf(TrainingRun run) {
        return client.models()
                .getModelCard(GetModelCardRequest.newBuilder()
                        .setKind("value")
                        .setVersion(run.getVersion())
                        .build())
                .getCard()
                .getRows();
    }

    private void risksAddUp(String customer) {
        PredictReturnRiskResponse risks = client.predictions()
                .predictReturnRisk(PredictReturnRiskRequest.newBuilder()
                        .setCustomerId(customer)
                        .addLines(ReturnRiskLine.newBuilder()
                                .setProductId("shoe-9")
                                .setPrice(Events.euros(60, 0)))
                        .addLines(ReturnRiskLine.newBuilder()
                                .setProductId("shoe-0")
                                .setPrice(Events.euros(60, 0)))
                        .addLines(
                                ReturnRiskLine.newBuilder().setProductId("hat").setCategory("shoes"))
                        .build());
        assertTrue(risks.getRisks(0).getProbability() > risks.getRisks(1).getProbability());
        assertTrue(risks.getRisks(0).getProductKnown());
        assertFalse(risks.getRisks(2).getProductKnown());
        double logit = risks.getCustomer().getLogit()
                + risks.getRisks(0).getProductLogit()
                + risks.getRisks(0).getLineLogit();
        assertEquals(1 / (1 + Math.exp(-logit)), risks.getRisks(0).getProbability(), 1e-12);
        PredictReturnRiskResponse stranger = client.predictions()
                .predictReturnRisk(PredictReturnRiskRequest.newBuilder()
                        .addLines(ReturnRiskLine.newBuilder().setProductId("shoe-9"))
                        .build());
        assertEquals(0, stranger.getCustomer().getLogit());
    }

    private void ratesArePaged() {
        Set<String> products = new TreeSet<>();
        String token = "";
        do {
            ListProductReturnRatesResponse page = rates(token, 4);
            for (ProductReturnRate rate : page.getRatesList()) {
                assertTrue(products.add(rate.getProductId()));
                assertTrue(rate.getRateLow() <= rate.getRate() && rate.getRate() <= rate.getRateHigh());
            }
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        assertTrue(products.containsAll(List.of("coffee", "shoe-0", "shoe-9")), products::toString);
    }

    private ListProductReturnRatesResponse rates(String token, int size) {
        return client.predictions()
                .listProductReturnRates(ListProductReturnRatesRequest.newBuilder()
                        .setPageSize(size)
                        .setPageToken(token)
                        .build());
    }

    private List<Replenishment> needs(String customer) {
        return client.predictions()
                .listReplenishments(ListReplenishmentsRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .getReplenishmentsList();
    }

    private void dueAreStreamedAndResumed() {
        ListDueReplenishmentsRequest all = DUE;
        await().atMost(LONGEST).until(() -> due(all).size() > 50);
        // who is due is looked through while it is listed: compared when that has ended
        await().atMost(LONGEST).untilAsserted(() -> assertEquals(due(all).subList(0, 45), parts(all)));
        List<DueReplenishment> whole = due(all);
        for (int i = 1; i < whole.size(); i++) {
            assertTrue(whole.get(i).getReplenishment().getDueTime().getSeconds()
                    >= whole.get(i - 1).getReplenishment().getDueTime().getSeconds());
        }
        whole.forEach(each -> assertTrue(each.getReplenishment().getConfidence() >= 0.2));
    }

    private List<DueReplenishment> parts(ListDueReplenishmentsRequest all) {
        List<DueReplenishment> parts = new ArrayList<>();
        String token = "";
        for (int part = 0; part < 3; part++) {
            ListDueReplenishmentsResponse last = ListDueReplenishmentsResponse.getDefaultInstance();
            var stream = client.predictions()
                    .listDueReplenishments(
                            all.toBuilder().setLimit(15).setPageToken(token).build());
            while (stream.hasNext()) {
                last = stream.next();
                parts.addAll(last.getReplenishmentsList());
            }
            token = last.getNextPageToken();
        }
        return parts;
    }

    private List<DueReplenishment> due(ListDueReplenishmentsRequest request) {
        List<DueReplenishment> due = new ArrayList<>();
        client.predictions()
                .listDueReplenishments(request)
                .forEachRemaining(message -> due.addAll(message.getReplenishmentsList()));
        return due;
    }

    @Test
    void malformedRequests_areRefusedNamingTheField() {
        refused("customer_id", () -> value("a b"));
        refused("lines", () -> client.predictions().predictReturnRisk(PredictReturnRiskRequest.getDefaultInstance()));
        refused(
                "lines",
                () -> client.predictions()
                        .predictReturnRisk(PredictReturnRiskRequest.newBuilder()
                                .addAllLines(Collections.nCopies(
                                        501,
                                        ReturnRiskLine.newBuilder()
                                                .setProductId("p")
                                                .build()))
                                .build()));
        refused(
                "lines[0].quantity",
                () -> client.predictions()
                        .predictReturnRisk(PredictReturnRiskRequest.newBuilder()
                                .addLines(ReturnRiskLine.newBuilder()
                                        .setProductId("p")
                                        .setQuantity(-1))
                                .build()));
        refused(
                "page_token",
                () -> client.predictions()
                        .listProductReturnRates(ListProductReturnRatesRequest.newBuilder()
                                .setPageToken("x")
                                .build()));
        refused("from_time", () -> due(ListDueReplenishmentsRequest.getDefaultInstance()));
        refused(
                "until_time",
                () -> due(ListDueReplenishmentsRequest.newBuilder()
                        .setFromTime(Events.timestamp(NOW))
                        .setUntilTime(Events.timestamp(NOW))
                        .build()));
        StatusRuntimeException unknown = assertThrows(StatusRuntimeException.class, () -> value("nobody"));
        assertEquals(Status.Code.NOT_FOUND, unknown.getStatus().getCode());
    }

    private static void refused(String field, Executable call) {
        StatusRuntimeException failure = assertThrows(StatusRuntimeException.class, call);
        assertEquals(Status.Code.INVALID_ARGUMENT, failure.getStatus().getCode(), failure::getMessage);
        assertTrue(failure.getStatus().getDescription().startsWith(field + ":"), failure.getMessage());
    }

    private CustomerValue value(String customer) {
        return client.predictions()
                .getCustomerValue(GetCustomerValueRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .getValue();
    }

    private TrainingRun train(String kind) {
        String run = client.models()
                .trainModel(TrainModelRequest.newBuilder().setKind(kind).build())
                .getRun()
                .getRunId();
        await().atMost(LONGEST)
                .until(() -> run(run).getState() != TrainingRun.State.STATE_QUEUED
                        && run(run).getState() != TrainingRun.State.STATE_RUNNING);
        assertEquals(TrainingRun.State.STATE_SUCCEEDED, run(run).getState(), () -> run(run).toString());
        return run(run);
    }

    private TrainingRun run(String id) {
        return client.models()
                .getTrainingRun(GetTrainingRunRequest.newBuilder().setRunId(id).build())
                .getRun();
    }

    /** Coffee eight times every so many days, the last some days ago; waits until it is in the profile. */
    private void publishRegular(String customer, int daysAgo, int interval) {
        List<Event> events = new ArrayList<>();
        for (int order = 0; order < 8; order++) {
            Instant time = NOW.minus(Duration.ofDays(daysAgo + (long) interval * order));
            events.add(Events.purchase(
                            customer,
                            Events.item("coffee", 1, 12).toBuilder()
                                    .setCost(Events.euros(7, 0))
                                    .setCategory("food")
                                    .build())
                    .toBuilder()
                    .setEventTime(Events.timestamp(time))
                    .build());
        }
        client.publish(List.of(events));
        await().ignoreExceptionsMatching(StatusRuntimeException.class::isInstance)
                .atMost(LONGEST)
                .until(() -> client.profiles()
                                .getProfile(GetProfileRequest.newBuilder()
                                        .setCustomerId(customer)
                                        .build())
                                .getProfile()
                                .getTrade()
                                .getOrders()
                        == 8);
    }

    private void publish(Map<String, List<OrderEvent>> customers) {
        List<Event> events = new ArrayList<>();
        customers.forEach((customer, orders) -> orders.forEach(order -> events.add(event(customer, order))));
        List<List<Event>> batches = new ArrayList<>();
        for (int from = 0; from < events.size(); from += BATCH) {
            batches.add(events.subList(from, Math.min(events.size(), from + BATCH)));
        }
        client.publish(batches);
    }

    private static Event event(String customer, OrderEvent order) {
        List<Item> items =
                order.lines().stream().map(PredictionServiceTest::item).toList();
        Event.Builder event = Events.of(customer).setEventTime(Events.timestamp(order.time()));
        switch (order) {
            case OrderEvent.Ordered ordered ->
                event.setPurchase(
                        Purchase.newBuilder().setOrderId(ordered.orderId()).addAllItems(items));
            case OrderEvent.Returned returned ->
                event.setRefund(Refund.newBuilder()
                        .setOrderId(returned.orderId())
                        .setReason(Refund.Reason.REASON_NOT_WANTED)
                        .addAllItems(items));
        }
        return event.build();
    }

    private static Item item(OrderEvent.Line line) {
        long price = Math.round(line.paid() * 100);
        long cost = Math.round(line.cost() * 100);
        return Item.newBuilder()
                .setProductId(line.product())
                .setCategory(line.category())
                .setQuantity(line.units())
                .setPrice(Events.euros(price / 100, (int) (price % 100)))
                .setCost(Events.euros(cost / 100, (int) (cost % 100)))
                .build();
    }
}
