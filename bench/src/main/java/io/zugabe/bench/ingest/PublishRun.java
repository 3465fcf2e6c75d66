package io.zugabe.bench.ingest;

import io.grpc.Channel;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import io.zugabe.segmentation.v1.PublishEventsResponse;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Batches on their way into the log over one stream; each is timed from when it was due to its acknowledgement. */
final class PublishRun implements ClientResponseObserver<PublishEventsRequest, PublishEventsResponse> {

    /** As many as the service takes before it acknowledges one. */
    private static final int MOST_UNDER_WAY = 8;

    private static final int LONGEST_WAIT_SECONDS = 300;
    private static final long LONGEST_LATENCY = TimeUnit.MINUTES.toNanos(5);

    private final List<PublishEventsRequest> batches;
    private final double batchesPerSecond;
    private final BitSet acknowledged = new BitSet();
    private final Histogram latencies = new Histogram(LONGEST_LATENCY, 3);
    private final long[] due;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final long began = System.nanoTime();
    private @Nullable ClientCallStreamObserver<PublishEventsRequest> requests;
    private @Nullable Throwable failure;
    private int sent;
    private int answers;
    private long duplicates;
    private long position;

    private PublishRun(List<PublishEventsRequest> batches, double batchesPerSecond) {
        this.batches = batches;
        this.batchesPerSecond = batchesPerSecond;
        this.due = new long[batches.size()];
    }

    /** Publishes as fast as the log takes it. Batches are told apart by their place in the list. */
    static PublishRun asFastAsPossible(Channel channel, List<PublishEventsRequest> batches) {
        return start(channel, batches, Double.POSITIVE_INFINITY);
    }

    /** Publishes at a fixed rate, whether or not the log keeps up. */
    static PublishRun atRate(Channel channel, List<PublishEventsRequest> batches, double batchesPerSecond) {
        return start(channel, batches, batchesPerSecond);
    }

    private static PublishRun start(Channel channel, List<PublishEventsRequest> batches, double batchesPerSecond) {
        PublishRun run = new PublishRun(batches, batchesPerSecond);
        EventServiceGrpc.newStub(channel).publishEvents(run);
        if (batchesPerSecond < Double.POSITIVE_INFINITY) {
            Thread.ofPlatform().daemon().name("clock").start(run::sendByTheClock);
        }
        return run;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<PublishEventsRequest> stream) {
        requests = stream;
        if (batchesPerSecond == Double.POSITIVE_INFINITY) {
            stream.setOnReadyHandler(this::sendWhatMayBeSent);
        }
    }

    private synchronized void sendWhatMayBeSent() {
        while (failure == null
                && sent < batches.size()
                && sent - answers < MOST_UNDER_WAY
                && stream().isReady()) {
            send(System.nanoTime());
        }
    }

    private void sendByTheClock() {
        for (int i = 0; i < batches.size(); i++) {
            long when = began + (long) (i / batchesPerSecond * 1e9);
            while (System.nanoTime() < when) {
                LockSupport.parkNanos(when - System.nanoTime());
            }
            synchronized (this) {
                if (failure != null) {
                    return;
                }
                send(when);
            }
        }
    }

    private void send(long when) {
        due[sent] = when;
        stream().onNext(batches.get(sent));
        sent++;
        if (sent == batches.size()) {
            stream().onCompleted();
        }
    }

    private ClientCallStreamObserver<PublishEventsRequest> stream() {
        ClientCallStreamObserver<PublishEventsRequest> stream = requests;
        if (stream == null) {
            throw new IllegalStateException("not started");
        }
        return stream;
    }

    @Override
    public void onNext(PublishEventsResponse response) {
        synchronized (this) {
            if (response.getRefusedCount() > 0) {
                throw new IllegalStateException(
                        "refused: " + response.getRefused(0).getStatus());
            }
            latencies.recordValue(Math.min(LONGEST_LATENCY, System.nanoTime() - due[answers]));
            acknowledged.set(answers);
            answers++;
            duplicates += response.getDuplicates();
            position = Math.max(position, response.getPosition());
        }
        if (batchesPerSecond == Double.POSITIVE_INFINITY) {
            sendWhatMayBeSent();
        }
    }

    @Override
    public void onError(Throwable gone) {
        synchronized (this) {
            failure = gone;
        }
        ended.countDown();
    }

    @Override
    public void onCompleted() {
        ended.countDown();
    }

    /** Waits for the last acknowledgement, or the end of the stream. */
    PublishRun await() throws InterruptedException {
        if (!ended.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the log did not acknowledge within " + LONGEST_WAIT_SECONDS + " s");
        }
        return this;
    }

    /** This run, if everything was acknowledged. */
    PublishRun complete() throws InterruptedException {
        await();
        if (failure != null) {
            throw new IllegalStateException("the stream failed", failure);
        }
        return this;
    }

    /** Number of batches acknowledged so far. */
    synchronized int acknowledged() {
        return answers;
    }

    /** The batches that were not acknowledged. */
    synchronized List<PublishEventsRequest> unacknowledged() {
        return batches.subList(acknowledged.length(), batches.size());
    }

    /** Why the stream ended; empty if it ended well. */
    synchronized Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Events that the log had already. */
    synchronized long duplicates() {
        return duplicates;
    }

    /** The log's last position acknowledged. */
    synchronized long position() {
        return position;
    }

    /** From when batches were due to their acknowledgement, in nanoseconds. */
    Histogram latencies() {
        return latencies;
    }
}
