package io.zugabe.catalog.product.endpoint;

import static io.zugabe.catalog.product.endpoint.Samples.cable;
import static io.zugabe.catalog.product.endpoint.Samples.phone;
import static io.zugabe.catalog.product.endpoint.Samples.text;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.rpc.Code;
import com.google.rpc.Status;
import com.google.type.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.catalog.product.endpoint.CatalogClient.Watching;
import io.zugabe.catalog.v1.CatalogProduct;
import io.zugabe.catalog.v1.CheckFitRequest;
import io.zugabe.catalog.v1.GetProductRequest;
import io.zugabe.catalog.v1.OfferPatch;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.UpsertProductsRequest;
import io.zugabe.catalog.v1.UpsertProductsRequest.UnreadableValues;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.catalog.v1.WatchCatalogResponse.EventCase;
import io.zugabe.common.v1.Verdict;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers see of prices and stocks, values that cannot be read, relations of all kinds, and gaps. */
@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "catalog"))
class OffersStoryTest {

    private CatalogClient client;

    @BeforeEach
    void connect() {
        client = new CatalogClient();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void patches_changeWhatTheySay_untilTheNextUpsert() {
        client.store(List.of(phone("patched", "USB-C").toBuilder()
                .setCost(eur(5, 0))
                .setStock(3)
                .build()));
        Product before = get("patched");
        assertEquals(
                List.of(0, 0),
                codes(List.of(
                        patch("patched").setPrice(eur(0, 500_000_000)).build(),
                        patch("patched").setStock(0).build())));
        Product after = get("patched");
        assertNotEquals(before.getEtag(), after.getEtag());
        assertEquals(
                before.toBuilder()
                        .setPrice(eur(0, 500_000_000))
                        .setStock(0)
                        .setEtag(after.getEtag())
                        .setUpdateTime(after.getUpdateTime())
                        .build(),
                after);
        codes(List.of(patch("patched").setUnitsSold30D(7).build()));
        assertEquals(7, get("patched").getUnitsSold30D());
        assertEquals(eur(0, 500_000_000), get("patched").getPrice(), "an earlier patch still holds");

        var refused = client.upsert(List.of(List.of(before))).getFirst().getResults(0);
        assertEquals(Code.ABORTED_VALUE, refused.getStatus().getCode(), "the patch is a write like any other");
        client.store(List.of(before.toBuilder().clearEtag().build()));
        assertEquals(eur(9, 0), get("patched").getPrice(), "an upsert replaces what was patched before it");
        assertFalse(get("patched").hasUnitsSold30D());
    }

    @Test
    void badPatch_betweenGoodOnes_disturbsNeither() {
        client.store(List.of(phone("patched-1", "USB-C"), phone("patched-2", "USB-C")));
        List<Status> statuses = statuses(List.of(
                patch("patched-1").setStock(1).build(),
                patch("nobody-knows").setStock(1).build(),
                patch("patched-1").build(),
                patch("patched-2")
                        .setPrice(eur(1, 0).toBuilder().setCurrencyCode("CHF"))
                        .build(),
                patch("patched-2").setStock(-1).build(),
                patch("patched-2").setStock(2).build()));
        assertEquals(
                List.of(
                        0,
                        Code.NOT_FOUND_VALUE,
                        Code.INVALID_ARGUMENT_VALUE,
                        Code.INVALID_ARGUMENT_VALUE,
                        Code.INVALID_ARGUMENT_VALUE,
                        0),
                statuses.stream().map(Status::getCode).toList());
        assertTrue(statuses.get(3).getMessage().contains("CHF"), statuses.get(3)::getMessage);
        assertEquals(1, get("patched-1").getStock());
        assertEquals(2, get("patched-2").getStock());
    }

    @Test
    void followers_seeAPatchAsAChangeOfTheProduct_inTheSameFitGroup() {
        client.store(List.of(phone("followed", "USB-C")));
        try (Watching watching = client.watch("")) {
            await().until(() ->
                    watching.received().stream().anyMatch(message -> message.getEventCase() == EventCase.SNAPSHOT_END));
            long group = seen(watching, "followed").getLast().getFitGroupId();
            codes(List.of(patch("followed").setPrice(eur(19, 0)).build()));
            await().until(
                            () -> seen(watching, "followed")
                                    .getLast()
                                    .getProduct()
                                    .getPrice(),
                            eur(19, 0)::equals);
            CatalogProduct changed = seen(watching, "followed").getLast();
            assertNotEquals(0, group);
            assertEquals(group, changed.getFitGroupId());
            assertEquals(get("followed"), changed.getProduct());
        }
    }

    @Test
    @Proves("O1")
    void unreadableValue_isRefused_orKeptAsItWasSentAndCountsAsMissing() {
        client.store(List.of(cable("kept-cable", "USB-C")));
        Product phone = phone("kept", "USB-C").toBuilder()
                .putAttributes("charge_power", text("plenty"))
                .putAttributes("colour", text("plenty"))
                .build();
        assertEquals(
                Code.INVALID_ARGUMENT_VALUE,
                client.upsert(List.of(List.of(phone)))
                        .getFirst()
                        .getResults(0)
                        .getStatus()
                        .getCode());

        assertEquals(0, keep(phone).getCode());
        Product kept = get("kept");
        assertFalse(kept.containsAttributes("charge_power"));
        assertEquals(text("plenty"), kept.getAttributesOrThrow("colour"), "what no type declares is free text");
        assertEquals("charge_power", kept.getAttributeFlags(0).getAttribute());
        assertEquals(text("plenty"), kept.getAttributeFlags(0).getValue());
        assertTrue(kept.getAttributeFlags(0).getDescription().startsWith("is no number"));
        assertEquals(Verdict.VERDICT_UNKNOWN, check("kept", "kept-cable"));

        assertEquals(0, keep(kept).getCode(), "what was read can be written back");
        assertEquals(kept.getAttributeFlagsList(), get("kept").getAttributeFlagsList());
        assertEquals(
                Code.INVALID_ARGUMENT_VALUE,
                client.upsert(List.of(List.of(get("kept"))))
                        .getFirst()
                        .getResults(0)
                        .getStatus()
                        .getCode());
        codes(List.of(patch("kept").setStock(1).build()));
        assertEquals(1, get("kept").getAttributeFlagsCount(), "a patch keeps the flags");

        assertEquals(
                0,
                keep(get("kept").toBuilder()
                                .putAttributes("charge_power", text("20 W"))
                                .build())
                        .getCode());
        assertEquals(0, get("kept").getAttributeFlagsCount());
        assertNotEquals(Verdict.VERDICT_UNKNOWN, check("kept", "kept-cable"));
    }

    private Status keep(Product product) {
        return client.upsertRequests(List.of(UpsertProductsRequest.newBuilder()
                        .addProducts(product)
                        .setUnreadableValues(UnreadableValues.UNREADABLE_VALUES_KEEP_AS_TEXT)
                        .build()))
                .getFirst()
                .getResults(0)
                .getStatus();
    }

    private Verdict check(String anchor, String candidate) {
        return client.fit()
                .checkFit(CheckFitRequest.newBuilder()
                        .addAnchorProductIds(anchor)
                        .addCandidateProductIds(candidate)
                        .build())
                .getResults(0)
                .getVerdict();
    }

    private List<Integer> codes(List<OfferPatch> patches) {
        return statuses(patches).stream().map(Status::getCode).toList();
    }

    private List<Status> statuses(List<OfferPatch> patches) {
        return client.patch(List.of(patches)).getFirst().getResultsList();
    }

    private Product get(String id) {
        return client.catalog()
                .getProduct(GetProductRequest.newBuilder().setProductId(id).build())
                .getProduct();
    }

    private static List<CatalogProduct> seen(Watching watching, String id) {
        return watching.received().stream()
                .filter(WatchCatalogResponse::hasProduct)
                .map(WatchCatalogResponse::getProduct)
                .filter(each -> each.getProduct().getProductId().equals(id))
                .toList();
    }

    private static OfferPatch.Builder patch(String id) {
        return OfferPatch.newBuilder().setProductId(id);
    }

    private static Money eur(long units, int nanos) {
        return Money.newBuilder()
                .setCurrencyCode("EUR")
                .setUnits(units)
                .setNanos(nanos)
                .build();
    }
}
