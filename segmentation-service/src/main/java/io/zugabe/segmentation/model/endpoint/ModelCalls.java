package io.zugabe.segmentation.model.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.segmentation.model.ModelStore;
import io.zugabe.segmentation.model.PublishModel;
import io.zugabe.segmentation.model.ReadModels;
import io.zugabe.segmentation.model.RollBackModel;
import io.zugabe.segmentation.model.domain.ModelVersion;
import io.zugabe.segmentation.model.endpoint.ModelPages.Page;
import io.zugabe.segmentation.v1.GetModelCardRequest;
import io.zugabe.segmentation.v1.GetModelCardResponse;
import io.zugabe.segmentation.v1.ListModelsRequest;
import io.zugabe.segmentation.v1.ListModelsResponse;
import io.zugabe.segmentation.v1.PublishModelRequest;
import io.zugabe.segmentation.v1.PublishModelResponse;
import io.zugabe.segmentation.v1.RollbackModelRequest;
import io.zugabe.segmentation.v1.RollbackModelResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/** The calls about models. */
@Singleton
class ModelCalls {

    private static final Pattern KIND = Pattern.compile("[a-z0-9_]{1,40}");
    private static final String KIND_FORM = "must be 1 to 40 characters of [a-z0-9_]";

    private final ModelStore store;
    private final ReadModels readModels;
    private final PublishModel publishModel;
    private final RollBackModel rollBackModel;

    ModelCalls(ModelStore store, ReadModels readModels, PublishModel publishModel, RollBackModel rollBackModel) {
        this.store = store;
        this.readModels = readModels;
        this.publishModel = publishModel;
        this.rollBackModel = rollBackModel;
    }

    Uni<ListModelsResponse> list(ListModelsRequest request) {
        Violations violations = Violations.ofRequest();
        if (!request.getKind().isEmpty()) {
            violations.checkPattern("kind", request.getKind(), KIND, KIND_FORM);
        }
        ModelPages pages = new ModelPages(request.getKind());
        Page page = pages.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return store.list(request.getKind(), page.afterKind(), page.belowVersion(), page.size() + 1)
                .map(found -> response(found, page.size(), pages));
    }

    private static ListModelsResponse response(List<ModelVersion> found, int size, ModelPages pages) {
        ListModelsResponse.Builder response = ListModelsResponse.newBuilder();
        found.stream().limit(size).map(ModelMessages::model).forEach(response::addModels);
        if (found.size() > size) {
            response.setNextPageToken(pages.token(found.get(size - 1)));
        }
        return response.build();
    }

    Uni<GetModelCardResponse> card(GetModelCardRequest request) {
        check(request.getKind(), request.getVersion(), 0);
        return readModels.read(request.getKind(), request.getVersion()).map(ModelMessages::card);
    }

    Uni<PublishModelResponse> publish(PublishModelRequest request) {
        check(request.getKind(), request.getVersion(), 1);
        return publishModel
                .publish(request.getKind(), request.getVersion(), Actor.current())
                .map(model -> PublishModelResponse.newBuilder()
                        .setModel(ModelMessages.model(model))
                        .build());
    }

    Uni<RollbackModelResponse> rollBack(RollbackModelRequest request) {
        check(request.getKind(), request.getVersion(), 1);
        return rollBackModel
                .rollBack(request.getKind(), request.getVersion(), Actor.current())
                .map(inForce -> {
                    RollbackModelResponse.Builder response = RollbackModelResponse.newBuilder();
                    inForce.ifPresent(model -> response.setModel(ModelMessages.model(model)));
                    return response.build();
                });
    }

    private static void check(String kind, int version, int lowest) {
        Violations violations = Violations.ofRequest();
        violations.checkPattern("kind", kind, KIND, KIND_FORM);
        violations.checkRange("version", version, lowest, Integer.MAX_VALUE);
        violations.throwIfAny();
    }
}
