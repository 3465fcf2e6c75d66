package io.zugabe.catalog.product.endpoint;

import static io.zugabe.catalog.product.endpoint.Samples.cable;
import static io.zugabe.catalog.product.endpoint.Samples.phone;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.rpc.Code;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.catalog.product.endpoint.CatalogClient.Watching;
import io.zugabe.catalog.v1.GetProductRequest;
import io.zugabe.catalog.v1.UpsertResult;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.catalog.v1.WatchCatalogResponse.EventCase;
import io.zugabe.common.v1.Verdict;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedServersResource.class, initArgs = @ResourceArg(name = "database", value = "catalog"))
@Proves("O1")
class CatalogEndpointTest extends CatalogStory {

    @Test
    void badProduct_betweenGoodOnes_disturbsNeither() {
        List<UpsertResult> results = client.upsert(List.of(List.of(
                        phone("good-1", "USB-C"),
                        phone("bad", "USB-C").toBuilder()
                                .setGtin("4006381333932")
                                .build(),
                        phone("good-2", "USB-C"))))
                .getFirst()
                .getResultsList();
        assertEquals(
                List.of(Code.OK_VALUE, Code.INVALID_ARGUMENT_VALUE, Code.OK_VALUE),
                results.stream().map(result -> result.getStatus().getCode()).toList());
        assertTrue(results.get(1).getStatus().getMessage().startsWith("gtin: \"4006381333932\""));
        assertEquals(
                "good-2",
                client.catalog()
                        .getProduct(GetProductRequest.newBuilder()
                                .setProductId("good-2")
                                .build())
                        .getProduct()
                        .getProductId());
        assertEquals(
                Status.Code.NOT_FOUND,
                assertThrows(
                                StatusRuntimeException.class,
                                () -> client.catalog()
                                        .getProduct(GetProductRequest.newBuilder()
                                                .setProductId("bad")
                                                .build()))
                        .getStatus()
                        .getCode());
    }

    @Test
    void lightningCable_usbCPhone_doesNotFitWhicheverIsAsked() {
        client.store(List.of(phone("phone", "USB-C"), cable("usb-c-cable", "USB-C"), cable("lightning", "Lightning")));
        assertEquals(
                Verdict.VERDICT_DOES_NOT_FIT, client.check("phone", "lightning").getVerdict());
        assertEquals(
                Verdict.VERDICT_DOES_NOT_FIT, client.check("lightning", "phone").getVerdict());
        assertFalse(client.check("phone", "lightning")
                .getEvidence(0)
                .getSentence()
                .getTextsMap()
                .isEmpty());
        assertEquals(
                Verdict.VERDICT_UNKNOWN, client.check("phone", "nobody-knows").getVerdict());
    }

    @Test
    void watch_snapshotThenChangesThenResume() {
        client.store(List.of(phone("watched", "USB-C"), cable("watched-cable", "USB-C")));
        String position;
        try (Watching watching = client.watch("")) {
            await().until(() -> contains(watching, EventCase.SNAPSHOT_END));
            assertEquals(
                    EventCase.SNAPSHOT_BEGIN, watching.received().getFirst().getEventCase());
            client.store(List.of(phone("watched-later", "Lightning")));
            await().until(() -> hasProduct(watching, "watched-later"));
            position = watching.received().getLast().getPosition();
            assertFalse(position.isEmpty());
        }
        client.store(List.of(phone("while-away", "Micro-B")));
        try (Watching watching = client.watch(position)) {
            await().until(() -> hasProduct(watching, "while-away"));
            assertFalse(contains(watching, EventCase.SNAPSHOT_BEGIN));
            assertFalse(hasProduct(watching, "watched"));
        }
    }

    private static boolean contains(Watching watching, EventCase event) {
        return watching.received().stream().anyMatch(message -> message.getEventCase() == event);
    }

    private static boolean hasProduct(Watching watching, String id) {
        return watching.received().stream()
                .filter(WatchCatalogResponse::hasProduct)
                .anyMatch(message ->
                        message.getProduct().getProduct().getProductId().equals(id));
    }
}
