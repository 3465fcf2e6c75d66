package io.zugabe.segmentation.profile;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.ServiceClient;
import io.zugabe.segmentation.v1.BatchGetProfilesRequest;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.GetLogStatusRequest;
import io.zugabe.segmentation.v1.Profile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Replaying the log while the service runs gives the same profiles, seen through the API. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
@Proves("C1")
class ReplayTest {

    private static final long SEED = 20_261_122;

    @Inject
    Pool pool;

    @Test
    void log_replayedFromTheStart_givesTheSameProfiles() throws InterruptedException {
        List<String> customers =
                IntStream.range(0, 20).mapToObj(i -> Events.unique("c")).toList();
        try (ServiceClient client = new ServiceClient()) {
            client.publish(batches(customers));
            awaitProjection(client);
            List<Profile> incremental = profiles(client, customers);
            pool.withTransaction(connection -> connection
                            .query("update projection set position = 0, cached_position = 0")
                            .execute()
                            .chain(() -> connection.query("delete from profile").execute()))
                    .await()
                    .atMost(Duration.ofSeconds(10));
            awaitProjection(client);
            assertEquals(incremental, profiles(client, customers), () -> "seed " + SEED);
        }
    }

    private static List<List<Event>> batches(List<String> customers) {
        Random random = new Random(SEED);
        List<List<Event>> batches = new ArrayList<>();
        for (int batch = 0; batch < 20; batch++) {
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                events.add(event(customers.get(random.nextInt(customers.size())), random));
            }
            batches.add(events);
        }
        return batches;
    }

    private static Event event(String customer, Random random) {
        String product = "p-" + random.nextInt(30);
        int number = random.nextInt(5);
        var time = Events.NOON.plusSeconds(random.nextInt(10_000_000));
        Event event = switch (random.nextInt(6)) {
            case 0 -> Events.view(customer, product);
            case 1 -> Events.search(customer, product);
            case 2 -> Events.purchase(customer, Events.item(product, 1 + number, number));
            case 3 -> Events.refund(customer, Events.item(product, 1, number));
            case 4 -> Events.caseOpened(customer, "k-" + number, time);
            default -> Events.caseResolved(customer, "k-" + number, time);
        };
        return event.toBuilder().setEventTime(Events.timestamp(time)).build();
    }

    /** Without what depends on when it was assessed. */
    private static List<Profile> profiles(ServiceClient client, List<String> customers) {
        return client
                .profiles()
                .batchGetProfiles(BatchGetProfilesRequest.newBuilder()
                        .addAllCustomerIds(customers)
                        .build())
                .getProfilesList()
                .stream()
                .map(profile ->
                        profile.toBuilder().clearAssessment().clearRevision().build())
                .toList();
    }

    private static void awaitProjection(ServiceClient client) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var status = client.events().getLogStatus(GetLogStatusRequest.getDefaultInstance());
            return status.getProjectedPosition() == status.getEndPosition();
        });
    }
}
