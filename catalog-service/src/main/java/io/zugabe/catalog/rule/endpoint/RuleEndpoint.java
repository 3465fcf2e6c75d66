package io.zugabe.catalog.rule.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.v1.CreateRuleRequest;
import io.zugabe.catalog.v1.CreateRuleResponse;
import io.zugabe.catalog.v1.DeleteMakerStatementRequest;
import io.zugabe.catalog.v1.DeleteMakerStatementResponse;
import io.zugabe.catalog.v1.DeleteRuleRequest;
import io.zugabe.catalog.v1.DeleteRuleResponse;
import io.zugabe.catalog.v1.DeleteTypeRequest;
import io.zugabe.catalog.v1.DeleteTypeResponse;
import io.zugabe.catalog.v1.DryRunRuleRequest;
import io.zugabe.catalog.v1.DryRunRuleResponse;
import io.zugabe.catalog.v1.ListAuditEntriesRequest;
import io.zugabe.catalog.v1.ListAuditEntriesResponse;
import io.zugabe.catalog.v1.ListMakerStatementsRequest;
import io.zugabe.catalog.v1.ListMakerStatementsResponse;
import io.zugabe.catalog.v1.ListRulesRequest;
import io.zugabe.catalog.v1.ListRulesResponse;
import io.zugabe.catalog.v1.ListTypesRequest;
import io.zugabe.catalog.v1.ListTypesResponse;
import io.zugabe.catalog.v1.PublishRuleRequest;
import io.zugabe.catalog.v1.PublishRuleResponse;
import io.zugabe.catalog.v1.RollbackRuleRequest;
import io.zugabe.catalog.v1.RollbackRuleResponse;
import io.zugabe.catalog.v1.RuleService;
import io.zugabe.catalog.v1.TestRulesRequest;
import io.zugabe.catalog.v1.TestRulesResponse;
import io.zugabe.catalog.v1.TryRuleRequest;
import io.zugabe.catalog.v1.TryRuleResponse;
import io.zugabe.catalog.v1.UpsertMakerStatementsRequest;
import io.zugabe.catalog.v1.UpsertMakerStatementsResponse;
import io.zugabe.catalog.v1.UpsertTypesRequest;
import io.zugabe.catalog.v1.UpsertTypesResponse;

/** {@code zugabe.catalog.v1.RuleService}. */
@GrpcService
public final class RuleEndpoint implements RuleService {

    private final TypeCalls types;
    private final RuleCalls rules;
    private final TrialCalls trials;
    private final StatementCalls statements;

    RuleEndpoint(TypeCalls types, RuleCalls rules, TrialCalls trials, StatementCalls statements) {
        this.types = types;
        this.rules = rules;
        this.trials = trials;
        this.statements = statements;
    }

    @Override
    public Uni<ListTypesResponse> listTypes(ListTypesRequest request) {
        return types.list(request);
    }

    @Override
    public Uni<UpsertTypesResponse> upsertTypes(UpsertTypesRequest request) {
        return types.upsert(request);
    }

    @Override
    public Uni<DeleteTypeResponse> deleteType(DeleteTypeRequest request) {
        return types.delete(request);
    }

    @Override
    public Uni<ListRulesResponse> listRules(ListRulesRequest request) {
        return rules.list(request);
    }

    @Override
    public Uni<CreateRuleResponse> createRule(CreateRuleRequest request) {
        return rules.create(request);
    }

    @Override
    public Uni<TryRuleResponse> tryRule(TryRuleRequest request) {
        return trials.tryOut(request);
    }

    @Override
    public Uni<DeleteRuleResponse> deleteRule(DeleteRuleRequest request) {
        return rules.delete(request);
    }

    @Override
    public Uni<TestRulesResponse> testRules(TestRulesRequest request) {
        return trials.test(request);
    }

    @Override
    public Uni<DryRunRuleResponse> dryRunRule(DryRunRuleRequest request) {
        return trials.dryRun(request);
    }

    @Override
    public Uni<PublishRuleResponse> publishRule(PublishRuleRequest request) {
        return rules.publish(request);
    }

    @Override
    public Uni<RollbackRuleResponse> rollbackRule(RollbackRuleRequest request) {
        return rules.rollBack(request);
    }

    @Override
    public Uni<ListAuditEntriesResponse> listAuditEntries(ListAuditEntriesRequest request) {
        return trials.audit(request);
    }

    @Override
    public Uni<UpsertMakerStatementsResponse> upsertMakerStatements(UpsertMakerStatementsRequest request) {
        return statements.upsert(request);
    }

    @Override
    public Uni<ListMakerStatementsResponse> listMakerStatements(ListMakerStatementsRequest request) {
        return statements.list(request);
    }

    @Override
    public Uni<DeleteMakerStatementResponse> deleteMakerStatement(DeleteMakerStatementRequest request) {
        return statements.delete(request);
    }
}
