package io.zugabe.kit.grpc;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.zugabe.kit.cache.VersionedCache;
import io.zugabe.probe.v1.PingRequest;
import io.zugabe.probe.v1.PingResponse;
import io.zugabe.probe.v1.ProbeServiceGrpc;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The kit in a running application, over the wire. */
@QuarkusTest
@WithTestResource(EmbeddedServersResource.class)
class KitOverGrpcTest {

    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

    @Inject
    VersionedCache cache;

    @Inject
    Redis redis;

    private ManagedChannel channel;

    @BeforeEach
    void connect() {
        int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    @Test
    void ping_answers() {
        assertEquals(
                PingResponse.getDefaultInstance(),
                ProbeServiceGrpc.newBlockingStub(channel).ping(PingRequest.getDefaultInstance()));
    }

    @Test
    void health_serving() {
        assertEquals(
                ServingStatus.SERVING,
                HealthGrpc.newBlockingStub(channel)
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus());
    }

    @Test
    void readiness_isAskedByName() {
        HealthCheckRequest ready = HealthCheckRequest.newBuilder()
                .setService(ReadinessOverGrpc.NAME)
                .build();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> HealthGrpc.newBlockingStub(channel).check(ready).getStatus() == ServingStatus.SERVING);
        TestReadiness.up = false;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> HealthGrpc.newBlockingStub(channel).check(ready).getStatus() == ServingStatus.NOT_SERVING);
        TestReadiness.up = true;
        health_serving();
    }

    @Test
    void requestId_offered_comesBack() {
        assertEquals("shop-42", requestIdAfterPing("shop-42"));
    }

    @Test
    void requestId_forged_isReplaced() {
        String id = requestIdAfterPing("a b");
        assertNotNull(id);
        assertEquals(36, id.length());
    }

    @Test
    void cache_olderVersion_neverReplacesNewer() {
        assertEquals(true, put(7, "seven"));
        assertEquals(false, put(6, "six"));
        assertEquals(false, put(7, "seven again"));
        assertEquals("seven", cached());
        assertEquals(true, put(300, "three hundred"));
        assertEquals("three hundred", cached());
    }

    @Test
    void cache_manyWrittenAtOnce_keepsTheNewestOfEach() {
        put("test:{many-3}", 9_000, "newer");
        redis.sendAndAwait(Request.cmd(Command.SCRIPT).arg("FLUSH"));
        List<VersionedCache.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            entries.add(entry("test:{many-" + i + "}", 5, "five"));
        }
        entries.add(entry("test:{many-7}", 6, "six"));
        entries.add(entry("test:{many-8}", 4, "four"));
        BitSet stored = cache.putAll(entries, TIME_TO_LIVE).await().atMost(Duration.ofSeconds(20));
        BitSet expected = new BitSet();
        expected.set(0, 1_201);
        expected.clear(3);
        assertEquals(expected, stored);
        assertEquals("newer", cached("test:{many-3}"));
        assertEquals("six", cached("test:{many-7}"));
        assertEquals("five", cached("test:{many-8}"));
        assertEquals("five", cached("test:{many-1199}"));
    }

    @Test
    void cache_placeTakenByAList_refusesThatEntryAlone() {
        redis.sendAndAwait(Request.cmd(Command.RPUSH).arg("test:{list}").arg("an entry"));
        BitSet stored = cache.putAll(
                        List.of(entry("test:{list}", 1, "one"), entry("test:{beside}", 1, "one")), TIME_TO_LIVE)
                .await()
                .atMost(Duration.ofSeconds(20));
        assertEquals(BitSet.valueOf(new long[] {0b10}), stored);
    }

    private static VersionedCache.Entry entry(String key, long version, String value) {
        return new VersionedCache.Entry(key, version, value.getBytes(StandardCharsets.UTF_8));
    }

    private boolean put(long version, String value) {
        return put("test:{a}", version, value);
    }

    private boolean put(String key, long version, String value) {
        return cache.put(key, version, value.getBytes(StandardCharsets.UTF_8), TIME_TO_LIVE)
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    private String cached() {
        return cached("test:{a}");
    }

    private String cached(String key) {
        return new String(cache.get(key).await().atMost(Duration.ofSeconds(5)).orElseThrow(), StandardCharsets.UTF_8);
    }

    private String requestIdAfterPing(String offered) {
        Metadata.Key<String> key = Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);
        Metadata headers = new Metadata();
        headers.put(key, offered);
        AtomicReference<Metadata> received = new AtomicReference<>();
        ClientInterceptor send = MetadataUtils.newAttachHeadersInterceptor(headers);
        ClientInterceptor receive =
                MetadataUtils.newCaptureMetadataInterceptor(received, new AtomicReference<>(new Metadata()));
        ProbeServiceGrpc.newBlockingStub(channel)
                .withInterceptors(send, receive)
                .ping(PingRequest.getDefaultInstance());
        return received.get().get(key);
    }
}
