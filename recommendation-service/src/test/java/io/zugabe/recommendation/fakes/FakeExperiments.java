package io.zugabe.recommendation.fakes;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.zugabe.experiment.v1.Experiment;
import io.zugabe.experiment.v1.ExperimentServiceGrpc;
import io.zugabe.experiment.v1.WatchExperimentsRequest;
import io.zugabe.experiment.v1.WatchExperimentsResponse;
import java.util.ArrayList;
import java.util.List;

/** Running experiments, set by tests. */
public final class FakeExperiments extends ExperimentServiceGrpc.ExperimentServiceImplBase {

    private final List<StreamObserver<WatchExperimentsResponse>> watchers = new ArrayList<>();
    private List<Experiment> running = List.of();

    @Override
    public synchronized void watchExperiments(
            WatchExperimentsRequest request, StreamObserver<WatchExperimentsResponse> responses) {
        ((ServerCallStreamObserver<WatchExperimentsResponse>) responses).setOnCancelHandler(() -> {});
        responses.onNext(message());
        watchers.add(responses);
    }

    /** Replaces the running experiments. */
    public synchronized void run(List<Experiment> experiments) {
        running = List.copyOf(experiments);
        watchers.forEach(watcher -> watcher.onNext(message()));
    }

    private WatchExperimentsResponse message() {
        return WatchExperimentsResponse.newBuilder().addAllExperiments(running).build();
    }
}
