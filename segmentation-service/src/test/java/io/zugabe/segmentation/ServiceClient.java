package io.zugabe.segmentation;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.zugabe.segmentation.v1.AudienceServiceGrpc;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.ModelServiceGrpc;
import io.zugabe.segmentation.v1.PredictionServiceGrpc;
import io.zugabe.segmentation.v1.PrivacyServiceGrpc;
import io.zugabe.segmentation.v1.ProfileServiceGrpc;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import io.zugabe.segmentation.v1.PublishEventsResponse;
import io.zugabe.segmentation.v1.SegmentServiceGrpc;
import io.zugabe.segmentation.v1.TrainingDataServiceGrpc;
import io.zugabe.segmentation.v1.TreatmentServiceGrpc;
import io.zugabe.segmentation.v1.UploadTrainingDataRequest;
import io.zugabe.segmentation.v1.UploadTrainingDataResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service as a gateway sees it: real stubs over a real connection. */
public final class ServiceClient implements AutoCloseable {

    private final ManagedChannel channel;

    public ServiceClient() {
        int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
    }

    public EventServiceGrpc.EventServiceBlockingStub events() {
        return EventServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    public EventServiceGrpc.EventServiceStub eventStreams() {
        return EventServiceGrpc.newStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
    }

    public ProfileServiceGrpc.ProfileServiceBlockingStub profiles() {
        return ProfileServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    public ModelServiceGrpc.ModelServiceBlockingStub models() {
        return ModelServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    public TrainingDataServiceGrpc.TrainingDataServiceBlockingStub trainingData() {
        return TrainingDataServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    public TrainingDataServiceGrpc.TrainingDataServiceStub trainingDataStreams() {
        return TrainingDataServiceGrpc.newStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
    }

    public PrivacyServiceGrpc.PrivacyServiceBlockingStub privacy() {
        return PrivacyServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    public SegmentServiceGrpc.SegmentServiceBlockingStub segments() {
        return SegmentServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    public TreatmentServiceGrpc.TreatmentServiceBlockingStub treatments() {
        return TreatmentServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    public PredictionServiceGrpc.PredictionServiceBlockingStub predictions() {
        return PredictionServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    public AudienceServiceGrpc.AudienceServiceBlockingStub audience() {
        return AudienceServiceGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
    }

    /** Publishes one batch and returns its acknowledgement. */
    public PublishEventsResponse publish(Event... events) {
        return publish(List.of(Arrays.asList(events))).getFirst();
    }

    /** Publishes batches on one stream, without waiting between them, and returns all acknowledgements. */
    public List<PublishEventsResponse> publish(List<List<Event>> batches) {
        CompletableFuture<List<PublishEventsResponse>> answers = new CompletableFuture<>();
        StreamObserver<PublishEventsRequest> requests = eventStreams().publishEvents(new Collector<>(answers));
        for (int i = 0; i < batches.size(); i++) {
            requests.onNext(PublishEventsRequest.newBuilder()
                    .setBatchNumber(i + 1)
                    .addAllEvents(batches.get(i))
                    .build());
        }
        requests.onCompleted();
        return answers.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Uploads training data on one stream. */
    public UploadTrainingDataResponse upload(List<UploadTrainingDataRequest> messages) {
        CompletableFuture<List<UploadTrainingDataResponse>> answers = new CompletableFuture<>();
        StreamObserver<UploadTrainingDataRequest> requests =
                trainingDataStreams().uploadTrainingData(new Collector<>(answers));
        messages.forEach(requests::onNext);
        requests.onCompleted();
        return answers.orTimeout(60, TimeUnit.SECONDS).join().getFirst();
    }

    @Override
    public void close() throws InterruptedException {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    private static final class Collector<R> implements StreamObserver<R> {

        private final List<R> received = new ArrayList<>();
        private final CompletableFuture<List<R>> answers;

        Collector(CompletableFuture<List<R>> answers) {
            this.answers = answers;
        }

        @Override
        public void onNext(R response) {
            received.add(response);
        }

        @Override
        public void onError(Throwable failure) {
            answers.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            answers.complete(received);
        }
    }
}
