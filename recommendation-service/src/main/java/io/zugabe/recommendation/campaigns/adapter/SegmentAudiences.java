package io.zugabe.recommendation.campaigns.adapter;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.campaigns.Audiences;
import io.zugabe.recommendation.upstream.Upstream;
import io.zugabe.segmentation.v1.GetSegmentRequest;
import io.zugabe.segmentation.v1.ListSegmentMembersRequest;
import io.zugabe.segmentation.v1.ListSegmentMembersResponse;
import io.zugabe.segmentation.v1.MutinySegmentServiceGrpc;
import io.zugabe.segmentation.v1.MutinySegmentServiceGrpc.MutinySegmentServiceStub;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Segments of segmentation-service. One that is not there (any more) has no members. */
@Singleton
public class SegmentAudiences implements Audiences {

    private static final int AT_ONCE = 500;
    private static final long DEADLINE_SECONDS = 5;

    private final MutinySegmentServiceStub segments;

    public SegmentAudiences(Upstream upstream) {
        this.segments = MutinySegmentServiceGrpc.newMutinyStub(upstream.segmentation());
    }

    @Override
    public Uni<Boolean> exists(String segment) {
        return segments.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .getSegment(GetSegmentRequest.newBuilder().setSegmentId(segment).build())
                .map(ignored -> true)
                .onFailure(SegmentAudiences::isNotFound)
                .recoverWithItem(false);
    }

    @Override
    public Uni<Members> members(String segment, String page) {
        return segments.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .listSegmentMembers(ListSegmentMembersRequest.newBuilder()
                        .setSegmentId(segment)
                        .setPageSize(AT_ONCE)
                        .setPageToken(page)
                        .build())
                .map(SegmentAudiences::members)
                .onFailure(SegmentAudiences::isNotFound)
                .recoverWithItem(new Members(List.of(), ""));
    }

    private static Members members(ListSegmentMembersResponse response) {
        List<String> subjects = response.getMembersList().stream()
                .map(member -> (member.getVisitor() ? "v:" : "c:") + member.getSubjectId())
                .toList();
        return new Members(subjects, response.getNextPageToken());
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof StatusRuntimeException status
                && status.getStatus().getCode() == Status.Code.NOT_FOUND;
    }
}
