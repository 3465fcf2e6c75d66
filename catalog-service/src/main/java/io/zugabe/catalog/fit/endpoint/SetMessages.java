package io.zugabe.catalog.fit.endpoint;

import io.zugabe.catalog.dispute.domain.ProductPair;
import io.zugabe.catalog.fit.CheckSet.SetAnswer;
import io.zugabe.catalog.fit.PairAnswer;
import io.zugabe.catalog.fit.domain.LiftedLimit;
import io.zugabe.catalog.fit.domain.Limit;
import io.zugabe.catalog.fit.domain.SetPair;
import io.zugabe.catalog.fit.domain.SetVerdict;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import io.zugabe.catalog.v1.CheckSetResponse;
import io.zugabe.catalog.v1.FitResult;
import io.zugabe.kit.error.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Questions about sets, and the answers, as messages. */
final class SetMessages {

    private static final int FEWEST = 2;
    private static final int MOST = 20;

    private SetMessages() {}

    /** Refuses what is no set. */
    static void check(List<String> ids) {
        Violations violations = Violations.ofRequest();
        if (violations.checkSize("product_ids", ids, FEWEST, MOST)) {
            Fields.checkIds(violations, "product_ids", ids, MOST);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size() && violations.isEmpty(); i++) {
            violations.check(seen.add(ids.get(i)), "product_ids[" + i + "]", ids.get(i), "is named twice");
        }
        violations.throwIfAny();
    }

    static CheckSetResponse toMessage(SetAnswer answer, boolean withEvidence) {
        SetVerdict verdict = answer.verdict();
        CheckSetResponse.Builder response = CheckSetResponse.newBuilder()
                .setVerdict(StatementMessages.toMessage(verdict.verdict()))
                .setWeakestProductId(verdict.weakestProduct())
                .addAllUnconnectedProductIds(verdict.unconnected())
                .addAllUnknownProductIds(answer.unknown());
        verdict.limits().forEach(limit -> response.addLimits(StatementMessages.toMessage(limit)));
        verdict.weakestPair().ifPresent(pair -> response.setWeakestPair(toMessage(pair, answer, withEvidence)));
        verdict.pairs().forEach(pair -> response.addPairs(toMessage(pair, answer, withEvidence)));
        verdict.lifted().forEach(lifted -> response.addLiftedLimits(toMessage(lifted)));
        return response.build();
    }

    /** A pair as it counts in the set, which a bridge may have made better than it is alone. */
    private static FitResult toMessage(SetPair pair, SetAnswer answer, boolean withEvidence) {
        PairAnswer said = answer.answers().get(ProductPair.of(pair.host(), pair.part()));
        if (said == null) {
            throw new IllegalStateException("a pair of a set without an answer: " + pair);
        }
        FitResult.Builder result = FitMessages.toMessage(said, withEvidence).toBuilder()
                .setVerdict(StatementMessages.toMessage(pair.verdict()))
                .clearLimits();
        pair.limits().forEach(limit -> result.addLimits(StatementMessages.toMessage(limit)));
        return result.build();
    }

    private static io.zugabe.catalog.v1.LiftedLimit toMessage(LiftedLimit lifted) {
        io.zugabe.catalog.v1.LiftedLimit.Builder message = io.zugabe.catalog.v1.LiftedLimit.newBuilder()
                .setHostProductId(lifted.host())
                .setPartProductId(lifted.part())
                .setBridgeProductId(lifted.bridge());
        Limit limit = lifted.limit();
        if (limit != null) {
            message.setLimit(StatementMessages.toMessage(limit));
        }
        return message.build();
    }
}
