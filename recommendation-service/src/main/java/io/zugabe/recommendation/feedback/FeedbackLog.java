package io.zugabe.recommendation.feedback;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.feedback.domain.OfferHappening;
import java.util.List;
import java.util.Map;

/** The shop's event log, where feedback is kept. */
public interface FeedbackLog {

    /**
     * Appends; done when all that was not refused is durable. What is there already changes nothing.
     *
     * @return what was refused, and why, by its place in the list
     */
    Uni<Map<Integer, ZugabeException>> append(List<OfferHappening> happenings);
}
