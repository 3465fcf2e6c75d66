package io.zugabe.segmentation.profile.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.ProfileStore;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
class PostgresProfilesTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Behind every key of other tests. */
    private static final String BEFORE = "zz-";

    @Inject
    ProfileStore store;

    @Inject
    Pool pool;

    @Test
    void pages_ofAFewKeys_giveEveryChangedProfileOnceAndEnd() {
        List<VersionedProfile> saved = IntStream.range(0, 20)
                .mapToObj(i -> new VersionedProfile(
                        Profile.empty(Subject.customer("zz-%02d".formatted(i)), Limits.STANDARD), 100 - i))
                .toList();
        ProfileStore.Progress now = store.progress().await().atMost(LONGEST);
        assertTrue(store.commit(now, now, saved).await().atMost(LONGEST));

        List<VersionedProfile> found = new ArrayList<>();
        Optional<String> key = Optional.of(BEFORE);
        while (key.isPresent()) {
            ProfileStore.Page page =
                    store.changedAfter(90, key.get(), 3).await().atMost(LONGEST);
            assertTrue(page.changed().size() <= 3);
            found.addAll(page.changed());
            key = page.lastKey();
        }
        assertEquals(saved.subList(0, 10), found);
    }

    @Test
    void page_isReadAlongThePrimaryKey() {
        String query = PostgresProfiles.CHANGED_AFTER
                .replace("$1", "90")
                .replace("$2", "'zz-'")
                .replace("$3", "3");
        String plan = pool.withTransaction(connection -> connection
                        .query("set local enable_seqscan = off; set local enable_bitmapscan = off")
                        .execute()
                        .chain(() -> connection.query("explain " + query).execute()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList()
                        .toString())
                .await()
                .atMost(LONGEST);
        assertTrue(plan.contains("Index Scan using profile_pkey"), plan);
        assertFalse(plan.contains("Sort"), plan);
    }
}
