package io.zugabe.catalog.relation.adapter;

import com.google.protobuf.Timestamp;
import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.relation.domain.Bundle;
import io.zugabe.catalog.relation.domain.Condition;
import io.zugabe.catalog.relation.domain.Relation;
import io.zugabe.catalog.v1.Relation.Kind;
import io.zugabe.catalog.v1.RelationCondition;
import java.time.Instant;

/** What a relation is, when it holds, and at what price, as messages. */
public final class TermMessages {

    private TermMessages() {}

    /** The kind that a message names. */
    public static Relation.Kind toKind(Kind kind) {
        return switch (kind) {
            case KIND_UNSPECIFIED, KIND_COMPLEMENT, UNRECOGNIZED -> Relation.Kind.COMPLEMENT;
            case KIND_UPGRADE -> Relation.Kind.UPGRADE;
            case KIND_BUNDLE -> Relation.Kind.BUNDLE;
            case KIND_SERVICE -> Relation.Kind.SERVICE;
            case KIND_SAMPLE -> Relation.Kind.SAMPLE;
        };
    }

    static Kind toMessage(Relation.Kind kind) {
        return switch (kind) {
            case COMPLEMENT -> Kind.KIND_COMPLEMENT;
            case UPGRADE -> Kind.KIND_UPGRADE;
            case BUNDLE -> Kind.KIND_BUNDLE;
            case SERVICE -> Kind.KIND_SERVICE;
            case SAMPLE -> Kind.KIND_SAMPLE;
        };
    }

    static Condition toCondition(RelationCondition message) {
        return new Condition(
                message.getRegionsList(),
                message.getDevicesList(),
                message.getWeathersList(),
                message.getOccasionsList(),
                message.getMonthsList());
    }

    static RelationCondition toMessage(Condition condition) {
        return RelationCondition.newBuilder()
                .addAllRegions(condition.regions())
                .addAllDevices(condition.devices())
                .addAllWeathers(condition.weathers())
                .addAllOccasions(condition.occasions())
                .addAllMonths(condition.months())
                .build();
    }

    static Bundle toBundle(io.zugabe.catalog.v1.Bundle message) {
        return new Bundle(message.getFurtherProductIdsList(), ProductMessages.toMoney(message.getPackagePrice()));
    }

    static io.zugabe.catalog.v1.Bundle toMessage(Bundle bundle) {
        return io.zugabe.catalog.v1.Bundle.newBuilder()
                .addAllFurtherProductIds(bundle.furtherProductIds())
                .setPackagePrice(ProductMessages.toMessage(bundle.packagePrice()))
                .build();
    }

    static Instant toInstant(Timestamp message) {
        return Instant.ofEpochSecond(message.getSeconds(), message.getNanos());
    }

    static Timestamp toMessage(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
