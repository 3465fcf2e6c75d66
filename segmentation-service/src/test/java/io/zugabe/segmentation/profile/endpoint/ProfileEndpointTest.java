package io.zugabe.segmentation.profile.endpoint;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.kit.cache.VersionedCache;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.ServiceClient;
import io.zugabe.segmentation.v1.BatchGetProfilesRequest;
import io.zugabe.segmentation.v1.BatchGetProfilesResponse;
import io.zugabe.segmentation.v1.ConsentChanged;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.GetProfileRequest;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import io.zugabe.segmentation.v1.OwnedProduct;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.SubscriptionChanged;
import io.zugabe.segmentation.v1.TradeCounters;
import io.zugabe.segmentation.v1.TraitsChanged;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
@Proves("C1")
class ProfileEndpointTest {

    @Inject
    VersionedCache cache;

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
    void trade_ofOrdersAndReturns_isAddedUpExactly() {
        String customer = Events.unique("c");
        Item lamp = Events.item("lamp", 2, 10).toBuilder()
                .setDiscount(Events.euros(1, 50))
                .setCost(Events.euros(4, 25))
                .setCategory("Home")
                .build();
        Item cable = Events.item("cable", 1, 5).toBuilder()
                .setCategory("Electronics")
                .build();
        Item back = Events.item("lamp", 1, 10).toBuilder()
                .setDiscount(Events.euros(1, 50))
                .build();
        Profile profile = profileWith(
                customer,
                Events.purchase(customer, lamp, cable),
                Events.purchase(customer, cable),
                Events.refund(customer, back));

        TradeCounters trade = profile.getTrade();
        assertEquals(2, trade.getOrders());
        assertEquals(4, trade.getUnits());
        assertEquals(1, trade.getReturnedUnits());
        assertEquals(1, trade.getReturns());
        assertEquals(Events.euros(30, 0), trade.getGrossSales());
        assertEquals(Events.euros(3, 0), trade.getDiscounts());
        assertEquals(Events.euros(8, 50), trade.getReturnedSales());
        assertEquals(Events.euros(8, 50), trade.getCost());
        assertEquals(Events.euros(17, 0), trade.getCostedSales());
        assertEquals(Events.euros(22, 0), trade.getDiscountedSales());
        assertEquals(List.of("Electronics", "Home"), trade.getCategoriesList());
        assertEquals("2026-03", profile.getMonths(0).getMonth());
        assertEquals(trade, profile.getMonths(0).getTrade());
        OwnedProduct owned = profile.getProductsList().stream()
                .filter(product -> product.getProductId().equals("lamp"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, owned.getUnits());
        assertEquals(1, owned.getReturnedUnits());
        assertEquals(1, owned.getOrders());
        assertEquals(2, owned.getLastPurchaseUnits());
        assertEquals(0, owned.getFaultyUnits());
    }

    @Test
    void statements_arrivingLateFirst_latestByEventTimeStands() {
        String customer = Events.unique("c");
        Event consent = Events.of(customer)
                .setEventTime(Events.timestamp(Events.NOON.plusSeconds(60)))
                .setConsentChanged(
                        ConsentChanged.newBuilder().setPurpose("email").setGranted(false))
                .build();
        Event earlier = Events.of(customer)
                .setConsentChanged(
                        ConsentChanged.newBuilder().setPurpose("email").setGranted(true))
                .build();
        Event newsletter = Events.of(customer)
                .setNewsletterChanged(SubscriptionChanged.newBuilder().setSubscribed(true))
                .build();
        AttributeValue city = AttributeValue.newBuilder().setText("Köln").build();
        Event traits = Events.of(customer)
                .setTraitsChanged(TraitsChanged.newBuilder().putTraits("city", city))
                .build();
        Profile profile = profileWith(customer, consent, earlier, newsletter, traits);
        assertEquals(Collections.singletonMap("email", false), profile.getConsentsMap());
        assertTrue(profile.getNewsletter());
        assertFalse(profile.hasMember());
        assertEquals(Collections.singletonMap("city", city), profile.getTraitsMap());
    }

    @Test
    void caseResolved_arrivingBeforeItWasOpened_leavesItClosed() {
        String customer = Events.unique("c");
        Profile profile = profileWith(
                customer,
                Events.caseResolved(customer, "k-1", Events.NOON.plusSeconds(60)),
                Events.caseOpened(customer, "k-1", Events.NOON),
                Events.caseOpened(customer, "k-2", Events.NOON));
        assertEquals(List.of("k-2"), profile.getService().getOpenCaseIdsList());
        assertEquals(2, profile.getService().getCases());
        assertEquals(Events.euros(8, 50), profile.getService().getCost());
        assertEquals(Events.euros(8, 50), profile.getMonths(0).getServiceCost());
    }

    @Test
    void recentProducts_boughtOnes_areNoLongerInTheCart() {
        String customer = Events.unique("c");
        ItemEvent both = ItemEvent.newBuilder()
                .addItems(Item.newBuilder().setProductId("bought"))
                .addItems(Item.newBuilder().setProductId("waiting"))
                .build();
        Profile profile = profileWith(
                customer,
                Events.of(customer).setAddToCart(both).build(),
                Events.purchase(customer, Events.item("bought", 1, 1)).toBuilder()
                        .setEventTime(Events.timestamp(Events.NOON.plusSeconds(1)))
                        .build());
        assertEquals("bought", profile.getRecentProducts(0).getProductId());
        assertFalse(profile.getRecentProducts(0).getInCart());
        assertTrue(profile.getRecentProducts(1).getInCart());
    }

    @Test
    void change_soonStandsInRedis_underItsVersion() throws InvalidProtocolBufferException {
        String customer = Events.unique("c");
        String visitor = Events.unique("w");
        long position = client.publish(
                        Events.view(customer, "p"),
                        Events.view("", "p").toBuilder().setVisitorId(visitor).build())
                .getPosition();
        await().until(() -> cached("profile:{" + customer + "}").isPresent());
        await().until(() -> cached("profile:{v:" + visitor + "}").isPresent());
        Profile cached = Profile.parseFrom(cached("profile:{" + customer + "}").orElseThrow());
        assertEquals(customer, cached.getSubjectId());
        assertEquals(position - 1, cached.getVersion());
        Profile visitorProfile = client.profiles()
                .getProfile(GetProfileRequest.newBuilder().setVisitorId(visitor).build())
                .getProfile();
        assertTrue(visitorProfile.getVisitor());
        assertEquals(visitor, visitorProfile.getSubjectId());
    }

    @Test
    void batch_listsUnknownCustomersApart() {
        String customer = Events.unique("c");
        profileWith(customer, Events.view(customer, "p"));
        BatchGetProfilesResponse response = client.profiles()
                .batchGetProfiles(BatchGetProfilesRequest.newBuilder()
                        .addCustomerIds("nobody")
                        .addCustomerIds(customer)
                        .build());
        assertEquals(customer, response.getProfiles(0).getSubjectId());
        assertEquals(List.of("nobody"), response.getMissingCustomerIdsList());
    }

    @Test
    void unknownCustomer_isNotFound() {
        StatusRuntimeException failure = assertThrows(StatusRuntimeException.class, () -> profile("nobody"));
        assertEquals(Status.Code.NOT_FOUND, failure.getStatus().getCode());
    }

    @Test
    void malformedRequests_areRefusedNamingTheField() {
        refused("subject", () -> client.profiles().getProfile(GetProfileRequest.getDefaultInstance()));
        refused("customer_id", () -> profile("a b"));
        refused("customer_id", () -> profile(""));
        refused("customer_ids", () -> client.profiles().batchGetProfiles(BatchGetProfilesRequest.getDefaultInstance()));
        refused(
                "customer_ids[1]",
                () -> client.profiles()
                        .batchGetProfiles(BatchGetProfilesRequest.newBuilder()
                                .addCustomerIds("a")
                                .addCustomerIds("v:1")
                                .build()));
        refused(
                "customer_ids",
                () -> client.profiles()
                        .batchGetProfiles(BatchGetProfilesRequest.newBuilder()
                                .addAllCustomerIds(Collections.nCopies(501, "a"))
                                .build()));
    }

    private static void refused(String field, org.junit.jupiter.api.function.Executable call) {
        StatusRuntimeException failure = assertThrows(StatusRuntimeException.class, call);
        assertEquals(Status.Code.INVALID_ARGUMENT, failure.getStatus().getCode());
        assertTrue(failure.getStatus().getDescription().startsWith(field + ":"), failure.getMessage());
    }

    private Profile profileWith(String customer, Event... events) {
        client.publish(events);
        await().ignoreExceptionsMatching(StatusRuntimeException.class::isInstance)
                .until(() -> profile(customer).hasFirstEventTime());
        return profile(customer);
    }

    private Profile profile(String customer) {
        return client.profiles()
                .getProfile(
                        GetProfileRequest.newBuilder().setCustomerId(customer).build())
                .getProfile();
    }

    private Optional<byte[]> cached(String key) {
        return cache.get(key).await().atMost(Duration.ofSeconds(5));
    }
}
