package io.zugabe.recommendation.feedback.endpoint;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.v1.RecordFeedbackRequest;
import io.zugabe.recommendation.v1.RecordFeedbackResponse;
import java.util.function.Function;

/** One call of RecordFeedback: the next batch is asked for when the one before is answered. */
final class FeedbackStream implements StreamObserver<RecordFeedbackRequest> {

    private final ServerCallStreamObserver<RecordFeedbackResponse> answers;
    private final Function<RecordFeedbackRequest, Uni<RecordFeedbackResponse>> record;
    private final Function<Throwable, ? extends Throwable> translate;
    private boolean underWay;
    private boolean halfClosed;
    private boolean closed;

    private FeedbackStream(
            ServerCallStreamObserver<RecordFeedbackResponse> answers,
            Function<RecordFeedbackRequest, Uni<RecordFeedbackResponse>> record,
            Function<Throwable, ? extends Throwable> translate) {
        this.answers = answers;
        this.record = record;
        this.translate = translate;
    }

    static FeedbackStream open(
            ServerCallStreamObserver<RecordFeedbackResponse> answers,
            Function<RecordFeedbackRequest, Uni<RecordFeedbackResponse>> record,
            Function<Throwable, ? extends Throwable> translate) {
        FeedbackStream stream = new FeedbackStream(answers, record, translate);
        answers.disableAutoRequest();
        answers.setOnCancelHandler(stream::forget);
        answers.request(1);
        return stream;
    }

    @Override
    public synchronized void onNext(RecordFeedbackRequest request) {
        if (closed) {
            return;
        }
        underWay = true;
        Uni.createFrom().deferred(() -> record.apply(request)).subscribe().with(this::answer, this::fail);
    }

    @Override
    public void onError(Throwable failure) {
        forget();
    }

    @Override
    public synchronized void onCompleted() {
        halfClosed = true;
        completeIfDone();
    }

    private synchronized void answer(RecordFeedbackResponse response) {
        underWay = false;
        if (!closed) {
            answers.onNext(response);
            completeIfDone();
        }
        if (!closed) {
            answers.request(1);
        }
    }

    private synchronized void fail(Throwable failure) {
        if (!closed) {
            closed = true;
            answers.onError(translate.apply(failure));
        }
    }

    private void completeIfDone() {
        if (halfClosed && !underWay && !closed) {
            closed = true;
            answers.onCompleted();
        }
    }

    private synchronized void forget() {
        closed = true;
    }
}
