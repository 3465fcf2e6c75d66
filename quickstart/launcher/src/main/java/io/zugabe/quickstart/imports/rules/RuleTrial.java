package io.zugabe.quickstart.imports.rules;

import io.zugabe.catalog.v1.DryRunRuleRequest;
import io.zugabe.catalog.v1.DryRunRuleResponse;
import io.zugabe.catalog.v1.FitResult;
import io.zugabe.catalog.v1.Rule;
import io.zugabe.catalog.v1.RuleServiceGrpc.RuleServiceBlockingStub;
import io.zugabe.catalog.v1.RuleTestResult;
import io.zugabe.catalog.v1.TestRulesRequest;
import io.zugabe.catalog.v1.TestRulesResponse;
import io.zugabe.catalog.v1.TryRuleResponse;
import io.zugabe.catalog.v1.VerdictChange;
import io.zugabe.catalog.v1.VerdictChangeExample;
import io.zugabe.common.v1.Verdict;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/** Tries a draft: runs its tests and shows what it would change. */
final class RuleTrial {

    private static final int MOST_TESTS = 50;

    private final Supplier<RuleServiceBlockingStub> rules;
    private final PrintStream out;

    RuleTrial(Supplier<RuleServiceBlockingStub> rules, PrintStream out) {
        this.rules = rules;
        this.out = out;
    }

    /** Tries and reports; whether all tests passed. */
    boolean isSound(Rule draft) {
        TestRulesResponse tested = rules.get()
                .testRules(TestRulesRequest.newBuilder()
                        .setRuleId(draft.getRuleId())
                        .setVersion(draft.getVersion())
                        .setPageSize(MOST_TESTS)
                        .build());
        if (!havePassed(draft.getRuleId() + " " + draft.getVersion(), tested.getResultsList())) {
            return false;
        }
        print(rules.get()
                .dryRunRule(DryRunRuleRequest.newBuilder()
                        .setRuleId(draft.getRuleId())
                        .setVersion(draft.getVersion())
                        .build()));
        return true;
    }

    /** Reports what a trial of a rule that is not stored came to; whether all tests passed. */
    boolean isSound(Rule rule, TryRuleResponse tried) {
        if (!havePassed(rule.getRuleId(), tried.getResultsList())) {
            return false;
        }
        print(tried.getDryRun());
        return true;
    }

    private boolean havePassed(String rule, List<RuleTestResult> results) {
        List<RuleTestResult> failed =
                results.stream().filter(result -> !result.getPassed()).toList();
        out.printf("%s: %d of %d tests passed.%n", rule, results.size() - failed.size(), results.size());
        failed.forEach(this::print);
        return failed.isEmpty();
    }

    private void print(RuleTestResult result) {
        out.printf("  \"%s\" %s%n", result.getTest().getName(), result.getFailure());
    }

    private void print(DryRunRuleResponse dryRun) {
        out.printf("  Compared %,d pairs of products.%n", dryRun.getComparedPairCount());
        if (!dryRun.getCut().isEmpty()) {
            out.printf("  Not all of %,d: %s.%n", dryRun.getConcernedPairCount(), dryRun.getCut());
        }
        if (dryRun.getChangesCount() == 0) {
            out.println("  No verdict would change.");
        }
        dryRun.getChangesList().forEach(this::print);
    }

    private void print(VerdictChange change) {
        out.printf("  %,d pairs: %s -> %s%n", change.getPairCount(), name(change.getBefore()), name(change.getAfter()));
        for (VerdictChangeExample example : change.getExamplesList()) {
            FitResult after = example.getAfter();
            String why = after.getEvidenceCount() == 0
                    ? ""
                    : after.getEvidence(0).getSentence().getTextsOrDefault("en", "");
            out.printf("    %s with %s: %s%n", after.getAnchorProductId(), after.getCandidateProductId(), why);
        }
    }

    private static String name(Verdict verdict) {
        return verdict.name().replaceFirst("^VERDICT_", "");
    }
}
