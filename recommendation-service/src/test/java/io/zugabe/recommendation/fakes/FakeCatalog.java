package io.zugabe.recommendation.fakes;

import com.google.type.Money;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.zugabe.catalog.v1.CatalogProduct;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.FitCell;
import io.zugabe.catalog.v1.FitGroup;
import io.zugabe.catalog.v1.FitRow;
import io.zugabe.catalog.v1.FitRule;
import io.zugabe.catalog.v1.FitTableBegin;
import io.zugabe.catalog.v1.FitTableEnd;
import io.zugabe.catalog.v1.GatedTypes;
import io.zugabe.catalog.v1.Heartbeat;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.SnapshotBegin;
import io.zugabe.catalog.v1.SnapshotEnd;
import io.zugabe.catalog.v1.WatchCatalogRequest;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.common.v1.Evidence;
import io.zugabe.common.v1.FitLimit;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.common.v1.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A catalog with two cameras of different mounts, their batteries (look-alikes), a bag and a tripod.
 * Sends a snapshot, then whatever is pushed.
 */
public final class FakeCatalog extends CatalogServiceGrpc.CatalogServiceImplBase {

    private final List<StreamObserver<WatchCatalogResponse>> watchers = new CopyOnWriteArrayList<>();
    private final List<String> positionsAsked = new CopyOnWriteArrayList<>();
    private long position = 100;

    @Override
    public synchronized void watchCatalog(WatchCatalogRequest request, StreamObserver<WatchCatalogResponse> responses) {
        positionsAsked.add(request.getPosition());
        if (request.getPosition().isEmpty()) {
            snapshot().forEach(responses::onNext);
        } else {
            responses.onNext(WatchCatalogResponse.newBuilder()
                    .setHeartbeat(Heartbeat.getDefaultInstance())
                    .build());
        }
        ((ServerCallStreamObserver<WatchCatalogResponse>) responses)
                .setOnCancelHandler(() -> watchers.remove(responses));
        watchers.add(responses);
    }

    /** The positions that watchers asked for, in order. */
    public List<String> positionsAsked() {
        return positionsAsked;
    }

    /** Sends a change to everyone who watches. */
    public synchronized void push(WatchCatalogResponse.Builder change) {
        position++;
        WatchCatalogResponse message =
                change.setPosition(String.valueOf(position)).build();
        watchers.forEach(watcher -> watcher.onNext(message));
    }

    /** Ends all streams as a restart would. */
    public synchronized void disconnect() {
        watchers.forEach(watcher -> watcher.onError(io.grpc.Status.UNAVAILABLE.asRuntimeException()));
        watchers.clear();
    }

    public static CatalogProduct product(String id, long fitGroup, String units, long stock, String... typePath) {
        String[] parts = units.split("\\.", -1);
        Product.Builder product = Product.newBuilder()
                .setProductId(id)
                .setType(typePath[0])
                .setBrand("Brand")
                .setModel(id)
                .setName(text(Map.of("en", "The " + id, "de", "Das " + id)))
                .setPrice(Money.newBuilder()
                        .setCurrencyCode("EUR")
                        .setUnits(Long.parseLong(parts[0]))
                        .setNanos(parts.length < 2 ? 0 : Integer.parseInt(parts[1]) * 10_000_000));
        if (stock >= 0) {
            product.setStock(stock);
        }
        return CatalogProduct.newBuilder()
                .setProduct(product)
                .setFitGroupId(fitGroup)
                .addAllTypePath(Arrays.asList(typePath))
                .build();
    }

    private List<WatchCatalogResponse> snapshot() {
        List<WatchCatalogResponse> messages = new ArrayList<>();
        messages.add(WatchCatalogResponse.newBuilder()
                .setSnapshotBegin(SnapshotBegin.newBuilder().setProducts(9))
                .build());
        messages.addAll(fitTable());
        for (CatalogProduct product : products()) {
            messages.add(WatchCatalogResponse.newBuilder().setProduct(product).build());
        }
        for (Relation relation : relations()) {
            messages.add(WatchCatalogResponse.newBuilder().setRelation(relation).build());
        }
        messages.add(WatchCatalogResponse.newBuilder()
                .setSnapshotEnd(SnapshotEnd.getDefaultInstance())
                .setPosition(String.valueOf(position))
                .build());
        return messages;
    }

    private static List<CatalogProduct> products() {
        return List.of(
                product("camera-a", 1, "1999", 5, "camera_body", "camera"),
                product("camera-b", 2, "1499", 5, "camera_body", "camera"),
                product("battery-a", 11, "79.90", 5, "camera_battery"),
                product("battery-a-third", 12, "29.90", 5, "camera_battery"),
                product("battery-b", 13, "69.90", 5, "camera_battery"),
                product("bag", 0, "49.90", 5, "camera_bag"),
                product("tripod", 0, "99.90", 5, "tripod"),
                product("warranty", 0, "89.00", -1, "warranty", "service"),
                product("mug", 0, "9.90", 5, "mug"));
    }

    private static List<Relation> relations() {
        return List.of(
                relation("camera-battery", "camera", "camera_battery", "power", 0.9),
                relation("camera-bag", "camera", "camera_bag", "transport", 0.6),
                relation("camera-warranty", "camera", "warranty", "protection", 0.4),
                relation("camera-tripod", "camera", "tripod", "steady", 0.5).toBuilder()
                        .setTiming(Relation.Timing.TIMING_AFTER)
                        .setDelay(com.google.protobuf.Duration.newBuilder().setSeconds(7 * 86_400))
                        .build());
    }

    private static Relation relation(String id, String anchor, String complement, String need, double strength) {
        return Relation.newBuilder()
                .setRelationId(id)
                .setAnchor(ProductSelector.newBuilder().setType(anchor))
                .setComplement(ProductSelector.newBuilder().setType(complement))
                .setNeed(need)
                .setStrength(strength)
                .setReason(text(Map.of("en", "Because of " + need + ".", "de", "Wegen " + need + ".")))
                .build();
    }

    private static List<WatchCatalogResponse> fitTable() {
        List<WatchCatalogResponse> messages = new ArrayList<>();
        messages.add(WatchCatalogResponse.newBuilder()
                .setFitTableBegin(FitTableBegin.newBuilder().setVersion("fit-1"))
                .build());
        messages.add(WatchCatalogResponse.newBuilder()
                .setGatedTypes(GatedTypes.newBuilder().setHostType("camera").setPartType("camera_battery"))
                .build());
        messages.add(WatchCatalogResponse.newBuilder()
                .setFitRule(FitRule.newBuilder()
                        .setRuleNumber(1)
                        .setEvidence(Evidence.newBuilder()
                                .setSource(Evidence.Source.SOURCE_RULE)
                                .setId("camera-packs/model@1")
                                .setSentence(text(Map.of(
                                        "en", "Takes {host.battery_models}; this is a {part.battery_model}.",
                                        "de", "Nimmt {host.battery_models}; das ist ein {part.battery_model}.")))))
                .build());
        messages.add(group(1, "camera_body", "battery_models", "LP-A"));
        messages.add(group(2, "camera_body", "battery_models", "LP-B"));
        messages.add(group(11, "camera_battery", "battery_model", "LP-A"));
        messages.add(group(12, "camera_battery", "battery_model", "LP-A"));
        messages.add(group(13, "camera_battery", "battery_model", "LP-B"));
        messages.add(WatchCatalogResponse.newBuilder()
                .setFitRow(FitRow.newBuilder()
                        .setHostGroupId(1)
                        .addCells(cell(11, Verdict.VERDICT_FITS))
                        .addCells(cell(12, Verdict.VERDICT_FITS_WITH_LIMITS).toBuilder()
                                .addLimits(FitLimit.newBuilder()
                                        .setAttribute("maker")
                                        .setGot("third party")
                                        .setNeeded("original")
                                        .setSentence(text(Map.of("en", "Not from the maker."))))))
                .build());
        messages.add(WatchCatalogResponse.newBuilder()
                .setFitRow(FitRow.newBuilder().setHostGroupId(2).addCells(cell(13, Verdict.VERDICT_FITS)))
                .build());
        messages.add(WatchCatalogResponse.newBuilder()
                .setFitTableEnd(FitTableEnd.getDefaultInstance())
                .build());
        return messages;
    }

    private static FitCell cell(long partGroup, Verdict verdict) {
        return FitCell.newBuilder()
                .setPartGroupId(partGroup)
                .setVerdict(verdict)
                .addRuleNumbers(1)
                .build();
    }

    private static WatchCatalogResponse group(long id, String type, String attribute, String value) {
        return WatchCatalogResponse.newBuilder()
                .setFitGroup(
                        FitGroup.newBuilder().setFitGroupId(id).setType(type).putAttributes(attribute, value))
                .build();
    }

    private static LocalizedText text(Map<String, String> texts) {
        return LocalizedText.newBuilder().putAllTexts(texts).build();
    }
}
