package io.zugabe.segmentation.schema;

import java.util.Arrays;
import java.util.List;

/**
 * Every table of the schema. Rebuilds and erasures go by this list; a test compares it with the database, so a
 * table that is added must be declared here.
 */
public enum StoredTable {
    LOG_HEAD("log_head", Origin.PRIMARY),
    LOG_SEGMENT("log_segment", Origin.PRIMARY),
    EVENT_IDENTITY("event_identity", Origin.PRIMARY),
    /** Erased first, by itself: events are counted. */
    EVENT_LOG("event_log", Origin.PRIMARY, "subject"),

    PROFILE("profile", Origin.REPLAYED, "subject"),
    IDENTITY_EDGE("identity_edge", Origin.REPLAYED, "from_subject", "into_subject"),
    IDENTITY_MEMBER("identity_member", Origin.REPLAYED, "subject", "canonical"),
    PROFILE_SHADOW("profile_shadow", Origin.SHADOW, "subject"),
    IDENTITY_EDGE_SHADOW("identity_edge_shadow", Origin.SHADOW, "from_subject", "into_subject"),
    IDENTITY_MEMBER_SHADOW("identity_member_shadow", Origin.SHADOW, "subject", "canonical"),

    ASSESSED("assessed", Origin.CONCLUDED, "subject"),
    SEGMENT_MEMBERSHIP("segment_membership", Origin.CONCLUDED, "subject"),
    REPLENISHMENT_DUE("replenishment_due", Origin.CONCLUDED, "customer"),

    PROJECTION("projection", Origin.PROGRESS),
    REBUILD("rebuild", Origin.PROGRESS),
    SWEEP_CAUSE("sweep_cause", Origin.PROGRESS),
    ASSESSMENT_SWEEP("assessment_sweep", Origin.PROGRESS),
    REPLENISHMENT_SWEEP("replenishment_sweep", Origin.PROGRESS),
    TRAINING_RUN("training_run", Origin.PROGRESS),

    /** The first value of a trait decided its type, and expressions rest on that. */
    TRAIT_FEATURE("trait_feature", Origin.PRIMARY),
    SEGMENT("segment", Origin.PRIMARY),
    SEGMENT_VERSION("segment_version", Origin.PRIMARY),
    SEGMENT_CHANGE("segment_change", Origin.PRIMARY),
    TREATMENT_POLICY("treatment_policy", Origin.PRIMARY),
    RULE_REVISION("rule_revision", Origin.PRIMARY),
    TARGET_GROUP("target_group", Origin.PRIMARY),
    TARGET_GROUP_VERSION("target_group_version", Origin.PRIMARY),
    TARGET_GROUP_CHANGE("target_group_change", Origin.PRIMARY),
    COUNT_SECRET("count_secret", Origin.PRIMARY),
    MODEL("model", Origin.PRIMARY),
    MODEL_CHANGE("model_change", Origin.PRIMARY),
    TRAINING_DATASET("training_dataset", Origin.PRIMARY),
    TRAINING_ROW("training_row", Origin.PRIMARY, "unit_id"),
    /** Names people until their erasure is complete, and forgets them then by itself. */
    ERASURE("erasure", Origin.PRIMARY),
    /** Knows people by digests only. */
    ERASED_SUBJECT("erased_subject", Origin.PRIMARY),
    /** Knows people by digests only. */
    PROFILE_READ("profile_read", Origin.PRIMARY);

    private static final String SHADOW = "_shadow";

    private final String table;
    private final Origin origin;
    private final List<String> subjectColumns;

    StoredTable(String table, Origin origin, String... subjectColumns) {
        this.table = table;
        this.origin = origin;
        this.subjectColumns = List.of(subjectColumns);
    }

    /** Name in the database. */
    public String table() {
        return table;
    }

    public Origin origin() {
        return origin;
    }

    /** Columns that hold the key of a customer or visitor; a row belongs to each of them. */
    public List<String> subjectColumns() {
        return subjectColumns;
    }

    /** Where a replayed table is rebuilt. */
    public String shadow() {
        if (origin != Origin.REPLAYED) {
            throw new IllegalStateException(table + " is not replayed");
        }
        return table + SHADOW;
    }

    /** The tables of an origin. */
    public static List<StoredTable> of(Origin origin) {
        return Arrays.stream(values()).filter(each -> each.origin == origin).toList();
    }

    /** The tables with rows of a person, apart from the log: what an erasure removes. */
    public static List<StoredTable> personal() {
        return Arrays.stream(values())
                .filter(each -> each != EVENT_LOG && !each.subjectColumns.isEmpty())
                .toList();
    }
}
