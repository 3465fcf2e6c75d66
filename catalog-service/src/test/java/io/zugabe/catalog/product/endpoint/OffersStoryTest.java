package io.zugabe.catalog.product.endpoint;

import static io.zugabe.catalog.product.endpoint.Samples.cable;
import static io.zugabe.catalog.product.endpoint.Samples.phone;
import static io.zugabe.catalog.product.endpoint.Samples.text;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import com.google.rpc.Status;
import com.google.type.Money;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.catalog.live.ChangeLog;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.product.endpoint.CatalogClient.Watching;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.v1.AttributeGap;
import io.zugabe.catalog.v1.Bundle;
import io.zugabe.catalog.v1.CatalogProduct;
import io.zugabe.catalog.v1.CheckFitRequest;
import io.zugabe.catalog.v1.DeleteRelationRequest;
import io.zugabe.catalog.v1.GetProductRequest;
import io.zugabe.catalog.v1.ListAttributeGapsRequest;
import io.zugabe.catalog.v1.ListAttributeGapsResponse;
import io.zugabe.catalog.v1.ListRelationsRequest;
import io.zugabe.catalog.v1.OfferPatch;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.Relation.Kind;
import io.zugabe.catalog.v1.RelationCondition;
import io.zugabe.catalog.v1.UpsertProductsRequest;
import io.zugabe.catalog.v1.UpsertProductsRequest.UnreadableValues;
import io.zugabe.catalog.v1.UpsertRelationsRequest;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.catalog.v1.WatchCatalogResponse.EventCase;
import io.zugabe.common.v1.Verdict;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What callers see of prices and stocks, values that cannot be read, relations of all kinds, and gaps. */
@QuarkusTest
@WithTestResource(value = EmbeddedServersResource.class, initArgs = @ResourceArg(name = "database", value = "catalog"))
class OffersStoryTest extends CatalogStory {

    @Inject
    LiveCatalog live;

    @Inject
    ChangeLog log;

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
    void sameProductAgain_isNoWrite() {
        Product sent = phone("same", "USB-C");
        client.store(List.of(sent));
        Product stored = get("same");
        var again = client.upsert(List.of(List.of(sent))).getFirst().getResults(0);
        assertTrue(again.getUnchanged());
        assertFalse(again.getCreated());
        assertEquals(stored, get("same"));
        assertEquals(
                "W", stored.getAttributesOrThrow("charge_power").getNumber().getUnit());
        for (Product shown : List.of(stored, stored.toBuilder().clearEtag().build())) {
            assertTrue(
                    client.upsert(List.of(List.of(shown)))
                            .getFirst()
                            .getResults(0)
                            .getUnchanged(),
                    "as shown");
        }
        assertTrue(
                client.upsert(List.of(List.of(sent))).getFirst().getResults(0).getUnchanged(), "still as sent");
        codes(List.of(patch("same").setStock(1).build()));
        var afterPatch = client.upsert(List.of(List.of(sent))).getFirst().getResults(0);
        assertFalse(afterPatch.getUnchanged(), "the patch has to go");
        assertFalse(get("same").hasStock());
    }

    @Test
    void productChangedAsItWasShown_keepsWhatWasSentForTheRest_inMemoryAndInTheLog() {
        client.store(List.of(phone("spelled", "USB-C")));
        Product shown = get("spelled");
        client.store(List.of(shown.toBuilder()
                .setModel("II")
                .putAttributes("data_speed", text("0.9 Gb/s"))
                .build()));
        LiveCatalog restarted = new LiveCatalog(live.rules());
        restarted.apply(log.after(0, 100_000));
        for (LiveCatalog replica : List.of(live, restarted)) {
            var stored = replica.product("spelled").orElseThrow().product();
            assertEquals("II", stored.model());
            assertEquals(new AttributeValue.Number(20, "W"), stored.attributes().get("charge_power"));
            assertEquals(
                    new AttributeValue.Text("20 W"), stored.attributesAsSent().get("charge_power"));
            assertEquals(
                    new AttributeValue.Text("0.9 Gb/s"),
                    stored.attributesAsSent().get("data_speed"));
        }
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

    @Test
    @Proves({"O3", "O7", "O8", "T5"})
    void relationsOfAllKinds_areStored_listedByKindAndAnchor_andStreamed() {
        client.store(List.of(phone("kinds-anchor", "USB-C"), cable("kinds-cable", "USB-C")));
        Relation conditional = related("kinds-a", Kind.KIND_COMPLEMENT)
                .setCondition(RelationCondition.newBuilder()
                        .addRegions("DE")
                        .addRegions("AT-9")
                        .addDevices("mobile")
                        .addWeathers("rain")
                        .addOccasions("christmas")
                        .addMonths(11)
                        .addMonths(12))
                .setValidFromTime(Timestamp.newBuilder().setSeconds(1_000))
                .setValidUntilTime(Timestamp.newBuilder().setSeconds(1_001).setNanos(5))
                .build();
        Relation bundle = related("kinds-b", Kind.KIND_BUNDLE)
                .setBundle(Bundle.newBuilder().setPackagePrice(eur(16, 500_000_000)))
                .build();
        List<Status> statuses = relate(
                conditional,
                bundle,
                related("kinds-c", Kind.KIND_UPGRADE).build(),
                related("kinds-d", Kind.KIND_SERVICE).build(),
                related("kinds-e", Kind.KIND_SAMPLE).build(),
                related("kinds-f", Kind.KIND_UNSPECIFIED).build());
        assertEquals(
                List.of(),
                statuses.stream().filter(status -> status.getCode() != 0).toList());

        assertEquals(List.of("kinds-c", "kinds-d"), ids(list(Kind.KIND_UPGRADE, Kind.KIND_SERVICE)));
        assertEquals(List.of("kinds-a", "kinds-f"), ids(list(Kind.KIND_COMPLEMENT)));
        assertEquals(6, list().size());
        Relation listed = list(Kind.KIND_COMPLEMENT).getFirst();
        assertEquals(conditional.getCondition(), listed.getCondition());
        assertEquals(conditional.getValidFromTime(), listed.getValidFromTime());
        assertEquals(conditional.getValidUntilTime(), listed.getValidUntilTime());

        assertEquals(
                eur(1, 500_000_000),
                list(Kind.KIND_BUNDLE).getFirst().getBundle().getSaving());
        codes(List.of(patch("kinds-cable").setPrice(eur(7, 0)).build()));
        assertEquals(
                eur(0, -500_000_000),
                list(Kind.KIND_BUNDLE).getFirst().getBundle().getSaving(),
                "a list price fell below");
        try (Watching watching = client.watch("")) {
            await().until(() -> watching.received().stream()
                    .filter(WatchCatalogResponse::hasRelation)
                    .map(WatchCatalogResponse::getRelation)
                    .toList()
                    .containsAll(List.of(
                            stored(conditional).build(),
                            stored(bundle).setKind(Kind.KIND_BUNDLE).build())));
        }
    }

    @Test
    @Proves("O8")
    void termsThatMakeNoSense_areRefusedWithWhatIsWrong() {
        client.store(List.of(phone("kinds-anchor", "USB-C"), cable("kinds-cable-2", "USB-C")));
        Relation.Builder bundle = related("refused", Kind.KIND_BUNDLE)
                .setComplement(ProductSelector.newBuilder().setProductId("kinds-cable-2"));
        Relation.Builder complement = related("refused", Kind.KIND_COMPLEMENT);
        List<Status> statuses = relate(
                complement
                        .clone()
                        .setValidFromTime(Timestamp.newBuilder().setSeconds(5))
                        .setValidUntilTime(Timestamp.newBuilder().setSeconds(5))
                        .build(),
                complement
                        .clone()
                        .setCondition(RelationCondition.newBuilder().addMonths(13))
                        .build(),
                complement
                        .clone()
                        .setCondition(RelationCondition.newBuilder().addRegions("Germany"))
                        .build(),
                complement.clone().setBundle(Bundle.getDefaultInstance()).build(),
                bundle.clone().build(),
                bundle.clone()
                        .setBundle(Bundle.newBuilder().setPackagePrice(eur(0, 0)))
                        .build(),
                bundle.clone()
                        .setBundle(Bundle.newBuilder()
                                .setPackagePrice(eur(9, 0).toBuilder().setCurrencyCode("USD")))
                        .build(),
                bundle.clone()
                        .setBundle(Bundle.newBuilder().setPackagePrice(eur(18, 1)))
                        .build(),
                bundle.clone()
                        .setBundle(
                                Bundle.newBuilder().setPackagePrice(eur(9, 0)).addFurtherProductIds("kinds-anchor"))
                        .build(),
                bundle.clone()
                        .setAnchor(ProductSelector.newBuilder().setType("phone"))
                        .setBundle(Bundle.newBuilder().setPackagePrice(eur(9, 0)))
                        .build());
        List<String> wrong = List.of(
                "valid_until_time: \"1970-01-01T00:00:05Z\" must be after",
                "condition.months[0]: \"13\"",
                "condition.regions[0]: \"Germany\"",
                "bundle: \"…\" belongs to KIND_BUNDLE only",
                "bundle.package_price: is required",
                "bundle.package_price: \"0\" must be above 0",
                "must be \"EUR\", the shop's currency",
                "bundle.package_price: \"18.000000001 EUR\" is more than its products cost one by one, 18 EUR",
                "bundle.further_product_ids[0]: \"kinds-anchor\" is in the bundle already",
                "anchor: \"type\" must be a product_id");
        for (int i = 0; i < wrong.size(); i++) {
            assertEquals(Code.INVALID_ARGUMENT_VALUE, statuses.get(i).getCode());
            String message = statuses.get(i).getMessage();
            assertTrue(message.contains(wrong.get(i)), message);
        }
        Relation unknown = bundle.setBundle(
                        Bundle.newBuilder().setPackagePrice(eur(99, 0)).addFurtherProductIds("nobody-knows"))
                .setRelationId("kinds-unknown")
                .build();
        assertEquals(0, relate(unknown).getFirst().getCode(), "what is not known yet cannot be too dear");
        assertFalse(list(Kind.KIND_BUNDLE).stream()
                .filter(each -> each.getRelationId().equals("kinds-unknown"))
                .findFirst()
                .orElseThrow()
                .getBundle()
                .hasSaving());
        client.relations()
                .deleteRelation(DeleteRelationRequest.newBuilder()
                        .setRelationId("kinds-unknown")
                        .build());
    }

    @Test
    @Proves("O1")
    void gaps_sayWhatIsMissing_howManyProductsAndPairsWait_andWhatTheySell() {
        client.store(List.of(
                phone("gap-phone-1", "USB-C").toBuilder()
                        .removeAttributes("charge_power")
                        .setUnitsSold30D(3)
                        .build(),
                phone("gap-phone-2", "USB-C").toBuilder()
                        .removeAttributes("charge_power")
                        .build(),
                cable("gap-cable", "USB-C")));
        List<AttributeGap> gaps = new ArrayList<>();
        ListAttributeGapsRequest request = ListAttributeGapsRequest.newBuilder()
                .setType("phone")
                .setPageSize(1)
                .build();
        ListAttributeGapsResponse page;
        do {
            page = client.catalog().listAttributeGaps(request);
            gaps.addAll(page.getGapsList());
            assertEquals("", page.getCut());
            request = request.toBuilder().setPageToken(page.getNextPageToken()).build();
        } while (!page.getNextPageToken().isEmpty());
        assertEquals(page.getTotalSize(), gaps.size());
        assertEquals(
                gaps.stream()
                        .sorted(Comparator.comparing((AttributeGap gap) -> gap.getPairs() == 0)
                                .thenComparing(Comparator.comparingLong(AttributeGap::getProducts)
                                        .reversed()))
                        .toList(),
                gaps);
        AttributeGap power = gaps.stream()
                .filter(gap -> gap.getAttributesList().contains("charge_power")
                        && gap.getPartnerTypesList().contains("usb_cable"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(gaps));
        assertTrue(power.getProducts() >= 2);
        assertTrue(power.getPairs() >= 2, "with the cable, for want of what only the phones lack");
        assertTrue(power.getExampleProductIdsCount() <= 5);
        assertTrue(power.getRevenue().getUnits() >= 27, power::toString);
        assertTrue(power.getProductsWithoutSales() >= 1);
        assertEquals(
                Code.INVALID_ARGUMENT_VALUE,
                assertThrows(
                                StatusRuntimeException.class,
                                () -> client.catalog().listAttributeGaps(ListAttributeGapsRequest.getDefaultInstance()))
                        .getStatus()
                        .getCode()
                        .value());
    }

    private static Relation.Builder related(String id, Kind kind) {
        return Relation.newBuilder()
                .setRelationId(id)
                .setAnchor(ProductSelector.newBuilder().setProductId("kinds-anchor"))
                .setComplement(ProductSelector.newBuilder().setProductId("kinds-cable"))
                .setKind(kind);
    }

    /** As a relation is kept: with the defaults of what was not said. */
    private static Relation.Builder stored(Relation sent) {
        return sent.toBuilder()
                .setTiming(Relation.Timing.TIMING_BEFORE)
                .setStrength(0.5)
                .setOrigin(Relation.Origin.ORIGIN_MERCHANDISER);
    }

    private List<Status> relate(Relation... relations) {
        return client.relations()
                .upsertRelations(UpsertRelationsRequest.newBuilder()
                        .addAllRelations(List.of(relations))
                        .build())
                .getResultsList();
    }

    private List<Relation> list(Kind... kinds) {
        return client
                .relations()
                .listRelations(ListRelationsRequest.newBuilder()
                        .setAnchorProductId("kinds-anchor")
                        .addAllKinds(List.of(kinds))
                        .build())
                .getRelationsList()
                .stream()
                .filter(relation -> relation.getRelationId().startsWith("kinds-"))
                .toList();
    }

    private static List<String> ids(List<Relation> relations) {
        return relations.stream().map(Relation::getRelationId).toList();
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
