package io.zugabe.catalog.fit.endpoint;

import io.zugabe.catalog.fit.PairAnswer;
import io.zugabe.catalog.fit.domain.FitAnswer;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import io.zugabe.catalog.text.domain.SentenceTemplate;
import io.zugabe.catalog.v1.FitResult;
import java.util.Set;

/** Answers about pairs as messages. */
public final class FitMessages {

    private FitMessages() {}

    /** An answer, with its evidence if asked for. */
    public static FitResult toMessage(PairAnswer pair, boolean withEvidence) {
        FitResult.Builder result = FitResult.newBuilder()
                .setAnchorProductId(pair.anchorId())
                .setCandidateProductId(pair.candidateId())
                .setVerdict(StatementMessages.toMessage(pair.verdict()));
        if (pair instanceof PairAnswer.Answered answered) {
            FitAnswer answer = answered.answer().answer();
            answer.limits().forEach(limit -> result.addLimits(StatementMessages.toMessage(limit)));
            if (!answer.missing().isEmpty()) {
                addMissing(answered, answer.missing(), result);
            }
        }
        if (withEvidence) {
            addEvidence(pair, result);
        }
        return result.build();
    }

    private static void addMissing(PairAnswer.Answered answered, Set<String> missing, FitResult.Builder result) {
        missing.stream()
                .map(name -> answered.productInRoleOf(name) + name.substring(name.indexOf('.')))
                .sorted()
                .forEach(result::addMissingAttributes);
    }

    private static void addEvidence(PairAnswer pair, FitResult.Builder result) {
        switch (pair) {
            case PairAnswer.Judged _ -> throw new IllegalStateException("Who asks why gets more than a verdict");
            case PairAnswer.UnknownProducts unknown ->
                unknown.unknown().forEach(id -> result.addEvidence(EvidenceMessages.unknownProduct(id)));
            case PairAnswer.NothingSaid _ -> result.addEvidence(EvidenceMessages.nothingSaid());
            case PairAnswer.Answered answered -> addGrounds(answered.answer().answer(), answered::attribute, result);
            case PairAnswer.Blocked blocked ->
                addGrounds(
                        blocked.answer(),
                        name -> blocked.unblocked() instanceof PairAnswer.Answered answered
                                ? answered.attribute(name)
                                : null,
                        result);
        }
    }

    private static void addGrounds(FitAnswer answer, SentenceTemplate.Lookup attributes, FitResult.Builder result) {
        answer.grounds().forEach(ground -> result.addEvidence(EvidenceMessages.ofGround(ground, attributes)));
        answer.overruled()
                .forEach(ground -> result.addEvidence(EvidenceMessages.ofGround(ground, attributes).toBuilder()
                        .setOverruled(true)));
    }
}
