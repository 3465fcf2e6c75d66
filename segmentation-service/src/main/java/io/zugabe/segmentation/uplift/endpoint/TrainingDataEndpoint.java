package io.zugabe.segmentation.uplift.endpoint;

import com.google.protobuf.Timestamp;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.uplift.AddTrainingData;
import io.zugabe.segmentation.uplift.TrainingDataStore;
import io.zugabe.segmentation.uplift.UpliftSettings;
import io.zugabe.segmentation.uplift.domain.Dataset;
import io.zugabe.segmentation.v1.ArmRows;
import io.zugabe.segmentation.v1.DeleteDatasetRequest;
import io.zugabe.segmentation.v1.DeleteDatasetResponse;
import io.zugabe.segmentation.v1.FeatureDeclaration;
import io.zugabe.segmentation.v1.ListDatasetsRequest;
import io.zugabe.segmentation.v1.ListDatasetsResponse;
import io.zugabe.segmentation.v1.TrainingDataServiceGrpc;
import io.zugabe.segmentation.v1.UploadTrainingDataRequest;
import io.zugabe.segmentation.v1.UploadTrainingDataResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * TrainingDataService. Implemented on the plain stubs, because only they let an upload be asked for its next
 * message when there is room for it.
 */
@GrpcService
public class TrainingDataEndpoint extends TrainingDataServiceGrpc.TrainingDataServiceImplBase {

    private static final PageTokens PAGES = new PageTokens(List.of("datasets"));

    private final AddTrainingData addTrainingData;
    private final TrainingDataStore store;
    private final UpliftSettings settings;
    private final FailureTranslator failures;

    TrainingDataEndpoint(
            AddTrainingData addTrainingData,
            TrainingDataStore store,
            UpliftSettings settings,
            FailureTranslator failures) {
        this.addTrainingData = addTrainingData;
        this.store = store;
        this.settings = settings;
        this.failures = failures;
    }

    @Override
    public StreamObserver<UploadTrainingDataRequest> uploadTrainingData(
            StreamObserver<UploadTrainingDataResponse> answers) {
        UploadStream upload = new UploadStream(
                (ServerCallStreamObserver<UploadTrainingDataResponse>) answers, addTrainingData, failures);
        upload.start();
        return upload;
    }

    @Override
    public void listDatasets(ListDatasetsRequest request, StreamObserver<ListDatasetsResponse> answers) {
        answer(answers, Uni.createFrom().deferred(() -> list(request)));
    }

    @Override
    public void deleteDataset(DeleteDatasetRequest request, StreamObserver<DeleteDatasetResponse> answers) {
        answer(answers, Uni.createFrom().deferred(() -> delete(request)));
    }

    private <T> void answer(StreamObserver<T> answers, Uni<T> response) {
        response.subscribe()
                .with(
                        item -> {
                            answers.onNext(item);
                            answers.onCompleted();
                        },
                        failure -> answers.onError(failures.translate(failure)));
    }

    private Uni<ListDatasetsResponse> list(ListDatasetsRequest request) {
        Violations violations = Violations.ofRequest();
        PageRequest page = PAGES.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return store.list(page.after(), page.size() + 1).map(found -> response(found, page.size()));
    }

    private ListDatasetsResponse response(List<Dataset> found, int size) {
        ListDatasetsResponse.Builder response = ListDatasetsResponse.newBuilder();
        found.stream().limit(size).map(this::message).forEach(response::addDatasets);
        if (found.size() > size) {
            response.setNextPageToken(PAGES.write(found.get(size - 1).name()));
        }
        return response.build();
    }

    private io.zugabe.segmentation.v1.Dataset message(Dataset dataset) {
        io.zugabe.segmentation.v1.Dataset.Builder message = io.zugabe.segmentation.v1.Dataset.newBuilder()
                .setName(dataset.name())
                .setCreateTime(time(dataset.createTime()))
                .setUpdateTime(time(dataset.updateTime()))
                .setExpireTime(time(dataset.updateTime().plus(settings.datasetRetention())));
        dataset.features()
                .forEach(feature -> message.addFeatures(FeatureDeclaration.newBuilder()
                        .setName(feature.name())
                        .setType(
                                feature.text()
                                        ? FeatureDeclaration.Type.TYPE_TEXT
                                        : FeatureDeclaration.Type.TYPE_NUMBER)));
        dataset.arms()
                .forEach(arm -> message.addArms(ArmRows.newBuilder()
                        .setArm(arm.name())
                        .setRows(arm.rows())
                        .setMaturedRows(arm.matured())));
        return message.build();
    }

    private Uni<DeleteDatasetResponse> delete(DeleteDatasetRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkPattern("name", request.getName(), UploadHeader.DATASET, UploadHeader.DATASET_FORM);
        violations.throwIfAny();
        return store.delete(request.getName())
                .map(deleted -> DeleteDatasetResponse.newBuilder()
                        .setDeletedRows(deleted.orElseThrow(() -> ZugabeException.of(
                                SegmentationReason.DATASET_NOT_FOUND,
                                "there is no data set \"" + request.getName() + "\"",
                                Map.of("dataset", request.getName()))))
                        .build());
    }

    private static Timestamp time(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
