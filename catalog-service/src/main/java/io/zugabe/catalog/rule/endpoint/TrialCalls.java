package io.zugabe.catalog.rule.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.rule.DryRunRule;
import io.zugabe.catalog.rule.ListAudit;
import io.zugabe.catalog.rule.TestRules;
import io.zugabe.catalog.rule.TryRule;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.v1.DryRunRuleRequest;
import io.zugabe.catalog.v1.DryRunRuleResponse;
import io.zugabe.catalog.v1.ListAuditEntriesRequest;
import io.zugabe.catalog.v1.ListAuditEntriesResponse;
import io.zugabe.catalog.v1.TestRulesRequest;
import io.zugabe.catalog.v1.TestRulesResponse;
import io.zugabe.catalog.v1.TryRuleRequest;
import io.zugabe.catalog.v1.TryRuleResponse;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The calls that look before a change and back after it. */
@Singleton
final class TrialCalls {

    private static final Pattern ENTRY_ID = Pattern.compile("\\d{0,18}");
    private static final int DEFAULT_EXAMPLES = 3;
    private static final int MOST_EXAMPLES = 20;
    private static final int LONGEST_SUBJECT = 200;

    private final TestRules testRules;
    private final DryRunRule dryRunRule;
    private final TryRule tryRule;
    private final ListAudit listAudit;

    TrialCalls(TestRules testRules, DryRunRule dryRunRule, TryRule tryRule, ListAudit listAudit) {
        this.testRules = testRules;
        this.dryRunRule = dryRunRule;
        this.tryRule = tryRule;
        this.listAudit = listAudit;
    }

    Uni<TestRulesResponse> test(TestRulesRequest request) {
        Violations violations = Violations.ofRequest();
        if (!request.getRuleId().isEmpty()) {
            RuleReader.checkRuleId(violations, "rule_id", request.getRuleId());
        }
        if (!request.getVersion().isEmpty()) {
            RuleReader.checkVersion(violations, request.getVersion());
            violations.check(!request.getRuleId().isEmpty(), "rule_id", "", "is required with a version");
        }
        PageTokens tokens = new PageTokens(List.of("tests", request.getRuleId(), request.getVersion()));
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return testRules.run(request.getRuleId(), request.getVersion(), page).map(results -> {
            TestRulesResponse.Builder response = TestRulesResponse.newBuilder()
                    .setNextPageToken(tokens.write(results.page().next()))
                    .setPassedCount((int) results.passed())
                    .setFailedCount((int) results.failed());
            results.page().entries().forEach(result -> response.addResults(LifeCycleMessages.toMessage(result)));
            return response.build();
        });
    }

    Uni<DryRunRuleResponse> dryRun(DryRunRuleRequest request) {
        Violations violations = Violations.ofRequest();
        RuleReader.checkRuleId(violations, "rule_id", request.getRuleId());
        RuleReader.checkVersion(violations, request.getVersion());
        violations.checkRange("example_count", request.getExampleCount(), 0, MOST_EXAMPLES);
        violations.throwIfAny();
        int examples = request.hasExampleCount() ? request.getExampleCount() : DEFAULT_EXAMPLES;
        return dryRunRule
                .run(request.getRuleId(), request.getVersion(), examples)
                .map(LifeCycleMessages::toMessage);
    }

    Uni<TryRuleResponse> tryOut(TryRuleRequest request) {
        Violations violations = Violations.ofRequest();
        List<TypeDeclaration> types =
                request.getTypesCount() == 0 ? List.of() : TypeReader.read(request.getTypesList(), violations);
        Optional<StatedRule> rule = RuleReader.read(request.getRule(), violations.at("rule"));
        violations.checkRange("example_count", request.getExampleCount(), 0, MOST_EXAMPLES);
        violations.throwIfAny();
        int examples = request.hasExampleCount() ? request.getExampleCount() : DEFAULT_EXAMPLES;
        return tryRule.tryOut(rule.orElseThrow(), types, examples).map(LifeCycleMessages::toMessage);
    }

    Uni<ListAuditEntriesResponse> audit(ListAuditEntriesRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkLength("subject", request.getSubject(), 0, LONGEST_SUBJECT);
        PageTokens tokens = new PageTokens(List.of("audit", request.getSubject()));
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.checkPattern("page_token", page.after(), ENTRY_ID, "is no token of a page of this list");
        violations.throwIfAny();
        return listAudit.list(request.getSubject(), page).map(found -> {
            ListAuditEntriesResponse.Builder response =
                    ListAuditEntriesResponse.newBuilder().setNextPageToken(tokens.write(found.next()));
            found.entries().forEach(entry -> response.addEntries(LifeCycleMessages.toMessage(entry)));
            return response.build();
        });
    }
}
