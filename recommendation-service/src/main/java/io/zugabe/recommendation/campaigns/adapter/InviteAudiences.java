package io.zugabe.recommendation.campaigns.adapter;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.campaigns.Audiences;
import io.zugabe.recommendation.campaigns.Audiences.Members;
import io.zugabe.recommendation.triggers.TriggerSettings;
import io.zugabe.recommendation.triggers.TriggersConfig;
import io.zugabe.recommendation.triggers.adapter.NewTimers;
import io.zugabe.recommendation.triggers.domain.Channel;
import io.zugabe.recommendation.triggers.domain.Timer;
import io.zugabe.recommendation.triggers.domain.Trigger;
import io.zugabe.recommendation.triggers.domain.TriggerKind;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes a timer for everyone in the audience of a campaign that begins: one page at a time, noted with how
 * far it has come, so that a restart goes on from there and of several replicas one does it. A campaign is put off
 * before its page is read: if that fails, the others have their turn.
 */
@Singleton
public class InviteAudiences {

    private static final Logger LOG = Logger.getLogger(InviteAudiences.class);

    /** Longer than reading a page and making its timers takes. */
    private static final String CLAIM = """
            update campaign set audience_next = now() + interval '30 seconds' where campaign_id = (
                select campaign_id from campaign
                where channel <> '' and not audience_done and stage = 'ACTIVE'
                    and start_time <= now() and end_time > now() and audience_next <= now()
                order by start_time, campaign_id limit 1 for update skip locked)
            returning campaign_id, segment, owners, products, start_time, end_time, channel, audience_page""";

    /** Empty if the audience was changed, or another went on, while the page was read. */
    private static final String STILL = """
            select 1 from campaign where campaign_id = $1 and segment = $2 and audience_page = $3 and channel = $4
                and owners = $5 and (not owners or products = $6)
                and not audience_done for update""";

    private static final String GO_ON = """
            update campaign set audience_page = $2, audience_done = $3, timers = timers + $4,
                audience_next = now()
            where campaign_id = $1""";

    private final Pool pool;
    private final Audiences audiences;
    private final OwnerAudiences owners;
    private final TriggerSettings settings;
    private final Duration every;
    private final AtomicReference<@Nullable Cancellable> running = new AtomicReference<>();

    public InviteAudiences(
            Pool pool, Audiences audiences, OwnerAudiences owners, TriggerSettings settings, TriggersConfig config) {
        this.pool = pool;
        this.audiences = audiences;
        this.owners = owners;
        this.settings = settings;
        this.every = config.every();
    }

    void start(@Observes StartupEvent event) {
        running.set(Multi.createBy()
                .repeating()
                .uni(this::invite)
                .withDelay(every)
                .indefinitely()
                .subscribe()
                .with(ignored -> {}, failure -> LOG.error("Campaigns are not sent any more", failure)));
    }

    void stop(@Observes ShutdownEvent event) {
        Cancellable current = running.getAndSet(null);
        if (current != null) {
            current.cancel();
        }
    }

    /** The next page of the next campaign that has begun. */
    Uni<Void> invite() {
        return pool.query(CLAIM)
                .execute()
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : begin(rows.iterator().next()))
                .onFailure()
                .invoke(failure -> LOG.warnf("A campaign waits: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> begin(Row campaign) {
        return members(campaign)
                .chain(members -> pool.withTransaction(transaction -> invite(campaign, members, transaction)));
    }

    private Uni<Void> invite(Row campaign, Members members, SqlConnection transaction) {
        return transaction
                .preparedQuery(STILL)
                .execute(Tuple.tuple()
                        .addString(campaign.getString("campaign_id"))
                        .addString(campaign.getString("segment"))
                        .addString(campaign.getString("audience_page"))
                        .addString(campaign.getString("channel"))
                        .addBoolean(campaign.getBoolean("owners"))
                        .addArrayOfString(campaign.getArrayOfStrings("products")))
                .chain(still -> still.size() == 0
                        ? Uni.createFrom().voidItem()
                        : NewTimers.add(members.subjects(), timer(campaign), transaction)
                                .chain(made -> goOn(campaign, members, made, transaction)));
    }

    private Uni<Members> members(Row campaign) {
        String page = campaign.getString("audience_page");
        return campaign.getBoolean("owners")
                ? pool.withConnection(connection -> owners.members(products(campaign), page, connection))
                : audiences.members(campaign.getString("segment"), page);
    }

    private static List<String> products(Row campaign) {
        return List.of(campaign.getArrayOfStrings("products"));
    }

    private static Uni<Void> goOn(Row campaign, Members members, int made, SqlConnection transaction) {
        return transaction
                .preparedQuery(GO_ON)
                .execute(Tuple.of(
                        campaign.getString("campaign_id"),
                        members.next(),
                        members.next().isEmpty(),
                        made))
                .replaceWithVoid();
    }

    private Timer timer(Row campaign) {
        Trigger trigger = settings.current().of(TriggerKind.CAMPAIGN);
        Instant start = campaign.getOffsetDateTime("start_time").toInstant();
        Instant end = campaign.getOffsetDateTime("end_time").toInstant();
        Timer usual = Timer.started(trigger, campaign.getString("campaign_id"), List.of(), start, Duration.ZERO);
        return new Timer(
                usual.key(),
                usual.anchors(),
                usual.cause(),
                usual.due(),
                usual.expires().isBefore(end) ? usual.expires() : end,
                Channel.valueOf(campaign.getString("channel")));
    }
}
