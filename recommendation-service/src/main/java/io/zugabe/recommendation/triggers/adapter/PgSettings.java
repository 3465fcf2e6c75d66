package io.zugabe.recommendation.triggers.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.triggers.TriggerSettings;
import io.zugabe.recommendation.triggers.domain.Channel;
import io.zugabe.recommendation.triggers.domain.Trigger;
import io.zugabe.recommendation.triggers.domain.TriggerKind;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Settings of triggers in PostgreSQL. */
@Singleton
public class PgSettings implements TriggerSettings.SettingStore {

    private static final String READ = "select * from trigger_setting";

    /** The first change finds no row, or one of somebody who was first; then the version does not match. */
    private static final String PUT = """
            insert into trigger_setting (kind, enabled, delay_millis, patience_millis, channel, version)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (kind) do update set enabled = $2, delay_millis = $3, patience_millis = $4, channel = $5,
                version = $6
            where trigger_setting.version = $6 - 1""";

    private final Pool pool;

    public PgSettings(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Trigger>> changed() {
        return pool.query(READ).execute().map(PgSettings::triggers);
    }

    @Override
    public Uni<Boolean> put(Trigger trigger, String actor, String detail) {
        Tuple columns = Tuple.tuple()
                .addString(trigger.kind().name())
                .addBoolean(trigger.enabled())
                .addLong(trigger.delay().toMillis())
                .addLong(trigger.patience().toMillis())
                .addString(trigger.channel().name())
                .addLong(trigger.version());
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(PUT)
                .execute(columns)
                .chain(put -> put.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : PgChanges.note(
                                        transaction,
                                        actor,
                                        "trigger updated",
                                        trigger.kind().name(),
                                        detail)
                                .replaceWith(true)));
    }

    private static List<Trigger> triggers(RowSet<Row> rows) {
        List<Trigger> triggers = new ArrayList<>();
        rows.forEach(row -> triggers.add(new Trigger(
                TriggerKind.valueOf(row.getString("kind")),
                row.getBoolean("enabled"),
                Duration.ofMillis(row.getLong("delay_millis")),
                Duration.ofMillis(row.getLong("patience_millis")),
                Channel.valueOf(row.getString("channel")),
                row.getLong("version"))));
        return triggers;
    }
}
