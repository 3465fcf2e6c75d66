package io.zugabe.quickstart.imports;

import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stream of batches that are answered in order, with a limited number under way. The sender blocks
 * while the limit is reached. A stream that fails because the service is away is opened again, and
 * what was not answered is sent again in its order: nothing is lost, and every batch is answered once.
 *
 * @param <B> what the caller knows a batch by
 * @param <Q> request messages
 * @param <R> response messages
 */
final class BatchStream<B, Q, R> implements AutoCloseable {

    private static final int UNDER_WAY = 8;
    private static final long ANSWER_SECONDS = 60;

    private record Sent<B, Q>(B batch, Q request) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Sent<B, Q>> unanswered = new ArrayDeque<>();
    private final Function<StreamObserver<R>, StreamObserver<Q>> open;
    private final BiConsumer<B, R> answered;
    private final Retry retry;
    private @Nullable Answers current;
    private @Nullable StreamObserver<Q> requests;
    private @Nullable Throwable failure;
    private @Nullable RuntimeException end;
    private boolean endTold;
    private long lastAnswer = System.nanoTime();
    private int attempts;

    /**
     * A stream, opened with the first batch.
     *
     * @param answered called with every batch and its answer, in order, by one thread at a time
     */
    BatchStream(Function<StreamObserver<R>, StreamObserver<Q>> open, BiConsumer<B, R> answered, Retry retry) {
        this.open = open;
        this.answered = answered;
        this.retry = retry;
    }

    /** Sends a batch; blocks while too many wait for their answers. Once it threw, it does nothing any more. */
    void send(B batch, Q request) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (endTold) {
                return;
            }
            while (unanswered.size() >= UNDER_WAY || failure != null || end != null) {
                awaitChange();
            }
            if (unanswered.isEmpty()) {
                lastAnswer = System.nanoTime();
            }
            unanswered.add(new Sent<>(batch, request));
            opened().onNext(request);
        } finally {
            lock.unlock();
        }
    }

    /** Says that nothing follows, and waits for the last answer. */
    @Override
    public void close() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            // who sends knows already why nothing more can be sent
            while (!endTold && (end != null || !unanswered.isEmpty())) {
                awaitChange();
            }
            if (requests != null && failure == null) {
                requests.onCompleted();
            }
        } finally {
            lock.unlock();
        }
    }

    private StreamObserver<Q> opened() {
        StreamObserver<Q> stream = requests;
        if (stream == null) {
            Answers answers = new Answers();
            current = answers;
            stream = open.apply(answers);
            requests = stream;
        }
        return stream;
    }

    private void awaitChange() throws InterruptedException {
        throwEnd();
        if (failure == null && !changed.await(ANSWER_SECONDS, TimeUnit.SECONDS) && failure == null) {
            failure = Status.DEADLINE_EXCEEDED
                    .withDescription("no answer within " + ANSWER_SECONDS + " s")
                    .asRuntimeException();
        }
        throwEnd();
        if (failure != null) {
            openAgain(failure);
        }
    }

    private void throwEnd() {
        if (end != null) {
            endTold = true;
            throw end;
        }
    }

    private void openAgain(Throwable problem) throws InterruptedException {
        if (!Retry.mayPass(problem)
                || System.nanoTime() - lastAnswer > retry.patience().toNanos()) {
            end = Retry.gaveUp(problem);
            throwEnd();
        }
        current = null;
        if (requests instanceof ClientCallStreamObserver<Q> call) {
            call.cancel("opened again", null);
        }
        requests = null;
        long pause = retry.pauseNanos(attempts++);
        while (pause > 0) {
            pause = changed.awaitNanos(pause);
        }
        retry.again(attempts - 1, lastAnswer, problem);
        failure = null;
        StreamObserver<Q> stream = opened();
        unanswered.forEach(sent -> stream.onNext(sent.request()));
    }

    private final class Answers implements StreamObserver<R> {

        @Override
        public void onNext(R response) {
            inOrder(() -> {
                Sent<B, Q> sent = unanswered.poll();
                lastAnswer = System.nanoTime();
                attempts = 0;
                if (sent != null) {
                    answered.accept(sent.batch(), response);
                }
            });
        }

        @Override
        public void onError(Throwable problem) {
            inOrder(() -> failure = problem);
        }

        @Override
        public void onCompleted() {
            inOrder(() -> {
                if (!unanswered.isEmpty()) {
                    failure = Status.UNAVAILABLE
                            .withDescription("the service ended the stream")
                            .asRuntimeException();
                }
                requests = null;
            });
        }

        private void inOrder(Runnable step) {
            lock.lock();
            try {
                if (current == this) {
                    step.run();
                }
            } catch (RuntimeException e) {
                // a report that cannot be written ends the import
                end = e;
            } finally {
                changed.signalAll();
                lock.unlock();
            }
        }
    }
}
