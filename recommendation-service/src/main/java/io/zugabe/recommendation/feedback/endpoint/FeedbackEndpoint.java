package io.zugabe.recommendation.feedback.endpoint;

import com.google.rpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.feedback.RecordFeedback;
import io.zugabe.recommendation.feedback.RecordFeedback.Result;
import io.zugabe.recommendation.feedback.domain.Feedback;
import io.zugabe.recommendation.v1.FeedbackResult;
import io.zugabe.recommendation.v1.FeedbackServiceGrpc;
import io.zugabe.recommendation.v1.RecordFeedbackRequest;
import io.zugabe.recommendation.v1.RecordFeedbackResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code zugabe.recommendation.v1.FeedbackService}. Implemented on the plain stubs, because only they let a stream ask
 * its caller for the next batch when the one before is done.
 */
@GrpcService
public class FeedbackEndpoint extends FeedbackServiceGrpc.FeedbackServiceImplBase {

    private static final int MOST = 500;

    private final FeedbackReader reader;
    private final RecordFeedback record;
    private final FailureTranslator failures;
    private final Clock clock = Clock.systemUTC();

    public FeedbackEndpoint(FeedbackReader reader, RecordFeedback record, FailureTranslator failures) {
        this.reader = reader;
        this.record = record;
        this.failures = failures;
    }

    @Override
    public StreamObserver<RecordFeedbackRequest> recordFeedback(StreamObserver<RecordFeedbackResponse> answers) {
        return FeedbackStream.open(
                (ServerCallStreamObserver<RecordFeedbackResponse>) answers, this::record, failures::translate);
    }

    private Uni<RecordFeedbackResponse> record(RecordFeedbackRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkSize("feedback", request.getFeedbackList(), 1, MOST);
        violations.throwIfAny();
        Instant now = clock.instant();
        Map<Integer, Feedback> batch = new HashMap<>();
        Map<Integer, Result> results = new HashMap<>();
        for (int item = 0; item < request.getFeedbackCount(); item++) {
            try {
                batch.put(item, reader.read(request.getFeedback(item), now));
            } catch (ZugabeException refusal) {
                results.put(item, new Result.Refused(refusal));
            }
        }
        return record.record(batch).map(recorded -> {
            results.putAll(recorded);
            return response(results, request.getFeedbackCount());
        });
    }

    private RecordFeedbackResponse response(Map<Integer, Result> results, int size) {
        RecordFeedbackResponse.Builder response = RecordFeedbackResponse.newBuilder();
        for (int item = 0; item < size; item++) {
            response.addResults(result(results.getOrDefault(item, new Result.Preview())));
        }
        return response.build();
    }

    private FeedbackResult result(Result result) {
        FeedbackResult.Builder message = FeedbackResult.newBuilder();
        return switch (result) {
            case Result.Recorded recorded ->
                message.setStatus(Status.getDefaultInstance())
                        .setOutcome(FeedbackResult.Outcome.OUTCOME_RECORDED)
                        .setDisputeId(recorded.dispute())
                        .build();
            case Result.Preview ignored ->
                message.setStatus(Status.getDefaultInstance())
                        .setOutcome(FeedbackResult.Outcome.OUTCOME_PREVIEW)
                        .build();
            case Result.Refused refused ->
                message.setStatus(failures.errors().toStatus(refused.why())).build();
        };
    }
}
