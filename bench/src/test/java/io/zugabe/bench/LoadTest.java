package io.zugabe.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.zugabe.probe.v1.PingRequest;
import io.zugabe.probe.v1.PingResponse;
import io.zugabe.probe.v1.ProbeServiceGrpc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loops against a real server in this process. What they measure is not asserted: it is this machine's. */
class LoadTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private final AtomicLong served = new AtomicLong();
    private volatile boolean failing;
    private Server server;
    private GrpcCalls calls;
    private Call ping;

    @BeforeEach
    void start() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new ProbeServiceGrpc.ProbeServiceImplBase() {
                    @Override
                    public void ping(PingRequest request, StreamObserver<PingResponse> response) {
                        answer(response);
                    }
                })
                .build()
                .start();
        calls = GrpcCalls.connect("127.0.0.1:" + server.getPort(), 2);
        ping = calls.unary(ProbeServiceGrpc.getPingMethod(), PingRequest::getDefaultInstance);
    }

    @AfterEach
    void stop() {
        calls.close();
        server.shutdownNow();
    }

    private void answer(StreamObserver<PingResponse> response) {
        served.incrementAndGet();
        if (failing) {
            response.onError(Status.UNAVAILABLE.asRuntimeException());
        } else {
            response.onNext(PingResponse.getDefaultInstance());
            response.onCompleted();
        }
    }

    @Test
    void closedLoop_givesARatePerRun() throws InterruptedException {
        List<Double> rates = ClosedLoop.callsPerSecond(ping, 4, SHORT, SHORT, 3);
        assertEquals(3, rates.size());
        assertTrue(rates.stream().allMatch(rate -> rate >= 0), rates::toString);
        assertTrue(served.get() >= 4, "each of the four in flight was answered before the loop ended");
    }

    @Test
    void closedLoop_keepsSoManyInFlight() throws InterruptedException {
        Queue<Call.Done> waiting = new ArrayDeque<>();
        AtomicInteger most = new AtomicInteger();
        Call held = done -> {
            synchronized (waiting) {
                waiting.add(done);
                most.accumulateAndGet(waiting.size(), Math::max);
            }
        };
        Thread server = Thread.ofVirtual().start(() -> answerAll(waiting));
        ClosedLoop.callsPerSecond(held, 7, SHORT, SHORT, 1);
        server.interrupt();
        assertEquals(7, most.get());
    }

    @Test
    void openLoop_startsAsManyAsTheRateSays() throws InterruptedException {
        Histogram latencies = OpenLoop.latencies(ping, 1_000, Duration.ZERO, SHORT);
        assertEquals(200, served.get());
        assertEquals(200, latencies.getTotalCount());
    }

    /** A call that ends late must not delay the start of the next: that is what an open loop is for. */
    @Test
    void openLoop_answersHeldBack_startsAllTheSame() throws InterruptedException {
        Queue<Call.Done> waiting = new ArrayDeque<>();
        AtomicInteger started = new AtomicInteger();
        Call held = done -> {
            waiting.add(done);
            if (started.incrementAndGet() == 200) {
                waiting.forEach(each -> each.accept(null));
            }
        };
        Histogram latencies = OpenLoop.latencies(held, 1_000, Duration.ZERO, SHORT);
        assertEquals(200, latencies.getTotalCount());
        assertTrue(latencies.getMaxValue() >= SHORT.toNanos() * 9 / 10, "the first waited for all others");
    }

    @Test
    void failures_areNoFigures() {
        failing = true;
        assertThrows(IllegalStateException.class, () -> ClosedLoop.callsPerSecond(ping, 2, SHORT, SHORT, 1));
        assertThrows(IllegalStateException.class, () -> OpenLoop.latencies(ping, 100, Duration.ZERO, SHORT));
    }

    @Test
    void median_ofOddAndEven() {
        assertEquals(3, Load.median(List.of(9.0, 1.0, 3.0)));
        assertEquals(2, Load.median(List.of(3.0, 1.0)));
    }

    @Test
    void figures_areOneJsonObject() {
        assertEquals(
                "{\"noopPerSecond\":123457,\"noopP50Micros\":81.5,\"noopP99Micros\":410.0}",
                NoopBench.json(new Load(123_456.7, 81.5, 410)));
    }

    @Test
    void options_wrong_areRefused() {
        assertEquals(
                Duration.ofSeconds(7), Options.parse(List.of("--seconds", "7")).run());
        assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of("--second", "7")));
        assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of("--seconds")));
        assertThrows(
                IllegalArgumentException.class,
                () -> Options.parse(List.of("--seconds", "0")).run());
    }

    private static void answerAll(Queue<Call.Done> waiting) {
        while (!Thread.currentThread().isInterrupted()) {
            Call.Done done;
            synchronized (waiting) {
                done = waiting.poll();
            }
            if (done != null) {
                done.accept(null);
            }
            Thread.yield();
        }
    }
}
