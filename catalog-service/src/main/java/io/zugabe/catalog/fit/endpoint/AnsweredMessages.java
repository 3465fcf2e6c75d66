package io.zugabe.catalog.fit.endpoint;

import io.zugabe.catalog.fit.PairAnswer;
import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.v1.FitResult;
import java.util.HashMap;
import java.util.Map;

/**
 * The answers of one response with their evidence. Products of the same fit groups get the same answer in the same words,
 * which are put together once.
 */
final class AnsweredMessages {

    private final Map<Groups, FitResult> known = new HashMap<>();

    FitResult toMessage(PairAnswer pair) {
        // what is missing is named with the products' ids
        if (!(pair instanceof PairAnswer.Answered answered)
                || !answered.answer().answer().missing().isEmpty()) {
            return FitMessages.toMessage(pair, true);
        }
        Groups groups =
                new Groups(answered.host(), answered.part(), answered.answer().anchorIsHost());
        FitResult alike = known.get(groups);
        if (alike == null) {
            FitResult first = FitMessages.toMessage(pair, true);
            known.put(groups, first);
            return first;
        }
        return alike.toBuilder()
                .setAnchorProductId(pair.anchorId())
                .setCandidateProductId(pair.candidateId())
                .build();
    }

    private record Groups(FitGroup host, FitGroup part, boolean anchorIsHost) {}
}
