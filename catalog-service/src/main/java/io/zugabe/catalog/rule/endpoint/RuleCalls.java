package io.zugabe.catalog.rule.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.rule.CreateRule;
import io.zugabe.catalog.rule.DeleteRule;
import io.zugabe.catalog.rule.ListRules;
import io.zugabe.catalog.rule.PublishRule;
import io.zugabe.catalog.rule.RollbackRule;
import io.zugabe.catalog.rule.domain.ListedRule;
import io.zugabe.catalog.rule.domain.RuleVersion.State;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.v1.CreateRuleRequest;
import io.zugabe.catalog.v1.CreateRuleResponse;
import io.zugabe.catalog.v1.DeleteRuleRequest;
import io.zugabe.catalog.v1.DeleteRuleResponse;
import io.zugabe.catalog.v1.ListRulesRequest;
import io.zugabe.catalog.v1.ListRulesResponse;
import io.zugabe.catalog.v1.PublishRuleRequest;
import io.zugabe.catalog.v1.PublishRuleResponse;
import io.zugabe.catalog.v1.RollbackRuleRequest;
import io.zugabe.catalog.v1.RollbackRuleResponse;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls that list and change rules. */
@Singleton
final class RuleCalls {

    private final ListRules listRules;
    private final CreateRule createRule;
    private final DeleteRule deleteRule;
    private final PublishRule publishRule;
    private final RollbackRule rollbackRule;

    RuleCalls(
            ListRules listRules,
            CreateRule createRule,
            DeleteRule deleteRule,
            PublishRule publishRule,
            RollbackRule rollbackRule) {
        this.listRules = listRules;
        this.createRule = createRule;
        this.deleteRule = deleteRule;
        this.publishRule = publishRule;
        this.rollbackRule = rollbackRule;
    }

    Uni<ListRulesResponse> list(ListRulesRequest request) {
        Violations violations = Violations.ofRequest();
        Set<State> states = RuleReader.states(request.getStatesList(), request.getStatesValueList(), violations);
        List<String> filter = new ArrayList<>(List.of("rules", request.getRuleId()));
        states.forEach(state -> filter.add(state.name()));
        PageTokens tokens = new PageTokens(filter);
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return listRules.list(states, request.getRuleId(), page).map(found -> {
            ListRulesResponse.Builder response =
                    ListRulesResponse.newBuilder().setNextPageToken(tokens.write(found.next()));
            found.entries().forEach(rule -> response.addRules(RuleMessages.toMessage(rule, request.getWithTests())));
            return response.build();
        });
    }

    Uni<CreateRuleResponse> create(CreateRuleRequest request) {
        Violations violations = Violations.ofRequest();
        Optional<StatedRule> rule = RuleReader.read(request.getRule(), violations.at("rule"));
        violations.throwIfAny();
        return createRule
                .create(rule.orElseThrow(), TypeCalls.caller())
                .map(draft -> CreateRuleResponse.newBuilder()
                        .setRule(RuleMessages.toMessage(draft, true))
                        .build());
    }

    Uni<DeleteRuleResponse> delete(DeleteRuleRequest request) {
        check(request.getRuleId(), request.getVersion());
        return deleteRule
                .delete(request.getRuleId(), request.getVersion(), TypeCalls.caller())
                .replaceWith(DeleteRuleResponse.getDefaultInstance());
    }

    Uni<PublishRuleResponse> publish(PublishRuleRequest request) {
        check(request.getRuleId(), request.getVersion());
        Optional<String> expected = request.hasExpectedInForceVersion()
                ? Optional.of(request.getExpectedInForceVersion())
                : Optional.empty();
        return publishRule
                .publish(request.getRuleId(), request.getVersion(), expected, TypeCalls.caller())
                .map(rule -> PublishRuleResponse.newBuilder()
                        .setRule(RuleMessages.toMessage(rule, false))
                        .build());
    }

    Uni<RollbackRuleResponse> rollBack(RollbackRuleRequest request) {
        check(request.getRuleId(), request.getVersion());
        return rollbackRule
                .rollBack(request.getRuleId(), request.getVersion(), TypeCalls.caller())
                .map(RuleCalls::toResponse);
    }

    private static RollbackRuleResponse toResponse(Optional<ListedRule> inForce) {
        RollbackRuleResponse.Builder response = RollbackRuleResponse.newBuilder();
        inForce.ifPresent(rule -> response.setRule(RuleMessages.toMessage(rule, false)));
        return response.build();
    }

    private static void check(String ruleId, String version) {
        Violations violations = Violations.ofRequest();
        RuleReader.checkRuleId(violations, "rule_id", ruleId);
        RuleReader.checkVersion(violations, version);
        violations.throwIfAny();
    }
}
