package io.zugabe.segmentation.profile.endpoint;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.ServiceClient;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.GetLogStatusRequest;
import io.zugabe.segmentation.v1.GetLogStatusResponse;
import io.zugabe.segmentation.v1.GetProfileRequest;
import io.zugabe.segmentation.v1.GetRebuildRequest;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.RebuildProfilesRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The log gives all profiles again while it grows and they are served. */
@Proves("C1")
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
class RebuildTest {

    private static final int CUSTOMERS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @Test
    void profiles_rebuiltWhileTheLogGrows_equalThoseBefore() throws InterruptedException {
        try (ServiceClient client = new ServiceClient()) {
            String prefix = Events.unique("c");
            publish(client, prefix, 40);
            awaitProjected(client);
            Map<String, Profile> before = profiles(client, prefix);
            String forgotten = prefix + "-3";
            pool.preparedQuery("delete from profile where subject = $1")
                    .executeAndAwait(io.vertx.mutiny.sqlclient.Tuple.of(forgotten));

            assertTrue(client.events()
                    .rebuildProfiles(RebuildProfilesRequest.getDefaultInstance())
                    .getRebuild()
                    .hasStartTime());
            String other = Events.unique("d");
            for (int i = 0; i < 10; i++) {
                publish(client, other, 1);
                assertEquals(40, profile(client, prefix + "-1").getActivity().getViews());
            }
            await().atMost(LONGEST)
                    .until(() -> !client.events()
                            .getRebuild(GetRebuildRequest.getDefaultInstance())
                            .getRebuild()
                            .getRunning());
            awaitProjected(client);
            assertEquals(before, profiles(client, prefix));
            assertEquals(10, profile(client, other + "-1").getActivity().getViews());
            assertFalse(pool.query("select 1 from profile_shadow")
                    .executeAndAwait()
                    .iterator()
                    .hasNext());
        }
    }

    private static void publish(ServiceClient client, String prefix, int views) {
        List<Event> events = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            for (int i = 0; i < views; i++) {
                events.add(Events.view(prefix + "-" + customer, "p-" + i));
            }
        }
        client.publish(List.of(events));
    }

    private static void awaitProjected(ServiceClient client) {
        long end = status(client).getEndPosition();
        await().atMost(LONGEST).until(() -> status(client).getProjectedPosition() >= end);
    }

    private static GetLogStatusResponse status(ServiceClient client) {
        return client.events().getLogStatus(GetLogStatusRequest.getDefaultInstance());
    }

    private static Map<String, Profile> profiles(ServiceClient client, String prefix) {
        Map<String, Profile> profiles = new HashMap<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            String id = prefix + "-" + customer;
            // assessments are made anew, and say when
            profiles.put(
                    id,
                    profile(client, id).toBuilder()
                            .clearAssessment()
                            .clearRevision()
                            .build());
        }
        return profiles;
    }

    private static Profile profile(ServiceClient client, String id) {
        return client.profiles()
                .getProfile(GetProfileRequest.newBuilder().setCustomerId(id).build())
                .getProfile();
    }
}
