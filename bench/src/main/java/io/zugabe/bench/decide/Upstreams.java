package io.zugabe.bench.decide;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.zugabe.experiment.v1.Arm;
import io.zugabe.experiment.v1.Experiment;
import io.zugabe.experiment.v1.ExperimentServiceGrpc;
import io.zugabe.experiment.v1.WatchExperimentsRequest;
import io.zugabe.experiment.v1.WatchExperimentsResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/** The services that a decision's state comes from, in this process on one port. */
final class Upstreams implements AutoCloseable {

    private final Server server;

    private Upstreams(Server server) {
        this.server = server;
    }

    static Upstreams start(CatalogStream catalog, EventLog events) {
        try {
            return new Upstreams(NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                    .addService(catalog)
                    .addService(events)
                    .addService(events.profiles())
                    .addService(new Experiments())
                    .build()
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where they listen, as host:port. */
    String target() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /** One experiment with all customers in it: everybody has an arm. */
    private static final class Experiments extends ExperimentServiceGrpc.ExperimentServiceImplBase {

        @Override
        public void watchExperiments(
                WatchExperimentsRequest request, StreamObserver<WatchExperimentsResponse> responses) {
            responses.onNext(WatchExperimentsResponse.newBuilder()
                    .addExperiments(Experiment.newBuilder()
                            .setExperimentId("ranking")
                            .setState(Experiment.State.STATE_RUNNING)
                            .setSaltVersion(1)
                            .addArms(Arm.newBuilder().setArmId("control").setWeight(0.5))
                            .addArms(Arm.newBuilder()
                                    .setArmId("value")
                                    .setWeight(0.5)
                                    .putParameters("ranking", "value")))
                    .setVersion(1)
                    .setNextWithin(com.google.protobuf.Duration.newBuilder().setSeconds(86_400))
                    .build());
        }
    }
}
