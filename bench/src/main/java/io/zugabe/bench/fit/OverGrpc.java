package io.zugabe.bench.fit;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.zugabe.bench.Bench;
import io.zugabe.bench.Latency;
import io.zugabe.bench.Latency.Rounds;
import io.zugabe.catalog.v1.CheckFitRequest;
import io.zugabe.catalog.v1.FitServiceGrpc;
import io.zugabe.catalog.v1.ListFittingRequest;
import io.zugabe.catalog.v1.ListFittingResponse;
import io.zugabe.probe.v1.PingRequest;
import io.zugabe.probe.v1.ProbeServiceGrpc;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The calls of a running service, one at a time over one connection. */
final class OverGrpc {

    private static final long SEED = 17;
    private static final int DEADLINE_SECONDS = 30;
    private static final int CANDIDATES = 500;
    private static final int REQUESTS = 400;
    private static final int LATER_PAGES = 4;

    private final Channel channel;
    private final Relatives relatives;
    private final Duration round;
    private final SplittableRandom random = new SplittableRandom(SEED);

    OverGrpc(Channel channel, Relatives relatives, Duration round) {
        this.channel = channel;
        this.relatives = relatives;
        this.round = round;
    }

    /** How much slower than an empty call it is, at the 99th percentile, to check one anchor against 500 candidates. */
    double check500OverNoop() {
        List<CheckFitRequest> requests =
                IntStream.range(0, REQUESTS).mapToObj(_ -> check500()).toList();
        List<Rounds> rounds = Latency.ofInTurn(
                round,
                List.of(
                        () -> call(ProbeServiceGrpc.getPingMethod(), PingRequest.getDefaultInstance()),
                        () -> call(FitServiceGrpc.getCheckFitMethod(), requests.get(random.nextInt(REQUESTS)))));
        Rounds noop = rounds.get(0);
        Rounds check = rounds.get(1);
        Bench.say(
                "CheckFit 1 × 500: p50 %.3f ms, p99 %.3f ms; no-op in turn with it: p50 %.3f ms, p99 %.3f ms; %,d calls each",
                check.p50Millis(), check.p99Millis(), noop.p50Millis(), noop.p99Millis(), check.calls());
        return check.p99Over(noop);
    }

    /** The 99th percentile of pages of what fits an anchor: the first, and those after it. */
    double listFittingMillis() {
        Pages pages = new Pages();
        Rounds rounds = Latency.ofInTurn(round, List.of(pages::next)).getFirst();
        Bench.say(
                "ListFitting: p50 %.3f ms, p99 %.3f ms; %,d pages, on average of %,d products that fit",
                rounds.p50Millis(), rounds.p99Millis(), rounds.calls(), pages.meanTotal());
        return rounds.p99Millis();
    }

    private CheckFitRequest check500() {
        int anchor = relatives.any(random);
        CheckFitRequest.Builder request = CheckFitRequest.newBuilder().addAnchorProductIds(SyntheticCatalog.id(anchor));
        for (int i = 0; i < CANDIDATES; i++) {
            request.addCandidateProductIds(SyntheticCatalog.id(relatives.relatedTo(anchor, random)));
        }
        return request.build();
    }

    private <Q, R> R call(MethodDescriptor<Q, R> method, Q request) {
        return ClientCalls.blockingUnaryCall(
                channel, method, CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS), request);
    }

    /** Pages through what fits random anchors, a few pages each. */
    private final class Pages {

        private String anchor = "";
        private String token = "";
        private int page;
        private long anchors;
        private long total;

        void next() {
            if (token.isEmpty() || page > LATER_PAGES) {
                anchor = SyntheticCatalog.id(relatives.any(random));
                token = "";
                page = 0;
            }
            ListFittingResponse response = call(
                    FitServiceGrpc.getListFittingMethod(),
                    ListFittingRequest.newBuilder()
                            .setAnchorProductId(anchor)
                            .setPageToken(token)
                            .build());
            token = response.getNextPageToken();
            if (page++ == 0) {
                anchors++;
                total += response.getTotalSize();
            }
        }

        long meanTotal() {
            return total / Math.max(1, anchors);
        }
    }
}
