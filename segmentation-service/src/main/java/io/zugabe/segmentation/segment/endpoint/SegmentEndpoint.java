package io.zugabe.segmentation.segment.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.v1.ArchiveSegmentRequest;
import io.zugabe.segmentation.v1.ArchiveSegmentResponse;
import io.zugabe.segmentation.v1.CreateSegmentRequest;
import io.zugabe.segmentation.v1.CreateSegmentResponse;
import io.zugabe.segmentation.v1.DryRunSegmentRequest;
import io.zugabe.segmentation.v1.DryRunSegmentResponse;
import io.zugabe.segmentation.v1.GetSegmentRequest;
import io.zugabe.segmentation.v1.GetSegmentResponse;
import io.zugabe.segmentation.v1.ListFeaturesRequest;
import io.zugabe.segmentation.v1.ListFeaturesResponse;
import io.zugabe.segmentation.v1.ListSegmentChangesRequest;
import io.zugabe.segmentation.v1.ListSegmentChangesResponse;
import io.zugabe.segmentation.v1.ListSegmentMembersRequest;
import io.zugabe.segmentation.v1.ListSegmentMembersResponse;
import io.zugabe.segmentation.v1.ListSegmentsRequest;
import io.zugabe.segmentation.v1.ListSegmentsResponse;
import io.zugabe.segmentation.v1.PublishSegmentRequest;
import io.zugabe.segmentation.v1.PublishSegmentResponse;
import io.zugabe.segmentation.v1.RollbackSegmentRequest;
import io.zugabe.segmentation.v1.RollbackSegmentResponse;
import io.zugabe.segmentation.v1.SegmentService;
import io.zugabe.segmentation.v1.UpdateSegmentRequest;
import io.zugabe.segmentation.v1.UpdateSegmentResponse;

/** SegmentService. */
@GrpcService
public class SegmentEndpoint implements SegmentService {

    private final DraftCalls drafts;
    private final LifeCycleCalls lifeCycle;
    private final SegmentLists lists;

    SegmentEndpoint(DraftCalls drafts, LifeCycleCalls lifeCycle, SegmentLists lists) {
        this.drafts = drafts;
        this.lifeCycle = lifeCycle;
        this.lists = lists;
    }

    @Override
    public Uni<CreateSegmentResponse> createSegment(CreateSegmentRequest request) {
        return drafts.create(request)
                .map(segment ->
                        CreateSegmentResponse.newBuilder().setSegment(segment).build());
    }

    @Override
    public Uni<UpdateSegmentResponse> updateSegment(UpdateSegmentRequest request) {
        return drafts.update(request)
                .map(segment ->
                        UpdateSegmentResponse.newBuilder().setSegment(segment).build());
    }

    @Override
    public Multi<DryRunSegmentResponse> dryRunSegment(DryRunSegmentRequest request) {
        return drafts.dryRun(request);
    }

    @Override
    public Uni<PublishSegmentResponse> publishSegment(PublishSegmentRequest request) {
        return lifeCycle
                .publish(request)
                .map(segment ->
                        PublishSegmentResponse.newBuilder().setSegment(segment).build());
    }

    @Override
    public Uni<RollbackSegmentResponse> rollbackSegment(RollbackSegmentRequest request) {
        return lifeCycle
                .rollBack(request)
                .map(segment ->
                        RollbackSegmentResponse.newBuilder().setSegment(segment).build());
    }

    @Override
    public Uni<ArchiveSegmentResponse> archiveSegment(ArchiveSegmentRequest request) {
        return lifeCycle
                .archive(request)
                .map(segment ->
                        ArchiveSegmentResponse.newBuilder().setSegment(segment).build());
    }

    @Override
    public Uni<GetSegmentResponse> getSegment(GetSegmentRequest request) {
        return lists.get(request)
                .map(segment ->
                        GetSegmentResponse.newBuilder().setSegment(segment).build());
    }

    @Override
    public Uni<ListSegmentsResponse> listSegments(ListSegmentsRequest request) {
        return lists.segments(request);
    }

    @Override
    public Uni<ListSegmentMembersResponse> listSegmentMembers(ListSegmentMembersRequest request) {
        return lists.members(request);
    }

    @Override
    public Uni<ListSegmentChangesResponse> listSegmentChanges(ListSegmentChangesRequest request) {
        return lists.changes(request);
    }

    @Override
    public Uni<ListFeaturesResponse> listFeatures(ListFeaturesRequest request) {
        return Uni.createFrom().item(() -> lists.features(request));
    }
}
