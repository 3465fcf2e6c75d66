package io.zugabe.quickstart.imports;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stream of batches that are answered in order, with a limited number under way. The sender blocks
 * while the limit is reached.
 *
 * @param <B> what the caller knows a batch by
 * @param <Q> request messages
 * @param <R> response messages
 */
final class BatchStream<B, Q, R> implements AutoCloseable {

    private static final int UNDER_WAY = 8;
    private static final int ANSWER_SECONDS = 60;

    private final Semaphore places = new Semaphore(UNDER_WAY);
    private final Deque<B> waiting = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final BiConsumer<B, R> answered;
    private final StreamObserver<Q> requests;
    private volatile @Nullable Throwable failure;

    /**
     * Opens the stream.
     *
     * @param answered called with every batch and its answer, in order, by one thread at a time
     */
    BatchStream(Function<StreamObserver<R>, StreamObserver<Q>> open, BiConsumer<B, R> answered) {
        this.answered = answered;
        this.requests = open.apply(new Answers());
    }

    /** Sends a batch; blocks while too many wait for their answers. */
    void send(B batch, Q request) throws InterruptedException {
        if (!places.tryAcquire(ANSWER_SECONDS, TimeUnit.SECONDS)) {
            throw new RejectedRecord("service", "no answer within " + ANSWER_SECONDS + " s");
        }
        throwIfFailed();
        synchronized (waiting) {
            waiting.add(batch);
        }
        requests.onNext(request);
    }

    /** Says that nothing follows, and waits for the last answer. */
    @Override
    public void close() throws InterruptedException {
        if (failure == null) {
            requests.onCompleted();
        }
        if (!ended.await(ANSWER_SECONDS, TimeUnit.SECONDS)) {
            throw new RejectedRecord("service", "no answer within " + ANSWER_SECONDS + " s");
        }
        throwIfFailed();
    }

    private void throwIfFailed() {
        Throwable problem = failure;
        if (problem != null) {
            throw new RejectedRecord(
                    "service",
                    Status.fromThrowable(problem) + "; everything before was stored: repeat the command to go on");
        }
    }

    private final class Answers implements StreamObserver<R> {

        @Override
        public void onNext(R response) {
            B batch;
            synchronized (waiting) {
                batch = waiting.remove();
            }
            answered.accept(batch, response);
            places.release();
        }

        @Override
        public void onError(Throwable problem) {
            failure = problem;
            places.release(UNDER_WAY);
            ended.countDown();
        }

        @Override
        public void onCompleted() {
            ended.countDown();
        }
    }
}
