package io.zugabe.segmentation.assessment;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
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
import io.zugabe.segmentation.v1.CustomersMerged;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.FeatureReading;
import io.zugabe.segmentation.v1.GetAssessmentStatusRequest;
import io.zugabe.segmentation.v1.GetCustomerPageRequest;
import io.zugabe.segmentation.v1.GetProfileRequest;
import io.zugabe.segmentation.v1.IdentityLinked;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.TraitsChanged;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Persons as others see them: assessed, put together from all their ids, and soon where decisions read them. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
@Proves("C1")
class AssessmentStoryTest {

    @Inject
    VersionedCache cache;

    @Inject
    RequestSweep requestSweep;

    private final String customer = Events.unique("c");
    private final String visitor = Events.unique("w");
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
    @Proves("T3")
    void caseOpenedAndSolved_soonStandsInRedis() {
        client.publish(Events.caseOpened(customer, "k-1", Events.NOON));
        await().until(() -> cached(customer)
                .map(Profile::getService)
                .map(service -> service.getOpenCaseIdsList().equals(List.of("k-1")))
                .orElse(false));
        assertTrue(cached(customer).orElseThrow().hasAssessment());
        client.publish(Events.caseResolved(customer, "k-1", Events.NOON.plusSeconds(60)));
        await().until(() -> cached(customer)
                .map(profile -> profile.getService().getOpenCaseIdsCount() == 0)
                .orElse(false));
    }

    @Test
    void visitor_linkedToACustomer_isServedAsOnePerson() {
        client.publish(
                Events.view("", "lamp").toBuilder().setVisitorId(visitor).build(),
                Events.purchase(customer, Events.item("cable", 1, 5)));
        await().until(() ->
                cached("v:" + visitor).isPresent() && cached(customer).isPresent());
        Profile alone = cached("v:" + visitor).orElseThrow();
        client.publish(linked(customer, Events.NOON.plusSeconds(5)));
        await().until(() -> cached("v:" + visitor)
                .map(profile -> profile.getSubjectId().equals(customer))
                .orElse(false));
        Profile person = cached("v:" + visitor).orElseThrow();
        assertEquals(List.of("v:" + visitor), person.getMemberIdsList());
        assertEquals(1, person.getActivity().getViews());
        assertEquals(1, person.getTrade().getOrders());
        assertTrue(person.getRevision() > alone.getRevision());
        Profile byVisitor = client.profiles()
                .getProfile(GetProfileRequest.newBuilder().setVisitorId(visitor).build())
                .getProfile();
        assertEquals(customer, byVisitor.getSubjectId());
        assertFalse(byVisitor.getVisitor());
    }

    @Test
    void link_correctedByAnEarlierOne_movesTheVisitorAndVersionsGrow() {
        String other = Events.unique("c");
        client.publish(
                Events.view("", "lamp").toBuilder().setVisitorId(visitor).build(),
                linked(customer, Events.NOON.plusSeconds(5)));
        await().until(() -> viewsOf(customer) == 1);
        long version = profile(customer).getVersion();
        client.publish(linked(other, Events.NOON));
        await().until(() -> viewsOf(other) == 1);
        assertEquals(0, viewsOf(customer));
        assertTrue(profile(customer).getVersion() > version);
        await().until(() -> cached("v:" + visitor)
                .map(profile -> profile.getSubjectId().equals(other))
                .orElse(false));
    }

    @Test
    void customers_merged_answerByEitherId() {
        String merged = Events.unique("c");
        client.publish(
                Events.view(merged, "lamp"),
                Events.view(customer, "lamp"),
                Events.of(customer)
                        .setCustomersMerged(CustomersMerged.newBuilder().setMergedCustomerId(merged))
                        .build());
        await().until(() -> viewsOf(merged) == 2);
        assertEquals(customer, profile(merged).getSubjectId());
        assertEquals(List.of(merged), profile(customer).getMemberIdsList());
    }

    @Test
    void page_showsEveryFeatureWithItsValue() {
        Event traits = Events.of(customer)
                .setTraitsChanged(TraitsChanged.newBuilder()
                        .putTraits(
                                "city",
                                AttributeValue.newBuilder().setText("Köln").build()))
                .build();
        client.publish(Events.purchase(customer, Events.item("cable", 2, 5)), traits);
        await().until(() -> cached(customer).map(Profile::hasAssessment).orElse(false));
        var page = client.profiles()
                .getCustomerPage(GetCustomerPageRequest.newBuilder()
                        .setCustomerId(customer)
                        .build());
        Map<String, FeatureReading> features =
                page.getFeaturesList().stream().collect(Collectors.toMap(FeatureReading::getName, reading -> reading));
        assertEquals(1, features.get("orders").getValue().getNumber().getValue());
        assertEquals(10, features.get("net_sales").getValue().getNumber().getValue());
        assertEquals("EUR", features.get("net_sales").getUnit());
        assertEquals("Köln", features.get("trait_city").getValue().getText());
        assertFalse(features.get("age").hasValue());
        assertTrue(page.getProfile().getAssessment().hasAssessTime());
    }

    @Test
    void sweep_asked_assessesThoseOfWhomNothingIsHeard() {
        client.publish(Events.view(customer, "lamp"));
        await().until(() -> cached(customer).map(Profile::hasAssessment).orElse(false));
        long revision = cached(customer).orElseThrow().getRevision();
        requestSweep.request("a test", Events.unique("of it")).await().atMost(Duration.ofSeconds(10));
        await().until(() -> cached(customer).orElseThrow().getRevision() > revision);
        await().until(() -> !client.profiles()
                .getAssessmentStatus(GetAssessmentStatusRequest.getDefaultInstance())
                .getSweep()
                .getRunning());
    }

    private Event linked(String to, Instant time) {
        return Events.of(to)
                .setEventTime(Events.timestamp(time))
                .setVisitorId(visitor)
                .setIdentityLinked(IdentityLinked.newBuilder().setMethod("login"))
                .build();
    }

    private long viewsOf(String id) {
        try {
            return profile(id).getActivity().getViews();
        } catch (StatusRuntimeException unknown) {
            return -1;
        }
    }

    private Profile profile(String id) {
        return client.profiles()
                .getProfile(GetProfileRequest.newBuilder().setCustomerId(id).build())
                .getProfile();
    }

    private Optional<Profile> cached(String key) {
        return cache.get("profile:{" + key + "}")
                .await()
                .atMost(Duration.ofSeconds(5))
                .map(bytes -> {
                    try {
                        return Profile.parseFrom(bytes);
                    } catch (InvalidProtocolBufferException e) {
                        throw new AssertionError(e);
                    }
                });
    }
}
