package io.zugabe.experiment.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.domain.Actor;
import io.zugabe.experiment.domain.AuditPage;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.ExperimentPage;
import io.zugabe.experiment.domain.Plan;
import io.zugabe.experiment.domain.Transition;
import io.zugabe.experiment.lifecycle.CloneExperiment;
import io.zugabe.experiment.lifecycle.CreateExperiment;
import io.zugabe.experiment.lifecycle.GetExperiment;
import io.zugabe.experiment.lifecycle.ListAuditEntries;
import io.zugabe.experiment.lifecycle.ListExperiments;
import io.zugabe.experiment.lifecycle.MoveExperiment;
import io.zugabe.experiment.lifecycle.UpdateExperiment;
import io.zugabe.experiment.running.RunningExperiments;
import io.zugabe.experiment.v1.ArchiveExperimentRequest;
import io.zugabe.experiment.v1.ArchiveExperimentResponse;
import io.zugabe.experiment.v1.CloneExperimentRequest;
import io.zugabe.experiment.v1.CloneExperimentResponse;
import io.zugabe.experiment.v1.CreateExperimentRequest;
import io.zugabe.experiment.v1.CreateExperimentResponse;
import io.zugabe.experiment.v1.ExperimentService;
import io.zugabe.experiment.v1.GetExperimentRequest;
import io.zugabe.experiment.v1.GetExperimentResponse;
import io.zugabe.experiment.v1.ListAuditEntriesRequest;
import io.zugabe.experiment.v1.ListAuditEntriesResponse;
import io.zugabe.experiment.v1.ListExperimentsRequest;
import io.zugabe.experiment.v1.ListExperimentsResponse;
import io.zugabe.experiment.v1.PauseExperimentRequest;
import io.zugabe.experiment.v1.PauseExperimentResponse;
import io.zugabe.experiment.v1.ResumeExperimentRequest;
import io.zugabe.experiment.v1.ResumeExperimentResponse;
import io.zugabe.experiment.v1.StartExperimentRequest;
import io.zugabe.experiment.v1.StartExperimentResponse;
import io.zugabe.experiment.v1.StopExperimentRequest;
import io.zugabe.experiment.v1.StopExperimentResponse;
import io.zugabe.experiment.v1.UpdateExperimentRequest;
import io.zugabe.experiment.v1.UpdateExperimentResponse;
import io.zugabe.experiment.v1.WatchExperimentsRequest;
import io.zugabe.experiment.v1.WatchExperimentsResponse;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.grpc.RequestIds;

/** Experiments and their life, over gRPC. */
@GrpcService
class ExperimentEndpoint implements ExperimentService {

    private final CreateExperiment create;
    private final GetExperiment get;
    private final ListExperiments list;
    private final UpdateExperiment update;
    private final MoveExperiment move;
    private final CloneExperiment copy;
    private final ListAuditEntries audit;
    private final RunningExperiments running;

    ExperimentEndpoint(
            CreateExperiment create,
            GetExperiment get,
            ListExperiments list,
            UpdateExperiment update,
            MoveExperiment move,
            CloneExperiment copy,
            ListAuditEntries audit,
            RunningExperiments running) {
        this.create = create;
        this.get = get;
        this.list = list;
        this.update = update;
        this.move = move;
        this.copy = copy;
        this.audit = audit;
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
    public Uni<UpdateExperimentResponse> updateExperiment(UpdateExperimentRequest request) {
        String id = ExperimentReader.requireValid(request);
        return update.update(
                        id,
                        request.getExperiment().getEtag(),
                        before -> ExperimentReader.edited(ExperimentMessages.experiment(before), request),
                        caller())
                .map(updated -> UpdateExperimentResponse.newBuilder()
                        .setExperiment(ExperimentMessages.experiment(updated))
                        .build());
    }

    @Override
    public Uni<StartExperimentResponse> startExperiment(StartExperimentRequest request) {
        return moved(Transition.START, request.getExperimentId(), request.getEtag())
                .map(moved -> StartExperimentResponse.newBuilder()
                        .setExperiment(moved)
                        .build());
    }

    @Override
    public Uni<PauseExperimentResponse> pauseExperiment(PauseExperimentRequest request) {
        return moved(Transition.PAUSE, request.getExperimentId(), request.getEtag())
                .map(moved -> PauseExperimentResponse.newBuilder()
                        .setExperiment(moved)
                        .build());
    }

    @Override
    public Uni<ResumeExperimentResponse> resumeExperiment(ResumeExperimentRequest request) {
        return moved(Transition.RESUME, request.getExperimentId(), request.getEtag())
                .map(moved -> ResumeExperimentResponse.newBuilder()
                        .setExperiment(moved)
                        .build());
    }

    @Override
    public Uni<StopExperimentResponse> stopExperiment(StopExperimentRequest request) {
        return moved(Transition.STOP, request.getExperimentId(), request.getEtag())
                .map(moved ->
                        StopExperimentResponse.newBuilder().setExperiment(moved).build());
    }

    @Override
    public Uni<ArchiveExperimentResponse> archiveExperiment(ArchiveExperimentRequest request) {
        return moved(Transition.ARCHIVE, request.getExperimentId(), request.getEtag())
                .map(moved -> ArchiveExperimentResponse.newBuilder()
                        .setExperiment(moved)
                        .build());
    }

    @Override
    public Uni<CloneExperimentResponse> cloneExperiment(CloneExperimentRequest request) {
        Violations violations = Violations.ofRequest();
        RequestFields.checkId(violations, "experiment_id", request.getExperimentId());
        RequestFields.checkId(violations, "new_experiment_id", request.getNewExperimentId());
        RequestFields.checkRequestId(violations, request.getRequestId());
        violations.throwIfAny();
        return copy.copy(
                        request.getExperimentId(),
                        request.getNewExperimentId(),
                        RequestFields.requestId(request.getRequestId()),
                        caller())
                .map(created -> CloneExperimentResponse.newBuilder()
                        .setExperiment(ExperimentMessages.experiment(created))
                        .build());
    }

    @Override
    public Uni<ListAuditEntriesResponse> listAuditEntries(ListAuditEntriesRequest request) {
        AuditRequest page = AuditRequest.read(request);
        return audit.list(page.experimentId(), page.before(), page.size()).map(found -> response(page, found));
    }

    @Override
    public Multi<WatchExperimentsResponse> watchExperiments(WatchExperimentsRequest request) {
        return running.watch().map(ExperimentMessages::watched);
    }

    private Uni<io.zugabe.experiment.v1.Experiment> moved(Transition transition, String id, String etag) {
        RequestFields.requireIdAndEtag(id, etag);
        return move.move(id, transition, etag, caller()).map(ExperimentMessages::experiment);
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

    private static ListAuditEntriesResponse response(AuditRequest page, AuditPage found) {
        var response = ListAuditEntriesResponse.newBuilder();
        found.entries().forEach(entry -> response.addEntries(ExperimentMessages.entry(entry)));
        if (!found.last()) {
            response.setNextPageToken(page.tokenAfter(found.entries().getLast().id()));
        }
        return response.build();
    }
}
