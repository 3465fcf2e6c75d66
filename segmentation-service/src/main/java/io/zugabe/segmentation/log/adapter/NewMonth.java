package io.zugabe.segmentation.log.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Opens the partition of a month, in the transaction of the first append of that month. */
final class NewMonth {

    private static final Logger LOG = Logger.getLogger(NewMonth.class);
    private static final DateTimeFormatter PARTITION =
            DateTimeFormatter.ofPattern("'event_log_y'uuuu'm'MM", Locale.ROOT);

    private static final String CLOSE = "update log_segment set until_position = $1 where until_position is null";
    private static final String OPEN = "insert into log_segment (month, after_position) values ($1, $2)";
    private static final String MOVE_HEAD = "update log_head set month = $1";

    private NewMonth() {}

    /** Name of a month's partition. */
    static String partition(LocalDate month) {
        return PARTITION.format(month);
    }

    /**
     * The month to append to; opened if the calendar has reached it just now. A clock that goes back
     * does not lead back to a month that was closed.
     *
     * @param current the month that is open
     * @param end the last position of the log
     */
    static Uni<LocalDate> open(SqlConnection connection, LocalDate current, long end, Instant now) {
        LocalDate month = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
        if (!month.isAfter(current)) {
            return Uni.createFrom().item(current);
        }
        LOG.infof("The log goes on in %s, after position %d", partition(month), end);
        return connection
                .query(create(month))
                .execute()
                .chain(() -> connection.preparedQuery(CLOSE).execute(Tuple.of(end)))
                .chain(() -> connection.preparedQuery(OPEN).execute(Tuple.of(month, end)))
                .chain(() -> connection.preparedQuery(MOVE_HEAD).execute(Tuple.of(month)))
                .replaceWith(month);
    }

    /** Attached after it is made, because that does not wait for those who read other months. */
    private static String create(LocalDate month) {
        String partition = partition(month);
        return """
                create table %1$s (like event_log including defaults including comments);
                alter table %1$s add primary key (position);
                alter table event_log attach partition %1$s for values in ('%2$s')""".formatted(partition, month);
    }
}
