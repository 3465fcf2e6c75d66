package io.zugabe.recommendation.customer.adapter;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.zugabe.quickstart.embedded.EmbeddedRedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipelinedProfilesTest {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Vertx vertx = Vertx.vertx();
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private EmbeddedRedisServer redis = EmbeddedRedisServer.start(0);

    @AfterEach
    void stop() throws Exception {
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void manyAtOnce_getWhatTheOrdinaryClientGets_eachTheirOwn() throws Exception {
        Redis ordinary = Redis.createClient(vertx, redis.url());
        for (int i = 0; i < 300; i += 2) {
            Buffer stored = Buffer.buffer().appendLong(i).appendString("profile\r\n".repeat(i) + i);
            ordinary.send(Request.cmd(Command.SET).arg("k" + i).arg(stored))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(1, TimeUnit.MINUTES);
        }
        PipelinedProfiles profiles = profiles();

        List<Optional<byte[]>> found =
                onLoop(profiles, IntStream.range(0, 300).mapToObj(i -> "k" + i).toList());

        for (int i = 0; i < 300; i++) {
            assertEquals(i % 2 == 0, found.get(i).isPresent(), "k" + i);
            if (i % 2 == 0) {
                byte[] stored = ordinary.send(Request.cmd(Command.GET).arg("k" + i))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(1, TimeUnit.MINUTES)
                        .toBytes();
                assertArrayEquals(
                        java.util.Arrays.copyOfRange(stored, Long.BYTES, stored.length),
                        found.get(i).orElseThrow());
            }
        }
        assertEquals(0, failures());
    }

    @Test
    void whileRedisIsAway_everybodyIsToldAtOnce_andAfterwardsItIsThereAgain() throws Exception {
        PipelinedProfiles profiles = profiles();
        int port = redis.port();
        assertEquals(List.of(Optional.empty()), onLoop(profiles, List.of("k")));
        redis.close();

        await().atMost(LONGEST_WAIT).until(() -> {
            onLoop(profiles, List.of("k", "l"));
            return failures() > 0;
        });
        redis = EmbeddedRedisServer.start(port);

        await().atMost(LONGEST_WAIT).until(() -> {
            double before = failures();
            onLoop(profiles, List.of("k"));
            return failures() == before;
        });
    }

    @Test
    void aServerThatDoesNotAnswer_isNotWaitedFor() throws Exception {
        var silent = vertx.createNetServer()
                .connectHandler(socket -> {})
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(1, TimeUnit.MINUTES);
        PipelinedProfiles profiles = new PipelinedProfiles(
                vertx,
                new RedisAddress("127.0.0.1", silent.actualPort(), List.of()),
                Duration.ofMillis(100),
                metrics,
                key -> Uni.createFrom().failure(new AssertionError("not on an event loop")));

        assertEquals(
                List.of(Optional.empty(), Optional.empty()),
                onLoop(profiles, List.of("k", "l")),
                "told after the timeout");
        assertTrue(failures() >= 2);
    }

    private PipelinedProfiles profiles() {
        return new PipelinedProfiles(
                vertx,
                RedisAddress.parse(redis.url()).orElseThrow(),
                TIMEOUT,
                metrics,
                key -> Uni.createFrom().failure(new AssertionError("not on an event loop")));
    }

    private double failures() {
        return metrics.counter("zugabe.cache.failures", "operation", "get").count();
    }

    /** All asked in one turn of one event loop. */
    private List<Optional<byte[]>> onLoop(PipelinedProfiles profiles, List<String> keys) throws Exception {
        List<CompletableFuture<Optional<byte[]>>> answers = new ArrayList<>();
        keys.forEach(key -> answers.add(new CompletableFuture<>()));
        loop.runOnContext(now -> {
            for (int i = 0; i < keys.size(); i++) {
                CompletableFuture<Optional<byte[]>> answer = answers.get(i);
                profiles.find(keys.get(i)).subscribe().with(answer::complete, answer::completeExceptionally);
            }
        });
        List<Optional<byte[]>> found = new ArrayList<>();
        for (CompletableFuture<Optional<byte[]>> answer : answers) {
            found.add(answer.get(2, TimeUnit.MINUTES));
        }
        return found;
    }

    private final io.vertx.core.Context loop = vertx.getOrCreateContext();
}
