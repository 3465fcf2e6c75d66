package io.zugabe.catalog.watch.endpoint;

import static io.zugabe.catalog.product.endpoint.Samples.cable;
import static io.zugabe.catalog.product.endpoint.Samples.phone;
import static io.zugabe.catalog.product.endpoint.Samples.product;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.rpc.Code;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.catalog.live.ChangeLog;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.product.endpoint.CatalogClient.Watching;
import io.zugabe.catalog.product.endpoint.CatalogStory;
import io.zugabe.catalog.v1.AttributeMatch;
import io.zugabe.catalog.v1.DeleteMakerStatementRequest;
import io.zugabe.catalog.v1.DeleteProductRequest;
import io.zugabe.catalog.v1.DeleteRelationRequest;
import io.zugabe.catalog.v1.FitResult;
import io.zugabe.catalog.v1.GetProductRequest;
import io.zugabe.catalog.v1.ListFittingRequest;
import io.zugabe.catalog.v1.ListFittingResponse;
import io.zugabe.catalog.v1.ListMakerStatementsRequest;
import io.zugabe.catalog.v1.ListProductsRequest;
import io.zugabe.catalog.v1.ListProductsResponse;
import io.zugabe.catalog.v1.ListRelationsRequest;
import io.zugabe.catalog.v1.ListRulesRequest;
import io.zugabe.catalog.v1.ListTypesRequest;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.UpsertMakerStatementsRequest;
import io.zugabe.catalog.v1.UpsertRelationsRequest;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.catalog.v1.WatchCatalogResponse.EventCase;
import io.zugabe.common.v1.Evidence;
import io.zugabe.common.v1.Verdict;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What callers and followers see when the catalog changes. */
@QuarkusTest
@WithTestResource(value = EmbeddedServersResource.class, initArgs = @ResourceArg(name = "database", value = "catalog"))
@Proves({"O1", "O3"})
class CatalogStoryTest extends CatalogStory {

    @Inject
    LiveCatalog live;

    @Inject
    ChangeLog log;

    @Test
    void etag_ofOlderState_isAborted() {
        client.store(List.of(phone("tagged", "USB-C")));
        Product stored = get("tagged");
        assertFalse(stored.getEtag().isEmpty());
        assertEquals(
                45 - 25, stored.getAttributesOrThrow("charge_power").getNumber().getValue());
        client.store(List.of(stored.toBuilder().setBrand("Another").build()));
        var refused = client.upsert(List.of(List.of(stored))).getFirst().getResults(0);
        assertEquals(Code.ABORTED_VALUE, refused.getStatus().getCode());
        assertNotEquals(stored.getEtag(), get("tagged").getEtag());
    }

    @Test
    void sameIdTwice_laterWins() {
        var results = client.upsert(List.of(List.of(phone("twice", "USB-C"), phone("twice", "Lightning"))))
                .getFirst()
                .getResultsList();
        assertTrue(results.get(0).getCreated());
        assertFalse(results.get(1).getCreated());
        assertEquals(
                "Lightning",
                get("twice").getAttributesOrThrow("ports").getList().getValues(0));
    }

    @Test
    void products_arePaged_filteredAndCounted() {
        client.store(IntStream.range(0, 25)
                .mapToObj(i -> product("page-%02d".formatted(i), i % 2 == 0 ? "earbuds" : "tent")
                        .addCategoryPath("Paged")
                        .addCategoryPath(i % 2 == 0 ? "Sound" : "Outdoor")
                        .setModel("Model " + i)
                        .build())
                .toList());
        List<String> seen = new ArrayList<>();
        ListProductsRequest request = ListProductsRequest.newBuilder()
                .setPageSize(10)
                .addCategoryPath("Paged")
                .build();
        ListProductsResponse page;
        do {
            page = client.catalog().listProducts(request);
            assertEquals(25, page.getTotalSize());
            page.getProductsList().forEach(each -> seen.add(each.getProductId()));
            request = request.toBuilder().setPageToken(page.getNextPageToken()).build();
        } while (!page.getNextPageToken().isEmpty());
        assertEquals(seen.stream().sorted().distinct().toList(), seen);
        assertEquals(25, seen.size());
        assertEquals(
                13, list(ListProductsRequest.newBuilder().setType("headphones").addCategoryPath("Paged")));
        assertEquals(
                12,
                list(ListProductsRequest.newBuilder().addCategoryPath("Paged").addCategoryPath("Outdoor")));
        assertEquals(
                1,
                list(ListProductsRequest.newBuilder().setQuery("PAGE model 17").addCategoryPath("Paged")));
        String token = client.catalog()
                .listProducts(request.toBuilder().clearPageToken().build())
                .getNextPageToken();
        ListProductsRequest other =
                ListProductsRequest.newBuilder().setPageToken(token).build();
        assertThrows(StatusRuntimeException.class, () -> client.catalog().listProducts(other));
    }

    @Test
    void listFitting_showsWhatFits_andOnDemandWhatDoesNot() {
        client.store(List.of(
                phone("anchor", "MagSafe 3"),
                cable("fitting-1", "MagSafe 3"),
                cable("fitting-2", "MagSafe 3"),
                cable("misfit", "Mini-B")));
        ListFittingRequest request = ListFittingRequest.newBuilder()
                .setAnchorProductId("anchor")
                .setType("usb_cable")
                .setPageSize(1)
                .build();
        ListFittingResponse first = client.fit().listFitting(request);
        assertEquals("fitting-1", first.getProducts(0).getProduct().getProductId());
        assertEquals(2, first.getTotalSize());
        ListFittingResponse second = client.fit()
                .listFitting(request.toBuilder()
                        .setPageToken(first.getNextPageToken())
                        .build());
        assertEquals("fitting-2", second.getProducts(0).getProduct().getProductId());
        assertEquals("", second.getNextPageToken());
        ListFittingResponse misfits = client.fit()
                .listFitting(request.toBuilder()
                        .setPageSize(1000)
                        .addVerdicts(Verdict.VERDICT_DOES_NOT_FIT)
                        .build());
        FitResult misfit = misfits.getProductsList().stream()
                .filter(each -> each.getProduct().getProductId().equals("misfit"))
                .findFirst()
                .orElseThrow()
                .getFit();
        assertEquals("cables-chargers/port@1", misfit.getEvidence(0).getId());
        assertEquals("Mini-B", misfit.getEvidence(0).getAttributesOrThrow("part.connector_b"));
        assertTrue(misfit.getEvidence(0).getSentence().getTextsOrThrow("de").contains("Mini-B"));
    }

    @Test
    void relations_areListedByAnchor_watchedAndDeleted() {
        client.store(List.of(phone("related", "USB-C")));
        try (Watching watching = client.watch("")) {
            await().until(() -> seen(watching, EventCase.SNAPSHOT_END));
            var answer = client.relations()
                    .upsertRelations(UpsertRelationsRequest.newBuilder()
                            .addRelations(relation("to-cable", "usb_device", "usb_cable"))
                            .addRelations(Relation.newBuilder().setRelationId("bad"))
                            .addRelations(relation("tent-mat", "tent", "sleeping_mat"))
                            .build());
            assertEquals(
                    List.of(0, Code.INVALID_ARGUMENT_VALUE, 0),
                    answer.getResultsList().stream()
                            .map(com.google.rpc.Status::getCode)
                            .toList());
            List<Relation> ofPhone = client.relations()
                    .listRelations(ListRelationsRequest.newBuilder()
                            .setAnchorProductId("related")
                            .build())
                    .getRelationsList();
            assertEquals(
                    List.of("to-cable"),
                    ofPhone.stream().map(Relation::getRelationId).toList());
            assertEquals(0.5, ofPhone.getFirst().getStrength());
            client.relations()
                    .deleteRelation(DeleteRelationRequest.newBuilder()
                            .setRelationId("to-cable")
                            .build());
            await().until(() -> watching.received().stream()
                    .anyMatch(each -> each.getDeletedRelationId().equals("to-cable")));
            assertTrue(seen(watching, EventCase.RELATION));
        }
        assertEquals(
                Status.Code.NOT_FOUND,
                code(() -> client.relations()
                        .deleteRelation(DeleteRelationRequest.newBuilder()
                                .setRelationId("to-cable")
                                .build())));
    }

    @Test
    void relation_byAttribute_isListedAndWatchedAsProductsHoldTheValue() {
        client.store(List.of(phone("resolved", "USB-C")));
        AttributeMatch written = AttributeMatch.newBuilder()
                .setType("usb_device")
                .setAttribute("charge_power")
                .setValue("0.02 kW")
                .build();
        AttributeMatch held = written.toBuilder().setValue("20 W").build();
        try (Watching watching = client.watch("")) {
            client.relations()
                    .upsertRelations(UpsertRelationsRequest.newBuilder()
                            .addRelations(relation("by-power", "phone", "usb_cable")
                                    .setAnchor(ProductSelector.newBuilder().setAttribute(written)))
                            .build());
            await().until(() -> watching.received().stream()
                    .anyMatch(each ->
                            each.getRelation().getAnchor().getAttribute().equals(held)));
            assertEquals(
                    List.of(held),
                    client
                            .relations()
                            .listRelations(ListRelationsRequest.newBuilder()
                                    .setAnchorProductId("resolved")
                                    .build())
                            .getRelationsList()
                            .stream()
                            .filter(each -> each.getRelationId().equals("by-power"))
                            .map(each -> each.getAnchor().getAttribute())
                            .toList());
        } finally {
            client.relations()
                    .deleteRelation(DeleteRelationRequest.newBuilder()
                            .setRelationId("by-power")
                            .build());
        }
    }

    @Test
    void makerStatement_isInForceWhenAnswered_replacesTheTable_andGoes() {
        client.store(List.of(phone("stated-phone", "USB-C"), cable("stated-cable", "Lightning")));
        try (Watching watching = client.watch("")) {
            await().until(() -> seen(watching, EventCase.SNAPSHOT_END));
            String before = watching.received().getLast().getPosition();
            client.rules()
                    .upsertMakerStatements(UpsertMakerStatementsRequest.newBuilder()
                            .addStatements(MakerStatement.newBuilder()
                                    .setStatementId("adapter-in-box")
                                    .addHosts(ProductSelector.newBuilder().setProductId("stated-phone"))
                                    .addParts(ProductSelector.newBuilder().setProductId("stated-cable"))
                                    .setVerdict(Verdict.VERDICT_FITS)
                                    .setProvenance("https://maker.example/compatible"))
                            .build());
            FitResult stated = client.check("stated-phone", "stated-cable");
            assertEquals(Verdict.VERDICT_FITS, stated.getVerdict());
            assertEquals(
                    Evidence.Source.SOURCE_MAKER_LIST, stated.getEvidence(0).getSource());
            await().until(() -> watching.received().stream()
                            .filter(WatchCatalogResponse::hasFitTableEnd)
                            .count()
                    == 2);
            await().until(() -> !watching.received().getLast().getPosition().isEmpty());
            assertEquals(
                    Verdict.VERDICT_FITS, new Replica(watching.received()).verdict("stated-phone", "stated-cable"));
            try (Watching resumed = client.watch(before)) {
                await().until(() -> seen(resumed, EventCase.SNAPSHOT_END));
            }
        }
        assertEquals(
                1,
                client.rules()
                        .listMakerStatements(ListMakerStatementsRequest.getDefaultInstance())
                        .getStatementsCount());
        client.rules()
                .deleteMakerStatement(DeleteMakerStatementRequest.newBuilder()
                        .setStatementId("adapter-in-box")
                        .build());
        assertEquals(
                Verdict.VERDICT_DOES_NOT_FIT,
                client.check("stated-phone", "stated-cable").getVerdict());
    }

    @Test
    void newGroup_isSentBeforeItsProduct_withVerdicts() {
        client.store(List.of(phone("grouped-phone", "Mini-B")));
        try (Watching watching = client.watch("")) {
            await().until(() -> seen(watching, EventCase.SNAPSHOT_END));
            Product newCable = cable("grouped-cable", "Mini-B").toBuilder()
                    .putAttributes("max_current", io.zugabe.catalog.product.endpoint.Samples.text("2 A"))
                    .build();
            client.store(List.of(newCable));
            await().until(() -> new Replica(watching.received()).products.containsKey("grouped-cable"));
            Replica replica = new Replica(watching.received());
            assertEquals(
                    client.check("grouped-phone", "grouped-cable").getVerdict(),
                    replica.verdict("grouped-phone", "grouped-cable"));
            assertTrue(replica.gated.contains("phone>usb_cable"));
        }
    }

    @Test
    void deletedProduct_isGone_alsoForFollowersThatResume() {
        client.store(List.of(phone("to-delete", "USB-C")));
        String position;
        try (Watching watching = client.watch("")) {
            await().until(() -> seen(watching, EventCase.SNAPSHOT_END));
            position = watching.received().getLast().getPosition();
        }
        client.catalog()
                .deleteProduct(DeleteProductRequest.newBuilder()
                        .setProductId("to-delete")
                        .build());
        assertEquals(Status.Code.NOT_FOUND, code(() -> get("to-delete")));
        assertEquals(
                Status.Code.NOT_FOUND,
                code(() -> client.catalog()
                        .deleteProduct(DeleteProductRequest.newBuilder()
                                .setProductId("to-delete")
                                .build())));
        assertEquals(
                Verdict.VERDICT_UNKNOWN, client.check("to-delete", "nobody").getVerdict());
        try (Watching resumed = client.watch(position)) {
            await().until(() -> resumed.received().stream()
                    .anyMatch(each -> each.getDeletedProductId().equals("to-delete")));
            assertFalse(seen(resumed, EventCase.SNAPSHOT_BEGIN));
        }
    }

    /** A second catalog that reads the log from the start, as a restarted service does, comes to the same state. */
    @Test
    void restart_readsTheSameCatalog() {
        client.store(List.of(phone("survivor", "USB-C"), cable("survivor-cable", "USB-C")));
        LiveCatalog restarted = new LiveCatalog(live.rules());
        restarted.apply(log.after(0, 100_000));
        restarted.rebuildTable();
        assertEquals(live.position(), restarted.position());
        assertEquals(live.table().version(), restarted.table().version());
        assertEquals(groups(live), groups(restarted));
    }

    @Test
    void typesAndRules_areListed() {
        assertTrue(
                client
                        .rules()
                        .listTypes(
                                ListTypesRequest.newBuilder().setPageSize(1000).build())
                        .getTypesList()
                        .stream()
                        .anyMatch(type -> type.getType().equals("phone")
                                && type.getAttributesList().stream()
                                        .anyMatch(attribute ->
                                                attribute.getAttribute().equals("ports")
                                                        && attribute.getReadByRules())));
        assertTrue(
                client
                        .rules()
                        .listRules(
                                ListRulesRequest.newBuilder().setPageSize(1000).build())
                        .getRulesList()
                        .stream()
                        .anyMatch(rule -> rule.getRuleId().equals("cables-chargers/port")
                                && rule.getReadsList().contains("part.connector_b")));
    }

    private static Map<String, String> groups(LiveCatalog catalog) {
        Map<String, String> groups = new HashMap<>();
        for (CatalogEntry entry : catalog.products().values()) {
            groups.put(
                    entry.product().id(),
                    entry.etag() + " "
                            + (entry.group() == null ? 0 : entry.group().id()));
        }
        return groups;
    }

    private long list(ListProductsRequest.Builder request) {
        return client.catalog().listProducts(request.build()).getTotalSize();
    }

    private Product get(String id) {
        return client.catalog()
                .getProduct(GetProductRequest.newBuilder().setProductId(id).build())
                .getProduct();
    }

    private static Relation.Builder relation(String id, String anchor, String complement) {
        return Relation.newBuilder()
                .setRelationId(id)
                .setAnchor(ProductSelector.newBuilder().setType(anchor))
                .setComplement(ProductSelector.newBuilder().setType(complement));
    }

    private static Status.Code code(Runnable call) {
        return assertThrows(StatusRuntimeException.class, call::run).getStatus().getCode();
    }

    private static boolean seen(Watching watching, EventCase event) {
        return watching.received().stream().anyMatch(each -> each.getEventCase() == event);
    }

    /** A follower that keeps what it is told; it fails when something is named before it was sent. */
    private static final class Replica {

        private final Map<String, Long> products = new HashMap<>();
        private final Map<Long, Map<Long, Verdict>> rows = new HashMap<>();
        private final List<String> gated = new ArrayList<>();
        private final List<Long> groups = new ArrayList<>();

        Replica(List<WatchCatalogResponse> messages) {
            messages.forEach(this::take);
        }

        private void take(WatchCatalogResponse message) {
            switch (message.getEventCase()) {
                case FIT_TABLE_BEGIN -> {
                    rows.clear();
                    groups.clear();
                    gated.clear();
                }
                case FIT_GROUP -> groups.add(message.getFitGroup().getFitGroupId());
                case FIT_ROW -> {
                    long host = message.getFitRow().getHostGroupId();
                    assertTrue(groups.contains(host));
                    message.getFitRow().getCellsList().forEach(cell -> {
                        assertTrue(groups.contains(cell.getPartGroupId()));
                        assertTrue(cell.getRuleNumbersList().stream().allMatch(number -> number > 0));
                        rows.computeIfAbsent(host, _ -> new HashMap<>()).put(cell.getPartGroupId(), cell.getVerdict());
                    });
                }
                case PRODUCT -> {
                    long group = message.getProduct().getFitGroupId();
                    assertTrue(group == 0 || groups.contains(group));
                    products.put(message.getProduct().getProduct().getProductId(), group);
                }
                case GATED_TYPES ->
                    gated.add(message.getGatedTypes().getHostType() + ">"
                            + message.getGatedTypes().getPartType());
                case SNAPSHOT_BEGIN,
                        SNAPSHOT_END,
                        DELETED_PRODUCT_ID,
                        RELATION,
                        DELETED_RELATION_ID,
                        FIT_TABLE_END,
                        FIT_RULE,
                        HEARTBEAT,
                        BLOCKED_PAIR,
                        EVENT_NOT_SET -> {}
            }
        }

        Verdict verdict(String host, String part) {
            return rows.getOrDefault(products.get(host), Map.of())
                    .getOrDefault(products.get(part), Verdict.VERDICT_UNKNOWN);
        }
    }
}
