package io.zugabe.recommendation.feedback.endpoint;

import io.grpc.Channel;
import io.smallrye.mutiny.Multi;
import io.zugabe.recommendation.v1.Feedback;
import io.zugabe.recommendation.v1.Feedback.Action;
import io.zugabe.recommendation.v1.MutinyFeedbackServiceGrpc;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecordFeedbackRequest;
import io.zugabe.recommendation.v1.RecordFeedbackResponse;
import java.time.Duration;
import java.util.List;

/** Tells a running service what became of its offers. */
public final class FeedbackCalls {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    private FeedbackCalls() {}

    /** Records one batch; the answer to it. */
    public static RecordFeedbackResponse record(Channel channel, List<Feedback> batch) {
        return MutinyFeedbackServiceGrpc.newMutinyStub(channel)
                .recordFeedback(Multi.createFrom()
                        .item(RecordFeedbackRequest.newBuilder()
                                .addAllFeedback(batch)
                                .build()))
                .collect()
                .last()
                .await()
                .atMost(LONGEST_WAIT);
    }

    /** What became of an offer. */
    public static Feedback told(Offer offer, Action action) {
        return Feedback.newBuilder()
                .setTrackingToken(offer.getTrackingToken())
                .setAction(action)
                .build();
    }

    /** The offer of a product, which must be there. */
    public static Offer offer(RecommendResponse response, String product) {
        return response.getOffersList().stream()
                .filter(offer -> offer.getProductId().equals(product))
                .findFirst()
                .orElseThrow();
    }
}
