package io.zugabe.catalog.watch.endpoint;

import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.fit.domain.Authority;
import io.zugabe.catalog.fit.domain.FitAnswer;
import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.fit.endpoint.EvidenceMessages;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.LiveEvent;
import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.relation.adapter.RelationMessages;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import io.zugabe.catalog.v1.BlockedPair;
import io.zugabe.catalog.v1.CatalogProduct;
import io.zugabe.catalog.v1.FitCell;
import io.zugabe.catalog.v1.FitRule;
import io.zugabe.catalog.v1.Heartbeat;
import io.zugabe.catalog.v1.SnapshotBegin;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import java.time.Duration;
import java.util.function.ToIntFunction;

/** The messages of the catalog's stream, without their positions. */
final class WatchMessages {

    private WatchMessages() {}

    static WatchCatalogResponse.Builder snapshotBegin(long products) {
        return WatchCatalogResponse.newBuilder()
                .setSnapshotBegin(SnapshotBegin.newBuilder().setProducts(products));
    }

    static WatchCatalogResponse.Builder product(CatalogEntry entry) {
        FitGroup group = entry.group();
        return WatchCatalogResponse.newBuilder()
                .setProduct(CatalogProduct.newBuilder()
                        .setProduct(ProductMessages.toMessage(entry))
                        .setFitGroupId(group == null ? 0 : group.id())
                        .addAllTypePath(entry.typePath())
                        .setConsumable(entry.consumable()));
    }

    /** Whether a dispute blocks its pair. */
    static WatchCatalogResponse.Builder blockedPair(Dispute dispute) {
        return WatchCatalogResponse.newBuilder()
                .setBlockedPair(BlockedPair.newBuilder()
                        .setOneProductId(dispute.pair().one())
                        .setOtherProductId(dispute.pair().other())
                        .setBlocked(dispute.blocks()));
    }

    /** A change of a product, relation or dispute. */
    static WatchCatalogResponse.Builder change(LiveEvent event) {
        return switch (event) {
            case LiveEvent.ProductChanged changed -> product(changed.entry());
            case LiveEvent.ProductGone(long _, String id) ->
                WatchCatalogResponse.newBuilder().setDeletedProductId(id);
            case LiveEvent.RelationChanged changed ->
                WatchCatalogResponse.newBuilder().setRelation(RelationMessages.toMessage(changed.relation()));
            case LiveEvent.RelationGone(long _, String id) ->
                WatchCatalogResponse.newBuilder().setDeletedRelationId(id);
            case LiveEvent.DisputeChanged changed -> blockedPair(changed.dispute());
            case LiveEvent.TableReplaced _ -> throw new IllegalArgumentException("a table is more than one message");
        };
    }

    static WatchCatalogResponse.Builder rule(int number, Authority authority) {
        return WatchCatalogResponse.newBuilder()
                .setFitRule(
                        FitRule.newBuilder().setRuleNumber(number).setEvidence(EvidenceMessages.template(authority)));
    }

    static WatchCatalogResponse.Builder group(FitGroup group) {
        io.zugabe.catalog.v1.FitGroup.Builder message = io.zugabe.catalog.v1.FitGroup.newBuilder()
                .setFitGroupId(group.id())
                .setType(group.type());
        group.tuple().values().forEach((key, value) -> message.putAttributes(key, value.asText()));
        return WatchCatalogResponse.newBuilder().setFitGroup(message);
    }

    static FitCell cell(FitGroup part, FitAnswer answer, ToIntFunction<Authority> number) {
        FitCell.Builder cell = FitCell.newBuilder()
                .setPartGroupId(part.id())
                .setVerdict(StatementMessages.toMessage(answer.verdict()));
        answer.grounds().forEach(ground -> cell.addRuleNumbers(number.applyAsInt(ground.authority())));
        answer.limits().forEach(limit -> cell.addLimits(StatementMessages.toMessage(limit)));
        return cell.build();
    }

    static WatchCatalogResponse.Builder heartbeat(Duration nextWithin) {
        return WatchCatalogResponse.newBuilder()
                .setHeartbeat(Heartbeat.newBuilder()
                        .setNextWithin(com.google.protobuf.Duration.newBuilder()
                                .setSeconds(nextWithin.toSeconds())
                                .setNanos(nextWithin.toNanosPart())));
    }
}
