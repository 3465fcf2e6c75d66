package io.zugabe.recommendation.replica.adapter;

import com.google.protobuf.Timestamp;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.RelationCondition;
import io.zugabe.recommendation.replica.domain.Terms;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The terms of the catalog's relations as the replica knows them. */
final class TermsMapping {

    private TermsMapping() {}

    static Terms terms(Relation message) {
        RelationCondition condition = message.getCondition();
        return new Terms(
                kind(message.getKind()),
                message.hasValidFromTime() ? Optional.of(instant(message.getValidFromTime())) : Optional.empty(),
                message.hasValidUntilTime() ? Optional.of(instant(message.getValidUntilTime())) : Optional.empty(),
                Set.copyOf(condition.getRegionsList()),
                Set.copyOf(condition.getDevicesList()),
                Set.copyOf(condition.getWeathersList()),
                Set.copyOf(condition.getOccasionsList()),
                Set.copyOf(condition.getMonthsList()));
    }

    private static Terms.Kind kind(Relation.Kind kind) {
        return switch (kind) {
            case KIND_UNSPECIFIED, KIND_COMPLEMENT -> Terms.Kind.COMPLEMENT;
            case KIND_UPGRADE -> Terms.Kind.UPGRADE;
            case KIND_BUNDLE -> Terms.Kind.BUNDLE;
            case KIND_SERVICE -> Terms.Kind.SERVICE;
            case KIND_SAMPLE -> Terms.Kind.SAMPLE;
            case UNRECOGNIZED -> Terms.Kind.OTHER;
        };
    }

    private static Instant instant(Timestamp message) {
        return Instant.ofEpochSecond(message.getSeconds(), message.getNanos());
    }
}
