package io.zugabe.recommendation.feedback.endpoint;

import com.google.protobuf.util.Timestamps;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.decision.RecommendationReason;
import io.zugabe.recommendation.feedback.FeedbackConfig;
import io.zugabe.recommendation.feedback.TrackingTokens;
import io.zugabe.recommendation.feedback.domain.Feedback.Action;
import io.zugabe.recommendation.feedback.domain.Feedback.Dismissal;
import io.zugabe.recommendation.feedback.domain.TrackedOffer;
import io.zugabe.recommendation.v1.Feedback;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads an item of feedback; refuses it saying what is wrong. */
@Singleton
public class FeedbackReader {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final TrackingTokens tokens;
    private final Duration longestAge;

    public FeedbackReader(TrackingTokens tokens, FeedbackConfig config) {
        this.tokens = tokens;
        this.longestAge = config.longestAge();
    }

    io.zugabe.recommendation.feedback.domain.Feedback read(Feedback message, Instant now) {
        Violations violations = Violations.ofRequest();
        if (message.getTrackingToken().isEmpty()) {
            violations.add("tracking_token", "is required: the tracking_token of an offer");
        }
        Optional<Action> action = action(message.getAction());
        violations.check(
                action.isPresent(), "action", message.getActionValue(), "is no action; say what became of the offer");
        Optional<Dismissal> dismissal = dismissal(message.getDismissal());
        violations.check(
                dismissal.isPresent(), "dismissal", message.getDismissalValue(), "must be one of Dismissal, 0 to 3");
        violations.check(
                message.getDismissalValue() == 0 || action.equals(Optional.of(Action.DISMISSED)),
                "dismissal",
                message.getDismissal(),
                "goes with ACTION_DISMISSED only");
        violations.check(
                Timestamps.isValid(message.getEventTime()),
                "event_time",
                message.getEventTime().getSeconds(),
                "is no valid time");
        violations.throwIfAny();
        TrackedOffer offer = tokens.read(message.getTrackingToken());
        Instant time = message.hasEventTime()
                ? Instant.ofEpochSecond(
                        message.getEventTime().getSeconds(),
                        message.getEventTime().getNanos())
                : now;
        check(offer, time, now);
        return new io.zugabe.recommendation.feedback.domain.Feedback(
                offer, action.orElseThrow(), time, dismissal.orElseThrow());
    }

    private void check(TrackedOffer offer, Instant time, Instant now) {
        if (offer.time().isBefore(now.minus(longestAge))) {
            throw ZugabeException.of(
                    RecommendationReason.OFFER_TOO_OLD,
                    "decision " + offer.decision() + " was made at " + offer.time() + "; feedback is taken for "
                            + longestAge.toDays() + " days",
                    Map.of("decision_id", offer.decision().toString()));
        }
        Violations violations = Violations.ofRequest();
        violations.check(
                !time.isBefore(offer.time().minus(TOLERANCE)) && !time.isAfter(now.plus(TOLERANCE)),
                "event_time",
                time,
                "must not be before the decision of " + offer.time() + " nor in the future");
        violations.throwIfAny();
    }

    private static Optional<Action> action(Feedback.Action action) {
        return switch (action) {
            case ACTION_SHOWN -> Optional.of(Action.SHOWN);
            case ACTION_CLICKED -> Optional.of(Action.CLICKED);
            case ACTION_ADDED -> Optional.of(Action.ADDED);
            case ACTION_DISMISSED -> Optional.of(Action.DISMISSED);
            case ACTION_DOES_NOT_FIT -> Optional.of(Action.DOES_NOT_FIT);
            case ACTION_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private static Optional<Dismissal> dismissal(Feedback.Dismissal dismissal) {
        return switch (dismissal) {
            case DISMISSAL_UNSPECIFIED -> Optional.of(Dismissal.UNSPECIFIED);
            case DISMISSAL_NOT_INTERESTED -> Optional.of(Dismissal.NOT_INTERESTED);
            case DISMISSAL_OWNED -> Optional.of(Dismissal.OWNED);
            case DISMISSAL_PRICE -> Optional.of(Dismissal.PRICE);
            case UNRECOGNIZED -> Optional.empty();
        };
    }
}
