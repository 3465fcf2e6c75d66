package io.zugabe.segmentation.audience.endpoint;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.segmentation.v1.AudienceServiceGrpc;
import io.zugabe.segmentation.v1.CreateTargetGroupRequest;
import io.zugabe.segmentation.v1.CreateTargetGroupResponse;
import io.zugabe.segmentation.v1.DeleteTargetGroupRequest;
import io.zugabe.segmentation.v1.DeleteTargetGroupResponse;
import io.zugabe.segmentation.v1.DescribeBuyersRequest;
import io.zugabe.segmentation.v1.DescribeBuyersResponse;
import io.zugabe.segmentation.v1.ExportTargetGroupRequest;
import io.zugabe.segmentation.v1.ExportTargetGroupResponse;
import io.zugabe.segmentation.v1.GetTargetGroupRequest;
import io.zugabe.segmentation.v1.GetTargetGroupResponse;
import io.zugabe.segmentation.v1.ListTargetGroupChangesRequest;
import io.zugabe.segmentation.v1.ListTargetGroupChangesResponse;
import io.zugabe.segmentation.v1.ListTargetGroupsRequest;
import io.zugabe.segmentation.v1.ListTargetGroupsResponse;
import io.zugabe.segmentation.v1.PreviewTargetGroupRequest;
import io.zugabe.segmentation.v1.PreviewTargetGroupResponse;
import io.zugabe.segmentation.v1.SearchCustomersRequest;
import io.zugabe.segmentation.v1.SearchCustomersResponse;
import io.zugabe.segmentation.v1.SizeTargetGroupRequest;
import io.zugabe.segmentation.v1.SizeTargetGroupResponse;
import io.zugabe.segmentation.v1.UpdateTargetGroupRequest;
import io.zugabe.segmentation.v1.UpdateTargetGroupResponse;
import java.util.function.Function;

/**
 * AudienceService. Implemented on the plain stubs, because only they let an export ask its caller whether
 * there is room for the next part.
 */
@GrpcService
public class AudienceEndpoint extends AudienceServiceGrpc.AudienceServiceImplBase {

    private final GroupCalls groups;
    private final CountingCalls counting;
    private final ExportCalls exports;
    private final SearchCalls searches;
    private final FailureTranslator failures;

    AudienceEndpoint(
            GroupCalls groups,
            CountingCalls counting,
            ExportCalls exports,
            SearchCalls searches,
            FailureTranslator failures) {
        this.groups = groups;
        this.counting = counting;
        this.exports = exports;
        this.searches = searches;
        this.failures = failures;
    }

    @Override
    public void describeBuyers(DescribeBuyersRequest request, StreamObserver<DescribeBuyersResponse> answers) {
        stream(request, counting::describe, answers);
    }

    @Override
    public void createTargetGroup(CreateTargetGroupRequest request, StreamObserver<CreateTargetGroupResponse> answers) {
        answer(request, groups::create, answers);
    }

    @Override
    public void updateTargetGroup(UpdateTargetGroupRequest request, StreamObserver<UpdateTargetGroupResponse> answers) {
        answer(request, groups::update, answers);
    }

    @Override
    public void getTargetGroup(GetTargetGroupRequest request, StreamObserver<GetTargetGroupResponse> answers) {
        answer(request, groups::get, answers);
    }

    @Override
    public void listTargetGroups(ListTargetGroupsRequest request, StreamObserver<ListTargetGroupsResponse> answers) {
        answer(request, groups::list, answers);
    }

    @Override
    public void deleteTargetGroup(DeleteTargetGroupRequest request, StreamObserver<DeleteTargetGroupResponse> answers) {
        answer(request, groups::delete, answers);
    }

    @Override
    public void listTargetGroupChanges(
            ListTargetGroupChangesRequest request, StreamObserver<ListTargetGroupChangesResponse> answers) {
        answer(request, groups::changes, answers);
    }

    @Override
    public void sizeTargetGroup(SizeTargetGroupRequest request, StreamObserver<SizeTargetGroupResponse> answers) {
        stream(request, counting::size, answers);
    }

    @Override
    public void previewTargetGroup(
            PreviewTargetGroupRequest request, StreamObserver<PreviewTargetGroupResponse> answers) {
        answer(request, counting::preview, answers);
    }

    @Override
    public void exportTargetGroup(ExportTargetGroupRequest request, StreamObserver<ExportTargetGroupResponse> answers) {
        exports.export(request, (ServerCallStreamObserver<ExportTargetGroupResponse>) answers);
    }

    @Override
    public void searchCustomers(SearchCustomersRequest request, StreamObserver<SearchCustomersResponse> answers) {
        answer(request, searches::search, answers);
    }

    private <Q, R> void answer(Q request, Function<Q, Uni<R>> call, StreamObserver<R> answers) {
        stream(request, asked -> call.apply(asked).toMulti(), answers);
    }

    private <Q, R> void stream(Q request, Function<Q, Multi<R>> call, StreamObserver<R> answers) {
        Cancellable work = call.apply(request)
                .subscribe()
                .with(answers::onNext, failure -> answers.onError(failures.translate(failure)), answers::onCompleted);
        ((ServerCallStreamObserver<R>) answers).setOnCancelHandler(work::cancel);
    }
}
