package io.zugabe.experiment.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.domain.Actor;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.ExperimentPage;
import io.zugabe.experiment.domain.Plan;
import io.zugabe.experiment.lifecycle.CreateExperiment;
import io.zugabe.experiment.lifecycle.GetExperiment;
import io.zugabe.experiment.lifecycle.ListExperiments;
import io.zugabe.experiment.lifecycle.StartExperiment;
import io.zugabe.experiment.lifecycle.StopExperiment;
import io.zugabe.experiment.running.RunningExperiments;
import io.zugabe.experiment.v1.CreateExperimentRequest;
import io.zugabe.experiment.v1.CreateExperimentResponse;
import io.zugabe.experiment.v1.ExperimentService;
import io.zugabe.experiment.v1.GetExperimentRequest;
import io.zugabe.experiment.v1.GetExperimentResponse;
import io.zugabe.experiment.v1.ListExperimentsRequest;
import io.zugabe.experiment.v1.ListExperimentsResponse;
import io.zugabe.experiment.v1.StartExperimentRequest;
import io.zugabe.experiment.v1.StartExperimentResponse;
import io.zugabe.experiment.v1.StopExperimentRequest;
import io.zugabe.experiment.v1.StopExperimentResponse;
import io.zugabe.experiment.v1.WatchExperimentsRequest;
import io.zugabe.experiment.v1.WatchExperimentsResponse;
import io.zugabe.kit.grpc.RequestIds;

/** Experiments and their life, over gRPC. */
@GrpcService
class ExperimentEndpoint implements ExperimentService {

    private final CreateExperiment create;
    private final GetExperiment get;
    private final ListExperiments list;
    private final StartExperiment start;
    private final StopExperiment stop;
    private final RunningExperiments running;

    ExperimentEndpoint(
            CreateExperiment create,
            GetExperiment get,
            ListExperiments list,
            StartExperiment start,
            StopExperiment stop,
            RunningExperiments running) {
        this.create = create;
        this.get = get;
        this.list = list;
        this.start = start;
        this.stop = stop;
        this.running = running;
    }

    @Override
    public Uni<CreateExperimentResponse> createExperiment(CreateExperimentRequest request) {
        Plan plan = ExperimentReader.plan(request);
        return create.create(plan, RequestFields.requestId(request.getRequestId()), caller())
                .map(created -> CreateExperimentResponse.newBuilder()
                        .setExperiment(ExperimentMessages.experiment(created))
                        .build());
    }

    @Override
    public Uni<GetExperimentResponse> getExperiment(GetExperimentRequest request) {
        RequestFields.requireIdAndEtag(request.getExperimentId(), "");
        return get.get(request.getExperimentId())
                .map(found -> GetExperimentResponse.newBuilder()
                        .setExperiment(ExperimentMessages.experiment(found))
                        .build());
    }

    @Override
    public Uni<ListExperimentsResponse> listExperiments(ListExperimentsRequest request) {
        PageRequest page = PageRequest.read(request);
        return list.list(page.after(), page.state(), page.size()).map(found -> response(page, found));
    }

    @Override
    public Uni<StartExperimentResponse> startExperiment(StartExperimentRequest request) {
        RequestFields.requireIdAndEtag(request.getExperimentId(), request.getEtag());
        return start.start(request.getExperimentId(), request.getEtag(), caller())
                .map(started -> StartExperimentResponse.newBuilder()
                        .setExperiment(ExperimentMessages.experiment(started))
                        .build());
    }

    @Override
    public Uni<StopExperimentResponse> stopExperiment(StopExperimentRequest request) {
        RequestFields.requireIdAndEtag(request.getExperimentId(), request.getEtag());
        return stop.stop(request.getExperimentId(), request.getEtag(), caller())
                .map(stopped -> StopExperimentResponse.newBuilder()
                        .setExperiment(ExperimentMessages.experiment(stopped))
                        .build());
    }

    @Override
    public Multi<WatchExperimentsResponse> watchExperiments(WatchExperimentsRequest request) {
        return running.watch().map(ExperimentMessages::watched);
    }

    private static Actor caller() {
        return new Actor(io.zugabe.kit.grpc.Actor.current(), RequestIds.current());
    }

    private static ListExperimentsResponse response(PageRequest page, ExperimentPage found) {
        var response = ListExperimentsResponse.newBuilder();
        for (Experiment experiment : found.experiments()) {
            response.addExperiments(ExperimentMessages.experiment(experiment));
        }
        if (!found.last()) {
            response.setNextPageToken(
                    page.tokenAfter(found.experiments().getLast().id()));
        }
        return response.build();
    }
}
