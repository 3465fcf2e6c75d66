package io.zugabe.segmentation.log.endpoint;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.segmentation.log.AppendEvents;
import io.zugabe.segmentation.log.CommitQueue;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import io.zugabe.segmentation.v1.PublishEventsResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the streams that append. */
@ApplicationScoped
public class Publishing {

    private final BatchReader reader;
    private final AppendEvents appendEvents;
    private final CommitQueue queue;
    private final FailureTranslator failures;
    private final OpenStreams streams;

    public Publishing(
            BatchReader reader,
            AppendEvents appendEvents,
            CommitQueue queue,
            FailureTranslator failures,
            OpenStreams streams) {
        this.reader = reader;
        this.appendEvents = appendEvents;
        this.queue = queue;
        this.failures = failures;
        this.streams = streams;
    }

    StreamObserver<PublishEventsRequest> open(ServerCallStreamObserver<PublishEventsResponse> answers) {
        PublishStream stream = new PublishStream(answers, reader, appendEvents, queue, failures, streams);
        stream.start();
        return stream;
    }
}
