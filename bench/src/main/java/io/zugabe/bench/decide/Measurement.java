package io.zugabe.bench.decide;

import io.grpc.CallOptions;
import io.grpc.stub.ClientCalls;
import io.zugabe.bench.Bench;
import io.zugabe.bench.Call;
import io.zugabe.bench.ClosedLoop;
import io.zugabe.bench.Figures;
import io.zugabe.bench.GrpcCalls;
import io.zugabe.bench.Load;
import io.zugabe.bench.OpenLoop;
import io.zugabe.probe.v1.PingRequest;
import io.zugabe.probe.v1.ProbeServiceGrpc;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Recommend beside an empty call and beside a call that answers with as many bytes, in turn, so that all of them meet the same
 * moments of the machine: peaks and processor time in closed loops, latencies in open loops at one rate.
 */
final class Measurement {

    private static final int REQUESTS = 200_000;
    private static final int AUDITED = 10_000;
    private static final int IN_FLIGHT = 32;
    private static final int ROUNDS = 5;
    private static final double SHARE_OF_PEAK = 0.4;
    private static final double NANOS_PER_MICRO = 1e3;

    private final Subject subject;
    private final GrpcCalls calls;
    private final int redisPort;
    private final EventLog events;
    private final FitAudit audit;
    private final Duration run;

    Measurement(Subject subject, GrpcCalls calls, int redisPort, EventLog events, FitAudit audit, Duration run) {
        this.subject = subject;
        this.calls = calls;
        this.redisPort = redisPort;
        this.events = events;
        this.audit = audit;
        this.run = run;
    }

    void measure(Traffic traffic, Figures figures) throws InterruptedException, IOException {
        RecommendRequest[] requests = traffic.requests(REQUESTS);
        audit(requests);
        Counted noop =
                new Counted(RawCalls.of(calls, ProbeServiceGrpc.getPingMethod(), PingRequest.getDefaultInstance()));
        Counted canned = new Counted(RawCalls.of(
                calls,
                ProbeServiceGrpc.getPingMethod(),
                PingRequest.newBuilder().setReplyBytes(audit.meanBytes()).build()));
        Counted recommend = new Counted(RawCalls.of(calls, RecommendationServiceGrpc.getRecommendMethod(), requests));
        for (Counted each : List.of(noop, canned, recommend)) {
            ClosedLoop.callsPerSecond(each, IN_FLIGHT, run, run, 1);
        }
        Peak noopPeak = new Peak(noop);
        Peak cannedPeak = new Peak(canned);
        Peak recommendPeak = new Peak(recommend);
        try (RedisConnection redis = new RedisConnection(redisPort)) {
            long commands = 0;
            long hops = events.profilesAsked();
            long decisions = recommend.ended.sum();
            for (int round = 0; round < ROUNDS; round++) {
                noopPeak.measure();
                cannedPeak.measure();
                long before = redis.commands();
                recommendPeak.measure();
                commands += redis.commands() - before - 1;
            }
            decisions = recommend.ended.sum() - decisions;
            hops = events.profilesAsked() - hops;
            say("no-op", noopPeak);
            say("canned", cannedPeak);
            say("Recommend", recommendPeak);
            double rate = recommendPeak.perSecond() * SHARE_OF_PEAK;
            double noopP99 = p99("no-op", noop, rate);
            double recommendP99 = p99("Recommend", recommend, rate);
            figures.count("noopPerSecond", Math.round(noopPeak.perSecond()))
                    .count("cannedPerSecond", Math.round(cannedPeak.perSecond()))
                    .count("recommendPerSecond", Math.round(recommendPeak.perSecond()))
                    .number("ratio", recommendPeak.perSecond() / noopPeak.perSecond(), 3)
                    .number("cannedRatio", recommendPeak.perSecond() / cannedPeak.perSecond(), 3)
                    .number("serverCpuRatio", recommendPeak.cpuMicros() / noopPeak.cpuMicros(), 2)
                    .number("noopP99Micros", noopP99, 0)
                    .number("recommendP99Micros", recommendP99, 0)
                    .number("p99Ratio", recommendP99 / noopP99, 2)
                    .number("redisRoundTrips", commands / (double) decisions, 3)
                    .number("grpcHops", hops / (double) decisions, 4)
                    .count("wrongFits", audit.wrong());
        }
    }

    private void audit(RecommendRequest[] requests) {
        for (int i = 0; i < AUDITED; i++) {
            audit.check(ClientCalls.blockingUnaryCall(
                    calls.channel(),
                    RecommendationServiceGrpc.getRecommendMethod(),
                    CallOptions.DEFAULT.withDeadlineAfter(30, TimeUnit.SECONDS),
                    requests[i]));
        }
        Bench.say("%s", audit.describe());
    }

    private static void say(String name, Peak peak) {
        Bench.say(
                "%s: %,.0f calls/s (%s), server CPU %.1f µs per call",
                name, peak.perSecond(), peak.rates.stream().map(Math::round).toList(), peak.cpuMicros());
    }

    private double p99(String name, Call call, double rate) throws InterruptedException {
        var latencies = OpenLoop.latencies(call, rate, run, run.multipliedBy(2));
        Bench.say(
                "%s at %,.0f calls/s: p50 %.0f µs, p99 %.0f µs",
                name,
                rate,
                latencies.getValueAtPercentile(50) / NANOS_PER_MICRO,
                latencies.getValueAtPercentile(99) / NANOS_PER_MICRO);
        return latencies.getValueAtPercentile(99) / NANOS_PER_MICRO;
    }

    /** The rounds of one call. */
    private final class Peak {

        private final Counted call;
        private final List<Double> rates = new ArrayList<>();
        private final List<Double> micros = new ArrayList<>();

        Peak(Counted call) {
            this.call = call;
        }

        void measure() throws InterruptedException {
            long cpu = subject.cpuNanos();
            long ended = call.ended.sum();
            rates.addAll(ClosedLoop.callsPerSecond(call, IN_FLIGHT, Duration.ofMillis(300), run, 1));
            micros.add((subject.cpuNanos() - cpu) / NANOS_PER_MICRO / (call.ended.sum() - ended));
        }

        double perSecond() {
            return Load.median(rates);
        }

        double cpuMicros() {
            return Load.median(micros);
        }
    }

    /** A call that counts how often it has ended. */
    private static final class Counted implements Call {

        private final Call call;
        private final LongAdder ended = new LongAdder();

        Counted(Call call) {
            this.call = call;
        }

        @Override
        public void start(Done done) {
            call.start(failure -> {
                ended.increment();
                done.accept(failure);
            });
        }
    }
}
