package io.zugabe.segmentation.model.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.v1.CancelTrainingRunRequest;
import io.zugabe.segmentation.v1.CancelTrainingRunResponse;
import io.zugabe.segmentation.v1.GetModelCardRequest;
import io.zugabe.segmentation.v1.GetModelCardResponse;
import io.zugabe.segmentation.v1.GetTrainingRunRequest;
import io.zugabe.segmentation.v1.GetTrainingRunResponse;
import io.zugabe.segmentation.v1.ListModelsRequest;
import io.zugabe.segmentation.v1.ListModelsResponse;
import io.zugabe.segmentation.v1.ModelService;
import io.zugabe.segmentation.v1.PublishModelRequest;
import io.zugabe.segmentation.v1.PublishModelResponse;
import io.zugabe.segmentation.v1.RollbackModelRequest;
import io.zugabe.segmentation.v1.RollbackModelResponse;
import io.zugabe.segmentation.v1.TrainModelRequest;
import io.zugabe.segmentation.v1.TrainModelResponse;

/** ModelService. */
@GrpcService
public class ModelEndpoint implements ModelService {

    private final TrainingCalls training;
    private final ModelCalls models;

    ModelEndpoint(TrainingCalls training, ModelCalls models) {
        this.training = training;
        this.models = models;
    }

    @Override
    public Uni<TrainModelResponse> trainModel(TrainModelRequest request) {
        return training.train(request)
                .map(run -> TrainModelResponse.newBuilder().setRun(run).build());
    }

    @Override
    public Uni<GetTrainingRunResponse> getTrainingRun(GetTrainingRunRequest request) {
        return training.get(request.getRunId())
                .map(run -> GetTrainingRunResponse.newBuilder().setRun(run).build());
    }

    @Override
    public Uni<CancelTrainingRunResponse> cancelTrainingRun(CancelTrainingRunRequest request) {
        return training.cancel(request.getRunId())
                .map(run -> CancelTrainingRunResponse.newBuilder().setRun(run).build());
    }

    @Override
    public Uni<ListModelsResponse> listModels(ListModelsRequest request) {
        return models.list(request);
    }

    @Override
    public Uni<GetModelCardResponse> getModelCard(GetModelCardRequest request) {
        return models.card(request);
    }

    @Override
    public Uni<PublishModelResponse> publishModel(PublishModelRequest request) {
        return models.publish(request);
    }

    @Override
    public Uni<RollbackModelResponse> rollbackModel(RollbackModelRequest request) {
        return models.rollBack(request);
    }
}
