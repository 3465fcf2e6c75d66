package io.zugabe.recommendation.triggers.adapter;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.triggers.domain.Channel;
import io.zugabe.recommendation.triggers.domain.Timer;
import io.zugabe.recommendation.triggers.domain.TriggerKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Timers as rows. */
final class Rows {

    /** In the order of {@link #columns}. */
    static final String COLUMNS =
            "due_offer_id, kind, subject, object, anchors, channel, cause_time, due_time, expire_time";

    private Rows() {}

    static Timer timer(Row row) {
        return new Timer(
                new Timer.Key(TriggerKind.valueOf(row.getString("kind")), row.getString("object")),
                List.of(row.getArrayOfStrings("anchors")),
                instant(row, "cause_time"),
                instant(row, "due_time"),
                instant(row, "expire_time"),
                Channel.valueOf(row.getString("channel")));
    }

    static Tuple columns(String subject, Timer timer) {
        return Tuple.tuple()
                .addUUID(id(subject, timer))
                .addString(timer.key().kind().name())
                .addString(subject)
                .addString(timer.key().object())
                .addArrayOfString(timer.anchors().toArray(String[]::new))
                .addString(timer.channel().name())
                .addOffsetDateTime(time(timer.cause()))
                .addOffsetDateTime(time(timer.due()))
                .addOffsetDateTime(time(timer.expires()));
    }

    /** The same for the same cause, whoever asks and however often the log is read. */
    static UUID id(String subject, Timer timer) {
        String cause = String.join(
                "\n",
                timer.key().kind().name(),
                subject,
                timer.key().object(),
                timer.cause().truncatedTo(ChronoUnit.MICROS).toString());
        return UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8));
    }

    static OffsetDateTime time(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static <E extends Enum<E>> String[] names(Collection<E> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }
}
