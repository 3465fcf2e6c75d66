package io.zugabe.bench.fit;

import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.fit.domain.RuleOutcome;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.LiveCatalog;
import org.jspecify.annotations.Nullable;

/** The verdicts of rules as one would get them without an index: every rule evaluated for every pair. */
final class DirectEvaluation {

    private final LiveCatalog live;

    DirectEvaluation(LiveCatalog live) {
        this.live = live;
    }

    /** What rules say about two products, whichever is host and whichever part. */
    Verdict verdict(int one, int other) {
        FitGroup first = group(one);
        FitGroup second = group(other);
        if (first == null || second == null) {
            return Verdict.UNKNOWN;
        }
        Verdict oneHosts = byRules(first, second);
        Verdict otherHosts = byRules(second, first);
        if (oneHosts == null || otherHosts == null) {
            Verdict only = oneHosts == null ? otherHosts : oneHosts;
            return only == null ? Verdict.UNKNOWN : only;
        }
        return oneHosts.and(otherHosts) == oneHosts ? otherHosts : oneHosts;
    }

    /** What the index says of two products by their groups. */
    Verdict byGroups(int one, int other) {
        return live.table().verdictEitherWay(group(one), group(other));
    }

    /** Whether a maker has a say about two products: then rules alone do not decide. */
    boolean isStated(int one, int other) {
        return live.table().answerEitherWay(group(one), group(other)).answer().grounds().stream()
                .anyMatch(ground -> ground.authority() instanceof MakerStatement);
    }

    private @Nullable FitGroup group(int product) {
        CatalogEntry entry = live.productAt(product);
        return entry == null ? null : entry.group();
    }

    /** Null if no rule speaks. */
    private @Nullable Verdict byRules(FitGroup host, FitGroup part) {
        Verdict verdict = null;
        for (FitRule rule : live.rules().about(host.type(), part.type())) {
            if (rule.judge(host.tuple(), part.tuple()) instanceof RuleOutcome.Spoke spoke) {
                verdict = verdict == null ? spoke.verdict() : verdict.and(spoke.verdict());
            }
        }
        return verdict;
    }
}
