package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.catalog.v1.Bundle;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.RelationCondition;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.util.Locale;

/** What kind a relation is of, in which circumstances it holds, and what a bundle costs. */
final class RelationTerms {

    private RelationTerms() {}

    /** Adds the terms of a record to its relation. */
    static void read(JsonNode record, Relation.Builder relation) {
        relation.setKind(kind(Fields.text(record, "kind")));
        if (record.hasNonNull("condition")) {
            relation.setCondition(condition(record.path("condition")));
        }
        if (!Fields.text(record, "valid_from").isEmpty()) {
            relation.setValidFromTime(Fields.time(record, "valid_from"));
        }
        if (!Fields.text(record, "valid_until").isEmpty()) {
            relation.setValidUntilTime(Fields.time(record, "valid_until"));
        }
        if (record.hasNonNull("bundle")) {
            Bundle.Builder bundle =
                    Bundle.newBuilder().addAllFurtherProductIds(Fields.texts(record.path("bundle"), "further", " "));
            Fields.plainAmount(record.path("bundle"), "price").ifPresent(bundle::setPackagePrice);
            relation.setBundle(bundle);
        }
    }

    private static Relation.Kind kind(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "" -> Relation.Kind.KIND_UNSPECIFIED;
            case "complement" -> Relation.Kind.KIND_COMPLEMENT;
            case "upgrade" -> Relation.Kind.KIND_UPGRADE;
            case "bundle" -> Relation.Kind.KIND_BUNDLE;
            case "service" -> Relation.Kind.KIND_SERVICE;
            case "sample" -> Relation.Kind.KIND_SAMPLE;
            default ->
                throw RejectedRecord.value("kind", value, "must be complement, upgrade, bundle, service or sample");
        };
    }

    private static RelationCondition condition(JsonNode record) {
        RelationCondition.Builder condition = RelationCondition.newBuilder()
                .addAllRegions(Fields.texts(record, "regions", " "))
                .addAllDevices(Fields.texts(record, "devices", " "))
                .addAllWeathers(Fields.texts(record, "weathers", " "))
                .addAllOccasions(Fields.texts(record, "occasions", " "));
        for (String month : Fields.texts(record, "months", " ")) {
            try {
                condition.addMonths(Integer.parseInt(month));
            } catch (NumberFormatException e) {
                throw RejectedRecord.value("condition.months", month, "must be 1 to 12");
            }
        }
        return condition.build();
    }
}
