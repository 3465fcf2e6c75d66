package io.zugabe.recommendation.experiments.adapter;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.assignment.Arm;
import io.zugabe.assignment.ExperimentDesign;
import io.zugabe.assignment.LayerRange;
import io.zugabe.assignment.UnitKind;
import io.zugabe.experiment.v1.Experiment;
import io.zugabe.experiment.v1.ExperimentServiceGrpc;
import io.zugabe.experiment.v1.WatchExperimentsRequest;
import io.zugabe.experiment.v1.WatchExperimentsResponse;
import io.zugabe.kit.stream.StreamFollower;
import io.zugabe.recommendation.experiments.ExperimentReplica;
import io.zugabe.recommendation.experiments.domain.RunningExperiments;
import io.zugabe.recommendation.upstream.PacedStream;
import io.zugabe.recommendation.upstream.Upstream;
import io.zugabe.recommendation.upstream.UpstreamConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Keeps the running experiments up to date. */
@Singleton
public class ExperimentFollower {

    private static final String DEFAULT_LAYER = "default";

    private final Upstream upstream;
    private final ExperimentReplica replica;
    private final StreamFollower<WatchExperimentsResponse> follower;
    private List<Experiment> latest = List.of();

    public ExperimentFollower(Upstream upstream, UpstreamConfig config, ExperimentReplica replica) {
        this.upstream = upstream;
        this.replica = replica;
        this.follower = new StreamFollower<>(
                "experiments", this::open, this::handle, config.longestSilence(), Clock.systemUTC());
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    private Multi<WatchExperimentsResponse> open() {
        return PacedStream.open(
                upstream.experiment(),
                ExperimentServiceGrpc.getWatchExperimentsMethod(),
                WatchExperimentsRequest.getDefaultInstance());
    }

    /** The same set comes again and again to show that the stream lives. */
    private Uni<Void> handle(WatchExperimentsResponse message) {
        if (!message.getExperimentsList().equals(latest)) {
            latest = message.getExperimentsList();
            replica.publish(new RunningExperiments(
                    latest.stream().map(ExperimentFollower::design).toList()));
        }
        return Uni.createFrom().voidItem();
    }

    private static ExperimentDesign design(Experiment experiment) {
        LayerRange range = experiment.hasLayerRange()
                ? new LayerRange(
                        experiment.getLayerRange().getStart(),
                        experiment.getLayerRange().getEnd())
                : LayerRange.ALL;
        return new ExperimentDesign(
                experiment.getExperimentId(),
                experiment.getUnit() == Experiment.Unit.UNIT_VISITOR ? UnitKind.VISITOR : UnitKind.CUSTOMER,
                experiment.getLayer().isEmpty() ? DEFAULT_LAYER : experiment.getLayer(),
                range,
                experiment.getCoverage() == 0 ? 1 : experiment.getCoverage(),
                experiment.getArmsList().stream()
                        .map(arm -> new Arm(arm.getArmId(), arm.getWeight(), arm.getParametersMap()))
                        .toList(),
                Math.max(1, experiment.getSaltVersion()));
    }
}
