package io.zugabe.catalog.rule.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.paging.Page;
import io.zugabe.catalog.paging.PageRequest;
import io.zugabe.catalog.paging.PageTokens;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.rule.ListRules;
import io.zugabe.catalog.rule.ListTypes;
import io.zugabe.catalog.rule.ListTypes.DescribedType;
import io.zugabe.catalog.statement.DeleteMakerStatement;
import io.zugabe.catalog.statement.ListMakerStatements;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import io.zugabe.catalog.v1.DeleteMakerStatementRequest;
import io.zugabe.catalog.v1.DeleteMakerStatementResponse;
import io.zugabe.catalog.v1.ListMakerStatementsRequest;
import io.zugabe.catalog.v1.ListMakerStatementsResponse;
import io.zugabe.catalog.v1.ListRulesRequest;
import io.zugabe.catalog.v1.ListRulesResponse;
import io.zugabe.catalog.v1.ListTypesRequest;
import io.zugabe.catalog.v1.ListTypesResponse;
import io.zugabe.catalog.v1.RuleService;
import io.zugabe.catalog.v1.UpsertMakerStatementsRequest;
import io.zugabe.catalog.v1.UpsertMakerStatementsResponse;
import io.zugabe.kit.error.Violations;
import java.util.List;

/** {@code zugabe.catalog.v1.RuleService}. */
@GrpcService
public final class RuleEndpoint implements RuleService {

    private final ListTypes listTypes;
    private final ListRules listRules;
    private final StatementBatches statementBatches;
    private final ListMakerStatements listStatements;
    private final DeleteMakerStatement deleteStatement;

    RuleEndpoint(
            ListTypes listTypes,
            ListRules listRules,
            StatementBatches statementBatches,
            ListMakerStatements listStatements,
            DeleteMakerStatement deleteStatement) {
        this.listTypes = listTypes;
        this.listRules = listRules;
        this.statementBatches = statementBatches;
        this.listStatements = listStatements;
        this.deleteStatement = deleteStatement;
    }

    @Override
    public Uni<ListTypesResponse> listTypes(ListTypesRequest request) {
        PageTokens tokens = new PageTokens(List.of("types"));
        Page<DescribedType> page = listTypes.list(page(tokens, request.getPageSize(), request.getPageToken()));
        ListTypesResponse.Builder response = ListTypesResponse.newBuilder().setNextPageToken(tokens.write(page.next()));
        page.entries().forEach(type -> response.addTypes(RuleMessages.toMessage(type)));
        return Uni.createFrom().item(response.build());
    }

    @Override
    public Uni<ListRulesResponse> listRules(ListRulesRequest request) {
        PageTokens tokens = new PageTokens(List.of("rules"));
        Page<FitRule> page = listRules.list(page(tokens, request.getPageSize(), request.getPageToken()));
        ListRulesResponse.Builder response = ListRulesResponse.newBuilder().setNextPageToken(tokens.write(page.next()));
        page.entries().forEach(rule -> response.addRules(RuleMessages.toMessage(rule)));
        return Uni.createFrom().item(response.build());
    }

    @Override
    public Uni<UpsertMakerStatementsResponse> upsertMakerStatements(UpsertMakerStatementsRequest request) {
        return statementBatches.upsert(request);
    }

    @Override
    public Uni<ListMakerStatementsResponse> listMakerStatements(ListMakerStatementsRequest request) {
        PageTokens tokens = new PageTokens(List.of("maker-statements"));
        Page<MakerStatement> page = listStatements.list(page(tokens, request.getPageSize(), request.getPageToken()));
        ListMakerStatementsResponse.Builder response =
                ListMakerStatementsResponse.newBuilder().setNextPageToken(tokens.write(page.next()));
        page.entries().forEach(statement -> response.addStatements(StatementMessages.toMessage(statement)));
        return Uni.createFrom().item(response.build());
    }

    @Override
    public Uni<DeleteMakerStatementResponse> deleteMakerStatement(DeleteMakerStatementRequest request) {
        Violations violations = Violations.ofRequest();
        Fields.checkId(violations, "statement_id", request.getStatementId());
        violations.throwIfAny();
        return deleteStatement
                .delete(request.getStatementId())
                .replaceWith(DeleteMakerStatementResponse.getDefaultInstance());
    }

    private static PageRequest page(PageTokens tokens, int size, String token) {
        Violations violations = Violations.ofRequest();
        PageRequest page = tokens.read(size, token, violations);
        violations.throwIfAny();
        return page;
    }
}
