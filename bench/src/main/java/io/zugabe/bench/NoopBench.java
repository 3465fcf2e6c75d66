package io.zugabe.bench;

import io.zugabe.probe.v1.PingRequest;
import io.zugabe.probe.v1.ProbeServiceGrpc;
import java.util.Locale;

/** The floor that everything else is compared with: an empty unary call on a real service. */
final class NoopBench {

    private static final int CONNECTIONS = 4;

    private NoopBench() {}

    /** {@code {"noopPerSecond", "noopP50Micros", "noopP99Micros"}}. */
    static String run(Options options) throws InterruptedException {
        if (options.target().isPresent()) {
            return measure(options.target().get(), options);
        }
        try (ExperimentServer server = ExperimentServer.start(options.jar())) {
            return measure(server.target(), options);
        }
    }

    private static String measure(String target, Options options) throws InterruptedException {
        try (GrpcCalls calls = GrpcCalls.connect(target, CONNECTIONS)) {
            Call ping = calls.unary(ProbeServiceGrpc.getPingMethod(), PingRequest::getDefaultInstance);
            return json(Load.measure("no-op", ping, options.run()));
        }
    }

    static String json(Load load) {
        return String.format(
                Locale.ROOT,
                "{\"noopPerSecond\":%.0f,\"noopP50Micros\":%.1f,\"noopP99Micros\":%.1f}",
                load.perSecond(),
                load.p50Micros(),
                load.p99Micros());
    }
}
