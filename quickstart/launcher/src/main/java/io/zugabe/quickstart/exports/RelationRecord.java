package io.zugabe.quickstart.exports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Timestamp;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.RelationCondition;
import java.time.Instant;
import java.util.Locale;

/** Relations as records of the import format. */
final class RelationRecord {

    private RelationRecord() {}

    static ObjectNode of(Relation relation) {
        ObjectNode record = CatalogRecord.JSON.createObjectNode();
        record.put("id", relation.getRelationId());
        record.set("anchor", CatalogRecord.selector(relation.getAnchor()));
        record.set("complement", CatalogRecord.selector(relation.getComplement()));
        if (relation.getKind() != Relation.Kind.KIND_UNSPECIFIED) {
            record.put("kind", lower(relation.getKind().name(), "KIND_"));
        }
        CatalogRecord.put(record, "need", relation.getNeed());
        if (relation.getTiming() != Relation.Timing.TIMING_UNSPECIFIED) {
            record.put("timing", lower(relation.getTiming().name(), "TIMING_"));
        }
        if (relation.hasDelay()) {
            record.put("delay", span(relation.getDelay().getSeconds()));
        }
        if (relation.getStrength() != 0) {
            record.put("strength", relation.getStrength());
        }
        if (relation.getOrigin() != Relation.Origin.ORIGIN_UNSPECIFIED) {
            record.put("origin", lower(relation.getOrigin().name(), "ORIGIN_"));
        }
        CatalogRecord.texts(record, "reason", relation.getReason());
        terms(record, relation);
        return record;
    }

    private static void terms(ObjectNode record, Relation relation) {
        if (relation.hasCondition()) {
            record.set("condition", condition(relation.getCondition()));
        }
        if (relation.hasValidFromTime()) {
            record.put("valid_from", time(relation.getValidFromTime()));
        }
        if (relation.hasValidUntilTime()) {
            record.put("valid_until", time(relation.getValidUntilTime()));
        }
        if (relation.hasBundle()) {
            ObjectNode bundle = record.putObject("bundle");
            CatalogRecord.list(bundle, "further", relation.getBundle().getFurtherProductIdsList());
            bundle.put("price", CatalogRecord.amount(relation.getBundle().getPackagePrice()));
        }
    }

    private static ObjectNode condition(RelationCondition condition) {
        ObjectNode record = CatalogRecord.JSON.createObjectNode();
        CatalogRecord.list(record, "regions", condition.getRegionsList());
        CatalogRecord.list(record, "devices", condition.getDevicesList());
        CatalogRecord.list(record, "weathers", condition.getWeathersList());
        CatalogRecord.list(record, "occasions", condition.getOccasionsList());
        if (condition.getMonthsCount() > 0) {
            ArrayNode months = record.putArray("months");
            condition.getMonthsList().forEach(months::add);
        }
        return record;
    }

    /** In the largest unit that leaves no remainder: 1,209,600 s → "14d". */
    private static String span(long seconds) {
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private static String time(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString();
    }

    private static String lower(String name, String prefix) {
        return name.replaceFirst(prefix, "").toLowerCase(Locale.ROOT);
    }
}
