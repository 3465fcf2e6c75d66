package io.zugabe.bench.running;

import io.grpc.Channel;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import io.zugabe.segmentation.v1.PublishEventsResponse;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A stream of events to the log, eight batches under way at most. A refused event fails it. Services end connections that
 * have grown old, so a stream that was used for a while gives way to a new one between two calls, when nothing is under way.
 */
public final class EventPublisher implements AutoCloseable {

    private static final int BATCH = 500;
    private static final int UNDER_WAY = 8;
    private static final int LONGEST_WAIT_SECONDS = 300;
    private static final long LONGEST_USE = TimeUnit.MINUTES.toNanos(1);

    private final Semaphore free = new Semaphore(UNDER_WAY);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicLong published = new AtomicLong();
    private final Channel segmentation;
    private ClientCallStreamObserver<PublishEventsRequest> stream;
    private long opened = System.nanoTime();
    private long batches;

    public EventPublisher(Channel segmentation) {
        this.segmentation = segmentation;
        this.stream = open(new Acknowledgements());
    }

    private ClientCallStreamObserver<PublishEventsRequest> open(Acknowledgements acknowledgements) {
        return (ClientCallStreamObserver<PublishEventsRequest>)
                EventServiceGrpc.newStub(segmentation).publishEvents(acknowledgements);
    }

    /** Publishes events in this order and waits until all of them are acknowledged. */
    public synchronized void publish(List<Event> events) throws InterruptedException {
        if (System.nanoTime() - opened > LONGEST_USE) {
            stream.onCompleted();
            stream = open(new Acknowledgements());
            opened = System.nanoTime();
        }
        for (int from = 0; from < events.size(); from += BATCH) {
            acquire(1);
            stream.onNext(PublishEventsRequest.newBuilder()
                    .setBatchNumber(++batches)
                    .addAllEvents(events.subList(from, Math.min(events.size(), from + BATCH)))
                    .build());
        }
        acquire(UNDER_WAY);
        free.release(UNDER_WAY);
    }

    /** Number of events that are in the log. */
    public long published() {
        return published.get();
    }

    private void acquire(int permits) throws InterruptedException {
        boolean acquired = free.tryAcquire(permits, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        Throwable problem = failure.get();
        if (problem != null || !acquired) {
            throw new IllegalStateException("events could not be published", problem);
        }
    }

    @Override
    public synchronized void close() {
        stream.onCompleted();
    }

    private final class Acknowledgements
            implements ClientResponseObserver<PublishEventsRequest, PublishEventsResponse> {

        @Override
        public void beforeStart(ClientCallStreamObserver<PublishEventsRequest> requests) {}

        @Override
        public void onNext(PublishEventsResponse response) {
            if (response.getRefusedCount() > 0) {
                failure.compareAndSet(null, new IllegalStateException("refused: " + response.getRefused(0)));
            }
            published.addAndGet(response.getAppended());
            free.release();
        }

        @Override
        public void onError(Throwable problem) {
            failure.compareAndSet(null, problem);
            free.release(2 * UNDER_WAY);
        }

        @Override
        public void onCompleted() {}
    }
}
