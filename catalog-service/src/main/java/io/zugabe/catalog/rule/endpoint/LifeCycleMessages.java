package io.zugabe.catalog.rule.endpoint;

import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.fit.endpoint.FitMessages;
import io.zugabe.catalog.rule.DryRunRule.Change;
import io.zugabe.catalog.rule.DryRunRule.DryRun;
import io.zugabe.catalog.rule.TryRule.Trial;
import io.zugabe.catalog.rule.adapter.StatedRuleMessages;
import io.zugabe.catalog.rule.adapter.TestMessages;
import io.zugabe.catalog.rule.domain.AuditEntry;
import io.zugabe.catalog.rule.domain.TestResult;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import io.zugabe.catalog.v1.AuditEntry.Action;
import io.zugabe.catalog.v1.DryRunRuleResponse;
import io.zugabe.catalog.v1.RuleTestResult;
import io.zugabe.catalog.v1.TryRuleResponse;
import io.zugabe.catalog.v1.VerdictChange;
import io.zugabe.catalog.v1.VerdictChangeExample;

/** What tests, dry runs and the audit answer, as messages. */
final class LifeCycleMessages {

    private LifeCycleMessages() {}

    static RuleTestResult toMessage(TestResult result) {
        RuleTestResult.Builder message = RuleTestResult.newBuilder()
                .setRuleId(result.ruleId())
                .setVersion(result.version())
                .setTest(TestMessages.toMessage(result.test()))
                .setPassed(result.passed())
                .setFailure(result.failure());
        Verdict verdict = result.verdict();
        if (verdict != null) {
            message.setVerdict(StatementMessages.toMessage(verdict));
        }
        result.limits().forEach(limit -> message.addLimits(StatementMessages.toMessage(limit)));
        result.missing().stream().sorted().forEach(message::addMissingAttributes);
        return message.build();
    }

    static DryRunRuleResponse toMessage(DryRun dryRun) {
        DryRunRuleResponse.Builder message = DryRunRuleResponse.newBuilder()
                .setComparedPairCount(dryRun.compared())
                .setConcernedPairCount(dryRun.concerned())
                .setCut(dryRun.cut());
        dryRun.changes().forEach(change -> message.addChanges(toMessage(change)));
        return message.build();
    }

    static TryRuleResponse toMessage(Trial trial) {
        TryRuleResponse.Builder message = TryRuleResponse.newBuilder()
                .setRule(RuleMessages.toMessage(trial.rule(), true))
                .setDryRun(toMessage(trial.dryRun()));
        trial.results().forEach(result -> message.addResults(toMessage(result)));
        return message.build();
    }

    private static VerdictChange toMessage(Change change) {
        VerdictChange.Builder message = VerdictChange.newBuilder()
                .setBefore(StatementMessages.toMessage(change.before()))
                .setAfter(StatementMessages.toMessage(change.after()))
                .setPairCount(change.pairs());
        change.examples()
                .forEach(example -> message.addExamples(VerdictChangeExample.newBuilder()
                        .setBefore(FitMessages.toMessage(example.before(), true))
                        .setAfter(FitMessages.toMessage(example.after(), true))));
        return message.build();
    }

    static io.zugabe.catalog.v1.AuditEntry toMessage(AuditEntry entry) {
        return io.zugabe.catalog.v1.AuditEntry.newBuilder()
                .setEntryId(entry.id())
                .setCreateTime(StatedRuleMessages.toMessage(entry.time()))
                .setActor(entry.actor())
                .setRequestId(entry.requestId())
                .setAction(toMessage(entry.action()))
                .setSubject(entry.subject())
                .setVersion(entry.version())
                .setDetail(entry.detail())
                .build();
    }

    private static Action toMessage(AuditEntry.Action action) {
        return switch (action) {
            case TYPE_UPSERTED -> Action.ACTION_TYPE_UPSERTED;
            case TYPE_DELETED -> Action.ACTION_TYPE_DELETED;
            case RULE_CREATED -> Action.ACTION_RULE_CREATED;
            case RULE_DELETED -> Action.ACTION_RULE_DELETED;
            case RULE_PUBLISHED -> Action.ACTION_RULE_PUBLISHED;
            case RULE_ROLLED_BACK -> Action.ACTION_RULE_ROLLED_BACK;
            case STATEMENTS_UPSERTED -> Action.ACTION_STATEMENTS_UPSERTED;
            case STATEMENT_DELETED -> Action.ACTION_STATEMENT_DELETED;
        };
    }
}
