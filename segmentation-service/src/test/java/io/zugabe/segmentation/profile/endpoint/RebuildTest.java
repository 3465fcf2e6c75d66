package io.zugabe.segmentation.profile.endpoint;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.ServiceClient;
import io.zugabe.segmentation.v1.CustomersMerged;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.GetLogStatusRequest;
import io.zugabe.segmentation.v1.GetLogStatusResponse;
import io.zugabe.segmentation.v1.GetProfileRequest;
import io.zugabe.segmentation.v1.GetRebuildRequest;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.RebuildProfilesRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
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
    private static final Duration LONGEST = Duration.ofMinutes(3);

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
            pool.preparedQuery("delete from profile where subject = $1").executeAndAwait(Tuple.of(forgotten));

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

    @Test
    void whoIsTheSamePerson_isRebuilt_andWhatWasConcludedOfOthersGoes() throws InterruptedException {
        try (ServiceClient client = new ServiceClient()) {
            String customer = Events.unique("c");
            String merged = Events.unique("c");
            String stranger = Events.unique("c");
            String ghost = Events.unique("ghost");
            client.publish(
                    Events.view(merged, "lamp"),
                    Events.view(customer, "lamp"),
                    Events.view(stranger, "lamp"),
                    Events.of(customer)
                            .setCustomersMerged(CustomersMerged.newBuilder().setMergedCustomerId(merged))
                            .build());
            awaitProjected(client);
            await().atMost(LONGEST).until(() -> rows("assessed", stranger) == 1);
            // the merge is lost, a stranger is taken for the customer, and somebody is due of whom nothing is known
            execute("delete from identity_edge where from_subject = $1", merged);
            execute("delete from identity_member where subject = $1", merged);
            execute(
                    "insert into identity_member (subject, canonical, counted, changed) values ($1, '%s', true, 1)"
                            .formatted(customer),
                    stranger);
            execute("insert into replenishment_due values ($1, 'p', now(), now(), now(), now(), 1)", ghost);
            execute("insert into assessed values ($1, 1, 1, now(), '', '')", ghost);
            assertEquals(customer, profile(client, stranger).getSubjectId());
            Instant before = rebuildEnd(client);

            client.events().rebuildProfiles(RebuildProfilesRequest.getDefaultInstance());
            await().atMost(LONGEST).until(() -> rebuildEnd(client).isAfter(before));

            assertEquals(stranger, profile(client, stranger).getSubjectId());
            assertEquals(customer, profile(client, merged).getSubjectId());
            assertEquals(2, profile(client, customer).getActivity().getViews());
            assertEquals(0, rows("assessed", ghost));
            assertEquals(
                    0,
                    pool.preparedQuery("select count(*) from replenishment_due where customer = $1")
                            .executeAndAwait(Tuple.of(ghost))
                            .iterator()
                            .next()
                            .getLong(0));
            await().atMost(LONGEST).until(() -> rows("assessed", stranger) == 1);
            assertEquals(0, rows("identity_member_shadow", customer));
        }
    }

    private static Instant rebuildEnd(ServiceClient client) {
        Timestamp end = client.events()
                .getRebuild(GetRebuildRequest.getDefaultInstance())
                .getRebuild()
                .getEndTime();
        return Instant.ofEpochSecond(end.getSeconds(), end.getNanos());
    }

    private long rows(String table, String subject) {
        return pool.preparedQuery("select count(*) from " + table + " where subject = $1")
                .executeAndAwait(Tuple.of(subject))
                .iterator()
                .next()
                .getLong(0);
    }

    private void execute(String statement, String subject) {
        pool.preparedQuery(statement).executeAndAwait(Tuple.of(subject));
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
