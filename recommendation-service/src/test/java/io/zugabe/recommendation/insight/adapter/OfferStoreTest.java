package io.zugabe.recommendation.insight.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Row;
import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.RecommendationDatabase;
import io.zugabe.recommendation.insight.AttributionConfig;
import io.zugabe.recommendation.insight.domain.BoughtLine;
import io.zugabe.recommendation.insight.domain.CellKey;
import io.zugabe.recommendation.insight.domain.Counts;
import io.zugabe.recommendation.insight.domain.History;
import io.zugabe.recommendation.insight.domain.History.Told;
import io.zugabe.recommendation.insight.domain.MadeOffer;
import io.zugabe.recommendation.insight.domain.Person;
import io.zugabe.recommendation.insight.domain.ReturnLine;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import io.zugabe.recommendation.upstream.adapter.LogReplacedException;
import io.zugabe.segmentation.v1.LoggedEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attribution in the database comes to the same as counting everything anew. */
@Proves("O9")
class OfferStoreTest {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final String LOG = "log-a";

    private static RecommendationDatabase database;
    private static AttributionConfig config;

    private OfferStore store;

    @BeforeAll
    static void startDatabase() {
        database = new RecommendationDatabase();
        SmallRyeConfig settings = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, Duration::parse)
                .withMapping(AttributionConfig.class)
                .withDefaultValue("zugabe.attribution.click-window", "PT0.1S")
                .withDefaultValue("zugabe.attribution.view-window", "PT0.04S")
                .withDefaultValue("zugabe.attribution.keep", "P60D")
                .withDefaultValue("zugabe.attribution.keep-bought", "P200D")
                .withDefaultValue("zugabe.attribution.keep-counts", "P9999D")
                .withDefaultValue("zugabe.attribution.clean-every", "P1D")
                .build();
        config = settings.getConfigMapping(AttributionConfig.class);
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void clear() {
        store = new OfferStore(database.pool(), config);
        forgetAll();
    }

    @Test
    void runsInAnyOrder_giveTheCountsOfAllAtOnce() {
        assertEquals(History.WINDOWS, config.windows());
        for (long seed = 1; seed <= 12; seed++) {
            forgetAll();
            Random random = new Random(seed);
            List<Told> told = new History(seed).draw(60);
            List<Told> shuffled = new ArrayList<>(told);
            told.stream().filter(ignored -> random.nextInt(4) == 0).forEach(shuffled::add);
            Collections.shuffle(shuffled, random);

            List<LoggedRun> runs = runs(shuffled, random);
            runs.forEach(this::append);
            assertEquals(History.counts(told), counts(), "seed " + seed);

            runs.forEach(this::append); // another replica comes second
            assertEquals(History.counts(told), counts(), "seed " + seed);
        }
    }

    @Test
    @Proves("C10")
    void erasedPeople_leaveOffersLinesAndCounts() throws NoSuchAlgorithmException {
        for (long seed = 20; seed <= 26; seed++) {
            forgetAll();
            List<Told> told = new History(seed).draw(60);
            runs(told, new Random(seed)).forEach(this::append);
            ErasedPeople people = new ErasedPeople(LOG, List.of(digest("c1")));
            append(new LoggedRun(List.of(), Optional.of(people), told.size() + 1L, LOG));

            List<Told> left = told.stream().filter(each -> !isErased(each)).toList();
            assertEquals(History.counts(left), counts(), "seed " + seed);
            assertEquals(0, database.number("""
                    select (select count(*) from tracked_offer where customer = 'c1')
                        + (select count(*) from tracked_line where customer = 'c1')
                        + (select count(*) from tracked_return where subject = 'c:c1')"""));
        }
    }

    @Test
    void anotherLog_isRefused_andForgettingBeginsAnew() {
        runs(new History(3).draw(20), new Random(3)).forEach(this::append);
        LoggedRun other = new LoggedRun(List.of(), Optional.empty(), 500, "log-b");
        assertThrows(LogReplacedException.class, () -> append(other));

        long generation = store.reached().await().atMost(LONGEST_WAIT).generation();
        store.forget(generation).await().atMost(LONGEST_WAIT);
        assertEquals(Map.of(), counts());
        assertEquals(0, store.reached().await().atMost(LONGEST_WAIT).position());
    }

    @Test
    void whatIsTooOldByTheTimeOfTheLog_isDeleted_theCountsStay() {
        runs(new History(5).draw(80), new Random(5)).forEach(this::append);
        Map<CellKey, Counts> before = counts();
        database.execute("update offer_position set log_time = 86400000 * 1000::bigint");
        new OfferCleaning(database.pool(), config).clean();
        assertEquals(0, database.number("""
                select (select count(*) from tracked_offer) + (select count(*) from tracked_line)
                    + (select count(*) from tracked_return)"""));
        assertEquals(before, counts());
    }

    private void append(LoggedRun run) {
        long generation = store.reached().await().atMost(LONGEST_WAIT).generation();
        store.append(run, generation).await().atMost(LONGEST_WAIT);
    }

    private static void forgetAll() {
        database.execute("truncate tracked_offer, tracked_line, tracked_return, offer_cell, offer_retirement;"
                + " update offer_position set position = 0, log_id = '', log_time = 0");
    }

    private static Map<CellKey, Counts> counts() {
        Map<CellKey, Counts> counts = new TreeMap<>();
        for (Row row : database.pool()
                .query("select * from offer_cell where shown > 0")
                .execute()
                .await()
                .atMost(LONGEST_WAIT)) {
            counts.put(
                    new CellKey(
                            row.getString("placement"),
                            row.getString("product_id"),
                            row.getString("anchor_type"),
                            row.getString("source"),
                            row.getString("segment")),
                    new Counts(
                            row.getLong("shown"),
                            row.getLong("clicked"),
                            row.getLong("added"),
                            row.getLong("dismissed"),
                            row.getLong("interested"),
                            row.getLong("bought"),
                            row.getLong("returned"),
                            row.getLong("expected_micros")));
        }
        return counts;
    }

    private static List<LoggedRun> runs(List<Told> told, Random random) {
        List<LoggedRun> runs = new ArrayList<>();
        int at = 0;
        while (at < told.size()) {
            int end = Math.min(told.size(), at + 1 + random.nextInt(15));
            List<LoggedEvent> events = new ArrayList<>();
            for (int i = at; i < end; i++) {
                events.add(LoggedEvent.newBuilder()
                        .setPosition(i + 1L)
                        .setEvent(ToldEvents.event(told.get(i).what(), "e" + i))
                        .build());
            }
            runs.add(new LoggedRun(events, Optional.empty(), end, LOG));
            at = end;
        }
        return runs;
    }

    private static boolean isErased(Told told) {
        return switch (told.what()) {
            case MadeOffer offer -> isErased(offer.person());
            case BoughtLine line -> isErased(line.person());
            case ReturnLine line -> line.subject().equals("c:c1");
            default -> throw new AssertionError(told);
        };
    }

    private static boolean isErased(Person person) {
        return person.customer().equals("c1");
    }

    private static byte[] digest(String key) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest((LOG + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }
}
