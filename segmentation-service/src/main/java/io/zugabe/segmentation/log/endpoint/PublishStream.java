package io.zugabe.segmentation.log.endpoint;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.log.AppendEvents;
import io.zugabe.segmentation.log.CommitQueue;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import io.zugabe.segmentation.v1.PublishEventsResponse;
import org.jspecify.annotations.Nullable;

/**
 * One call of PublishEvents. A few batches may be under way; another one is asked for only when one
 * is acknowledged, the acknowledgement has left, and the log has room. A failure ends the stream
 * after the batches before it are answered.
 */
final class PublishStream implements StreamObserver<PublishEventsRequest>, OpenStreams.Stream {

    private static final int WINDOW = 8;

    private final ServerCallStreamObserver<PublishEventsResponse> answers;
    private final BatchReader reader;
    private final AppendEvents appendEvents;
    private final CommitQueue queue;
    private final FailureTranslator failures;
    private final OpenStreams streams;
    private int underWay;
    private int owed;
    private boolean halfClosed;
    private boolean closed;
    private @Nullable Throwable failure;

    PublishStream(
            ServerCallStreamObserver<PublishEventsResponse> answers,
            BatchReader reader,
            AppendEvents appendEvents,
            CommitQueue queue,
            FailureTranslator failures,
            OpenStreams streams) {
        this.answers = answers;
        this.reader = reader;
        this.appendEvents = appendEvents;
        this.queue = queue;
        this.failures = failures;
        this.streams = streams;
    }

    void start() {
        answers.disableAutoRequest();
        answers.setOnReadyHandler(this::askForMore);
        answers.setOnCancelHandler(this::forget);
        streams.add(this);
        answers.request(WINDOW);
    }

    @Override
    public void onNext(PublishEventsRequest request) {
        synchronized (this) {
            if (closed || failure != null) {
                return;
            }
            underWay++;
        }
        Uni.createFrom()
                .item(() -> reader.read(request))
                .chain(this::append)
                .subscribe()
                .with(this::answer, this::failed);
    }

    private Uni<PublishEventsResponse> append(BatchReader.Batch batch) {
        return appendEvents
                .append(batch.accepted())
                .map(acknowledgement -> PublishEventsResponse.newBuilder()
                        .setBatchNumber(batch.number())
                        .setPosition(acknowledgement.position())
                        .setAppended(acknowledgement.appended())
                        .setDuplicates(acknowledgement.duplicates())
                        .addAllRefused(batch.refused())
                        .build());
    }

    private void answer(PublishEventsResponse response) {
        synchronized (this) {
            underWay--;
            owed++;
            if (closed) {
                return;
            }
            answers.onNext(response);
        }
        closeIfDone();
        askForMore();
    }

    private synchronized void failed(Throwable why) {
        underWay--;
        end(why);
    }

    @Override
    public synchronized void end(ZugabeException why) {
        end((Throwable) why);
    }

    private synchronized void end(Throwable why) {
        if (failure == null) {
            failure = why;
        }
        closeIfDone();
    }

    private void askForMore() {
        int asked;
        synchronized (this) {
            asked = closed || failure != null || !answers.isReady() ? 0 : owed;
            owed -= asked;
        }
        if (asked > 0) {
            queue.whenRoomy(() -> answers.request(asked));
        }
    }

    private synchronized void closeIfDone() {
        if (closed || underWay > 0) {
            return;
        }
        if (failure != null) {
            answers.onError(failures.translate(failure));
            forget();
        } else if (halfClosed) {
            answers.onCompleted();
            forget();
        }
    }

    @Override
    public void onError(Throwable gone) {
        forget();
    }

    @Override
    public synchronized void onCompleted() {
        halfClosed = true;
        closeIfDone();
    }

    private synchronized void forget() {
        closed = true;
        streams.remove(this);
    }
}
