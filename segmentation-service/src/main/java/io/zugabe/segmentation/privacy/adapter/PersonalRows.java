package io.zugabe.segmentation.privacy.adapter;

import io.zugabe.segmentation.schema.Origin;
import io.zugabe.segmentation.schema.StoredTable;
import java.util.List;

/** Rows of a person, as a column of a table names them. */
record PersonalRows(StoredTable in, String column) {

    /** Of data sets it is kept how many rows they have. */
    private static final String COUNTED = """
            with erased as (%s returning dataset),
                counted as (update training_dataset set row_count = row_count - each.number
                    from (select dataset, count(*) as number from erased group by dataset) as each
                    where name = each.dataset)
            select dataset from erased""";

    /** All there are, the log apart. */
    static List<PersonalRows> all() {
        return StoredTable.personal().stream()
                .flatMap(each -> each.subjectColumns().stream().map(column -> new PersonalRows(each, column)))
                .toList();
    }

    /**
     * Those that somebody may write who read events before their erasure. What is replayed is none of them: it is
     * committed only if nobody was erased since the events were read.
     */
    static List<PersonalRows> writtenLater() {
        return all().stream()
                .filter(rows -> rows.in.origin() != Origin.REPLAYED && rows.in.origin() != Origin.SHADOW)
                .toList();
    }

    /** Removes the rows of the subjects whose keys are the parameter; returns or changes as many rows. */
    String delete() {
        return counted("delete from " + in.table() + " where " + column + " = any ($1)");
    }

    /** Removes the rows of those subjects who have no event in the log. */
    String deleteWithoutEvents() {
        return counted("delete from " + in.table() + " where " + column + " = any ($1) and not exists ("
                + "select 1 from event_log where event_log.subject = " + in.table() + "." + column + ")");
    }

    private String counted(String deletion) {
        return in == StoredTable.TRAINING_ROW ? COUNTED.formatted(deletion) : deletion;
    }
}
