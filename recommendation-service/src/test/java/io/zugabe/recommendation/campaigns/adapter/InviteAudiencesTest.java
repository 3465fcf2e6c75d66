package io.zugabe.recommendation.campaigns.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.RecommendationDatabase;
import io.zugabe.recommendation.campaigns.Audiences;
import io.zugabe.recommendation.campaigns.domain.Campaign;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.triggers.TriggerSettings;
import io.zugabe.recommendation.triggers.TriggersConfig;
import io.zugabe.recommendation.triggers.adapter.PgSettings;
import io.zugabe.recommendation.triggers.domain.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Audiences become timers, page by page, whatever happens to other campaigns meanwhile. */
@Proves("T4")
class InviteAudiencesTest {

    private static final Duration MOMENT = Duration.ofSeconds(20);
    private static final RecommendationDatabase DATABASE = new RecommendationDatabase();
    private static final Instant START = Instant.now().minusSeconds(600);

    private final PgCampaigns campaigns = new PgCampaigns(DATABASE.pool());
    private final Segments segments = new Segments();
    private final InviteAudiences invite = new InviteAudiences(
            DATABASE.pool(),
            segments,
            new OwnerAudiences(new CatalogReplica(new SimpleMeterRegistry())),
            new TriggerSettings(new PgSettings(DATABASE.pool())),
            new SmallRyeConfigBuilder()
                    .withConverter(Duration.class, 200, new DurationConverter())
                    .withMapping(TriggersConfig.class)
                    .build()
                    .getConfigMapping(TriggersConfig.class));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        DATABASE.execute("delete from campaign; delete from due_timer");
    }

    @Test
    void campaignWhoseSegmentCannotBeRead_doesNotHoldUpOthers() {
        segments.pages.put("buyers", new Audiences.Members(List.of("c:1", "c:2"), ""));
        create("first", "unreadable", START);
        create("second", "buyers", START.plusSeconds(60));

        look();
        look();

        assertEquals(0, timers("first"));
        assertEquals(2, timers("second"));
    }

    @Test
    void changedSegment_isReadFromItsBeginning() {
        segments.pages.put("buyers", new Audiences.Members(List.of("c:1", "c:2"), "page 2 of buyers"));
        segments.pages.put("readers", new Audiences.Members(List.of("c:2", "c:3"), ""));
        Campaign campaign = create("spring", "buyers", START);
        look();

        campaigns
                .put(campaign("spring", "readers", START, campaign.version() + 1), "jane", "campaign updated")
                .await()
                .atMost(MOMENT);
        look();

        assertEquals(3, DATABASE.number("select count(*) from due_timer"), "two buyers and another reader");
        assertEquals(3, timers("spring"), "who has a timer already is not counted again");
        assertEquals(1, DATABASE.number("select count(*) from campaign where audience_done"));
    }

    @Test
    void segmentThatIsChangedWhileAPageIsRead_makesNoTimers() {
        segments.pages.put("buyers", new Audiences.Members(List.of("c:1"), ""));
        create("spring", "buyers", START);
        segments.meanwhile = () -> DATABASE.execute("update campaign set segment = 'readers'");

        look();

        assertEquals(0, DATABASE.number("select count(*) from due_timer"));
        assertEquals(0, DATABASE.number("select count(*) from campaign where audience_done"));
    }

    private void look() {
        invite.invite().await().atMost(MOMENT);
    }

    private static long timers(String campaign) {
        return DATABASE.number("select timers from campaign where campaign_id = '" + campaign + "'");
    }

    private Campaign create(String id, String segment, Instant start) {
        return campaigns
                .create(campaign(id, segment, start, 1), "jane")
                .await()
                .atMost(MOMENT)
                .campaign();
    }

    private static Campaign campaign(String id, String segment, Instant start, long version) {
        return new Campaign(
                id,
                id,
                start,
                start.plus(Duration.ofDays(1)),
                segment,
                false,
                "",
                0,
                Set.of(),
                Optional.of(Channel.EMAIL),
                List.of("mug"),
                2,
                new LocalizedText(Map.of("en", "Spring is here.")),
                Campaign.Stage.ACTIVE,
                version);
    }

    /** The first pages of segments; a token names its segment, and no other takes it. */
    private static final class Segments implements Audiences {
        private final Map<String, Members> pages = new HashMap<>();
        private Runnable meanwhile = () -> {};

        @Override
        public Uni<Boolean> exists(String segment) {
            return Uni.createFrom().item(pages.containsKey(segment));
        }

        @Override
        public Uni<Members> members(String segment, String page) {
            Members members = pages.get(segment);
            return members == null || !page.isEmpty()
                    ? Uni.createFrom().failure(new IllegalArgumentException("no page " + page + " of " + segment))
                    : Uni.createFrom()
                            .item(members)
                            .emitOn(Infrastructure.getDefaultWorkerPool())
                            .invoke(() -> meanwhile.run());
        }
    }
}
