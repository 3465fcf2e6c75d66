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
    TRAINING_ROW("training_row", "unit_id", """
            with erased as (%s returning dataset),
                counted as (update training_dataset set row_count = row_count - each.number
                    from (select dataset, count(*) as number from erased group by dataset) as each
                    where name = each.dataset)
            select dataset from erased"""),
    PROFILE_SHADOW("profile_shadow", "subject"),
    REPLENISHMENT_DUE("replenishment_due", "customer");

    private final String table;
    private final String column;
    private final String statement;

    /**
     * @param column holds the subject's key
     */
    PersonalTable(String table, String column) {
        this(table, column, "%s");
    }

    /**
     * @param statement what is to be done with the rows' deletion, which stands for {@code %s}; returns or
     *     changes as many rows
     */
    PersonalTable(String table, String column, String statement) {
        this.table = table;
        this.column = column;
        this.statement = statement;
    }

    /** Removes the rows of the subjects whose keys are the parameter. */
    String delete() {
        return statement.formatted(rows());
    }

    /** Removes the rows of those subjects who have no event in the log. */
    String deleteWithoutEvents() {
        return statement.formatted(rows() + " and not exists (select 1 from event_log where event_log.subject = "
                + table + "." + column + ")");
    }

    private String rows() {
        return "delete from " + table + " where " + column + " = any ($1)";
    }
}
