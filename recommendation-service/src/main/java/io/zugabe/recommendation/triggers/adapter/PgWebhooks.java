package io.zugabe.recommendation.triggers.adapter;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.triggers.TriggerReason;
import io.zugabe.recommendation.triggers.Webhook;
import io.zugabe.recommendation.triggers.Webhooks;
import io.zugabe.recommendation.triggers.domain.Channel;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Webhooks in PostgreSQL. */
@Singleton
public class PgWebhooks implements Webhooks {

    private static final long MOST = 20;

    private static final String ALL = """
            select w.webhook_id, w.url, w.secret, w.create_time,
                array(select c.channel from webhook_channel c where c.webhook_id = w.webhook_id order by 1) as channels
            from webhook w order by w.webhook_id""";
    private static final String COUNT = "select count(*) from webhook";
    private static final String CREATE =
            "insert into webhook (webhook_id, url, secret) values ($1, $2, $3) on conflict do nothing";
    private static final String TAKE =
            "insert into webhook_channel (channel, webhook_id) values ($1, $2) on conflict do nothing";
    private static final String DELETE = "delete from webhook where webhook_id = $1";

    private final Pool pool;

    public PgWebhooks(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Webhook>> all() {
        return pool.query(ALL).execute().map(PgWebhooks::webhooks);
    }

    @Override
    public Uni<Webhook> create(Webhook webhook, String actor) {
        return pool.withTransaction(transaction -> transaction
                        .query(COUNT)
                        .execute()
                        .invoke(rows -> refuseAbove(rows.iterator().next().getLong(0)))
                        .chain(() -> transaction
                                .preparedQuery(CREATE)
                                .execute(Tuple.of(webhook.id(), webhook.url().toString(), webhook.secret())))
                        .invoke(created -> refuseUnless(
                                created.rowCount() == 1, TriggerReason.WEBHOOK_EXISTS, "webhook", webhook.id()))
                        .chain(() -> take(webhook, transaction))
                        .chain(() -> PgChanges.note(
                                transaction,
                                actor,
                                "webhook created",
                                webhook.id(),
                                webhook.channels() + " to " + webhook.url())))
                .chain(this::all)
                .map(all -> all.stream()
                        .filter(each -> each.id().equals(webhook.id()))
                        .findFirst()
                        .orElse(webhook));
    }

    private static Uni<Void> take(Webhook webhook, SqlConnection transaction) {
        return Multi.createFrom()
                .iterable(webhook.channels())
                .onItem()
                .transformToUniAndConcatenate(channel -> transaction
                        .preparedQuery(TAKE)
                        .execute(Tuple.of(channel.name(), webhook.id()))
                        .invoke(taken -> refuseUnless(
                                taken.rowCount() == 1, TriggerReason.CHANNEL_TAKEN, "channel", channel.name())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static void refuseAbove(long count) {
        if (count >= MOST) {
            throw ZugabeException.of(
                    TriggerReason.TOO_MANY_WEBHOOKS, "there are " + count + " webhooks already", Map.of());
        }
    }

    private static void refuseUnless(boolean free, TriggerReason reason, String what, String which) {
        if (!free) {
            throw ZugabeException.of(
                    reason, "there is a webhook already for the " + what + " " + which, Map.of(what, which));
        }
    }

    @Override
    public Uni<Boolean> delete(String id, String actor) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(DELETE)
                .execute(Tuple.of(id))
                .chain(deleted -> deleted.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : PgChanges.note(transaction, actor, "webhook deleted", id, "")
                                .replaceWith(true)));
    }

    private static List<Webhook> webhooks(RowSet<Row> rows) {
        List<Webhook> webhooks = new ArrayList<>();
        rows.forEach(row -> webhooks.add(new Webhook(
                row.getString("webhook_id"),
                URI.create(row.getString("url")),
                row.getString("secret"),
                Stream.of(row.getArrayOfStrings("channels"))
                        .map(Channel::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                Rows.instant(row, "create_time"))));
        return webhooks;
    }
}
