package io.zugabe.bench.decide;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.zugabe.bench.fit.SyntheticCatalog;
import io.zugabe.bench.fit.SyntheticFamily;
import io.zugabe.bench.fit.SyntheticFamily.Kind;
import io.zugabe.catalog.fit.domain.Authority;
import io.zugabe.catalog.fit.domain.FitAnswer;
import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.fit.domain.KnownGroups;
import io.zugabe.catalog.fit.endpoint.EvidenceMessages;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import io.zugabe.catalog.v1.CatalogProduct;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.FitCell;
import io.zugabe.catalog.v1.FitRow;
import io.zugabe.catalog.v1.FitRule;
import io.zugabe.catalog.v1.FitTableBegin;
import io.zugabe.catalog.v1.FitTableEnd;
import io.zugabe.catalog.v1.GatedTypes;
import io.zugabe.catalog.v1.Heartbeat;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.SnapshotBegin;
import io.zugabe.catalog.v1.SnapshotEnd;
import io.zugabe.catalog.v1.WatchCatalogRequest;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.common.v1.LocalizedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Speaks {@code WatchCatalog} as catalog-service does: one snapshot, then heartbeats. */
final class CatalogStream extends CatalogServiceGrpc.CatalogServiceImplBase {

    private static final String POSITION = "1";

    private final SyntheticCatalog catalog;
    private final Designs designs;
    private final CountDownLatch released = new CountDownLatch(1);

    CatalogStream(SyntheticCatalog catalog, Designs designs) {
        this.catalog = catalog;
        this.designs = designs;
    }

    /** Lets the snapshot go; before, followers are told nothing. */
    void release() {
        released.countDown();
    }

    @Override
    public void watchCatalog(WatchCatalogRequest request, StreamObserver<WatchCatalogResponse> responses) {
        Paced out = new Paced((ServerCallStreamObserver<WatchCatalogResponse>) responses);
        Thread.ofVirtual().start(() -> follow(request, out));
    }

    private void follow(WatchCatalogRequest request, Paced out) {
        try {
            while (released.getCount() > 0 && !out.cancelled()) {
                out.send(heartbeat());
                released.await(2, java.util.concurrent.TimeUnit.SECONDS);
            }
            if (request.getPosition().isEmpty()) {
                sendSnapshot(out);
            }
            while (!out.cancelled()) {
                out.send(heartbeat());
                java.util.concurrent.TimeUnit.SECONDS.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendSnapshot(Paced out) throws InterruptedException {
        out.send(WatchCatalogResponse.newBuilder()
                .setSnapshotBegin(SnapshotBegin.newBuilder().setProducts(catalog.size())));
        sendTable(out);
        for (int number = 0; number < catalog.size() && !out.cancelled(); number++) {
            FitGroup group = designs.groupOf(number);
            out.send(WatchCatalogResponse.newBuilder()
                    .setProduct(CatalogProduct.newBuilder()
                            .setProduct(catalog.product(number))
                            .setFitGroupId(group == null ? 0 : group.id())
                            .addAllTypePath(designs.typePathOf(number))));
        }
        for (SyntheticFamily family : SyntheticFamily.all()) {
            sendRelations(family, out);
        }
        out.send(WatchCatalogResponse.newBuilder()
                .setPosition(POSITION)
                .setSnapshotEnd(SnapshotEnd.getDefaultInstance()));
    }

    private void sendTable(Paced out) throws InterruptedException {
        out.send(WatchCatalogResponse.newBuilder()
                .setFitTableBegin(
                        FitTableBegin.newBuilder().setVersion(designs.table().version())));
        Map<Authority, Integer> numbers = new HashMap<>();
        for (Authority rule : designs.table().rules().rules()) {
            numbers.put(rule, numbers.size() + 1);
            out.send(WatchCatalogResponse.newBuilder()
                    .setFitRule(FitRule.newBuilder()
                            .setRuleNumber(numbers.size())
                            .setEvidence(EvidenceMessages.template(rule))));
        }
        KnownGroups known = new KnownGroups(designs.table());
        for (FitGroup group : List.copyOf(designs.table().groups())) {
            known.add(group);
            io.zugabe.catalog.v1.FitGroup.Builder message = io.zugabe.catalog.v1.FitGroup.newBuilder()
                    .setFitGroupId(group.id())
                    .setType(group.type());
            group.tuple().values().forEach((key, value) -> message.putAttributes(key, value.asText()));
            out.send(WatchCatalogResponse.newBuilder().setFitGroup(message));
        }
        for (FitGroup host : known.all()) {
            FitRow row = row(host, known, numbers);
            if (row.getCellsCount() > 0) {
                out.send(WatchCatalogResponse.newBuilder().setFitRow(row));
            }
        }
        for (String host : known.types()) {
            for (String part : known.types()) {
                if (designs.table().gates(host, part)) {
                    out.send(WatchCatalogResponse.newBuilder()
                            .setGatedTypes(
                                    GatedTypes.newBuilder().setHostType(host).setPartType(part)));
                }
            }
        }
        out.send(WatchCatalogResponse.newBuilder().setFitTableEnd(FitTableEnd.getDefaultInstance()));
    }

    private FitRow row(FitGroup host, KnownGroups known, Map<Authority, Integer> numbers) {
        FitRow.Builder row = FitRow.newBuilder().setHostGroupId(host.id());
        for (FitGroup part : known.partsFor(host)) {
            FitAnswer answer = designs.table().answer(host, part);
            if (answer.verdict().isFit()) {
                FitCell.Builder cell = FitCell.newBuilder()
                        .setPartGroupId(part.id())
                        .setVerdict(StatementMessages.toMessage(answer.verdict()));
                answer.grounds().forEach(ground -> cell.addRuleNumbers(numbers.getOrDefault(ground.authority(), 0)));
                answer.limits().forEach(limit -> cell.addLimits(StatementMessages.toMessage(limit)));
                row.addCells(cell);
            }
        }
        return row.build();
    }

    /** A device wants a battery, a charger, a cable and a case; a battery wants a charger; a charger a cable. */
    private static void sendRelations(SyntheticFamily family, Paced out) throws InterruptedException {
        out.send(relation(family, Kind.DEVICE, Kind.BATTERY, "power", 0.9));
        out.send(relation(family, Kind.DEVICE, Kind.CHARGER, "charging", 0.7));
        out.send(relation(family, Kind.DEVICE, Kind.CABLE, "cable", 0.6));
        out.send(relation(family, Kind.DEVICE, Kind.CASE, "protection", 0.5));
        out.send(relation(family, Kind.BATTERY, Kind.CHARGER, "charging", 0.6));
        out.send(relation(family, Kind.CHARGER, Kind.CABLE, "cable", 0.5));
    }

    private static WatchCatalogResponse.Builder relation(
            SyntheticFamily family, Kind anchor, Kind complement, String need, double strength) {
        return WatchCatalogResponse.newBuilder()
                .setRelation(Relation.newBuilder()
                        .setRelationId(family.type(anchor) + "-" + need)
                        .setAnchor(ProductSelector.newBuilder().setType(family.type(anchor)))
                        .setComplement(ProductSelector.newBuilder().setType(family.type(complement)))
                        .setNeed(need)
                        .setStrength(strength)
                        .setReason(LocalizedText.newBuilder()
                                .putTexts("en", "Most who buy one need this for it as well.")
                                .putTexts("de", "Die meisten brauchen das auch dafür.")));
    }

    private static WatchCatalogResponse.Builder heartbeat() {
        return WatchCatalogResponse.newBuilder()
                .setHeartbeat(Heartbeat.newBuilder()
                        .setNextWithin(com.google.protobuf.Duration.newBuilder().setSeconds(20)));
    }

    /** Sends no faster than the follower reads. */
    private static final class Paced {

        private final ServerCallStreamObserver<WatchCatalogResponse> observer;
        private final Object ready = new Object();

        Paced(ServerCallStreamObserver<WatchCatalogResponse> observer) {
            this.observer = observer;
            observer.setOnReadyHandler(this::wake);
            observer.setOnCancelHandler(this::wake);
        }

        boolean cancelled() {
            return observer.isCancelled();
        }

        void send(WatchCatalogResponse.Builder message) throws InterruptedException {
            WatchCatalogResponse built = message.build();
            synchronized (ready) {
                while (!observer.isReady() && !observer.isCancelled()) {
                    ready.wait(1_000);
                }
            }
            if (!observer.isCancelled()) {
                observer.onNext(built);
            }
        }

        private void wake() {
            synchronized (ready) {
                ready.notifyAll();
            }
        }
    }
}
