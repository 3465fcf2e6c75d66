package io.zugabe.bench;

import io.zugabe.probe.v1.PingRequest;
import io.zugabe.probe.v1.ProbeServiceGrpc;
import java.nio.file.Path;
import java.util.Map;

/** The floor that everything else is compared with: an empty unary call on a real service. */
final class NoopBench {

    private static final Path JAR = Path.of("experiment-service/target/quarkus-app/quarkus-run.jar");
    private static final int CONNECTIONS = 4;

    private NoopBench() {}

    /** {@code {"noopPerSecond", "noopP50Micros", "noopP99Micros"}}. */
    static String run(Options options) throws InterruptedException {
        if (options.target().isPresent()) {
            return measure(options.target().get(), options);
        }
        try (PackagedService server =
                PackagedService.start(new PackagedService.Setup(options.jar(JAR), "experiment", "256m", Map.of()))) {
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
        return new Figures()
                .count("noopPerSecond", Math.round(load.perSecond()))
                .number("noopP50Micros", load.p50Micros(), 1)
                .number("noopP99Micros", load.p99Micros(), 1)
                .json();
    }
}
