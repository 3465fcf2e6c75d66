package io.zugabe.segmentation.log.endpoint;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.segmentation.profile.ReadLogStatus;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.GetLogStatusRequest;
import io.zugabe.segmentation.v1.GetLogStatusResponse;
import io.zugabe.segmentation.v1.GetRebuildRequest;
import io.zugabe.segmentation.v1.GetRebuildResponse;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import io.zugabe.segmentation.v1.PublishEventsResponse;
import io.zugabe.segmentation.v1.RebuildProfilesRequest;
import io.zugabe.segmentation.v1.RebuildProfilesResponse;
import io.zugabe.segmentation.v1.SubscribeRequest;
import io.zugabe.segmentation.v1.SubscribeResponse;

/**
 * EventService. Implemented on the plain stubs, because only they let a stream ask its caller for the
 * next batch when there is room for it.
 */
@GrpcService
public class EventEndpoint extends EventServiceGrpc.EventServiceImplBase {

    private final Publishing publishing;
    private final Subscribing subscribing;
    private final ReadLogStatus readLogStatus;
    private final RebuildCalls rebuilds;
    private final FailureTranslator failures;

    public EventEndpoint(
            Publishing publishing,
            Subscribing subscribing,
            ReadLogStatus readLogStatus,
            RebuildCalls rebuilds,
            FailureTranslator failures) {
        this.publishing = publishing;
        this.subscribing = subscribing;
        this.readLogStatus = readLogStatus;
        this.rebuilds = rebuilds;
        this.failures = failures;
    }

    @Override
    public StreamObserver<PublishEventsRequest> publishEvents(StreamObserver<PublishEventsResponse> answers) {
        return publishing.open((ServerCallStreamObserver<PublishEventsResponse>) answers);
    }

    @Override
    public void subscribe(SubscribeRequest request, StreamObserver<SubscribeResponse> answers) {
        subscribing.open(request, (ServerCallStreamObserver<SubscribeResponse>) answers);
    }

    @Override
    public void getLogStatus(GetLogStatusRequest request, StreamObserver<GetLogStatusResponse> answers) {
        answer(readLogStatus.read().map(EventEndpoint::message), answers);
    }

    @Override
    public void rebuildProfiles(RebuildProfilesRequest request, StreamObserver<RebuildProfilesResponse> answers) {
        answer(rebuilds.rebuild(), answers);
    }

    @Override
    public void getRebuild(GetRebuildRequest request, StreamObserver<GetRebuildResponse> answers) {
        answer(rebuilds.latest(), answers);
    }

    private <T> void answer(Uni<T> result, StreamObserver<T> answers) {
        result.subscribe()
                .with(
                        response -> {
                            answers.onNext(response);
                            answers.onCompleted();
                        },
                        failure -> answers.onError(failures.translate(failure)));
    }

    private static GetLogStatusResponse message(ReadLogStatus.Status status) {
        return GetLogStatusResponse.newBuilder()
                .setLogId(status.log().logId().toString())
                .setEndPosition(status.log().endPosition())
                .setEvents(status.log().events())
                .setProjectedPosition(status.projectedPosition())
                .build();
    }
}
