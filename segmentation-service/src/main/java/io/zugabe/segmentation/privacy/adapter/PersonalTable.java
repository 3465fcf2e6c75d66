package io.zugabe.segmentation.privacy.adapter;

/** The tables, the log apart, with rows of a person: what an erasure removes. A test searches all others. */
enum PersonalTable {
    PROFILE("profile", "subject"),
    ASSESSED("assessed", "subject"),
    SEGMENT_MEMBERSHIP("segment_membership", "subject"),
    IDENTITY_FROM("identity_edge", "from_subject"),
    IDENTITY_INTO("identity_edge", "into_subject"),
    IDENTITY_MEMBER("identity_member", "subject"),
    IDENTITY_CANONICAL("identity_member", "canonical"),
    TRAINING_ROW("training_row", "unit_id"),
    PROFILE_SHADOW("profile_shadow", "subject"),
    REPLENISHMENT_DUE("replenishment_due", "customer");

    private final String table;
    private final String column;

    /**
     * @param column holds the subject's key
     */
    PersonalTable(String table, String column) {
        this.table = table;
        this.column = column;
    }

    /** Removes the rows of the subjects whose keys are the parameter. */
    String delete() {
        return "delete from " + table + " where " + column + " = any ($1)";
    }

    /** Removes the rows of those subjects who have no event in the log. */
    String deleteWithoutEvents() {
        return delete() + " and not exists (select 1 from event_log where event_log.subject = " + table + "." + column
                + ")";
    }
}
