package io.zugabe.catalog.rule.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.statement.DeleteMakerStatement;
import io.zugabe.catalog.statement.ListMakerStatements;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import io.zugabe.catalog.v1.DeleteMakerStatementRequest;
import io.zugabe.catalog.v1.DeleteMakerStatementResponse;
import io.zugabe.catalog.v1.ListMakerStatementsRequest;
import io.zugabe.catalog.v1.ListMakerStatementsResponse;
import io.zugabe.catalog.v1.UpsertMakerStatementsRequest;
import io.zugabe.catalog.v1.UpsertMakerStatementsResponse;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.Page;
import jakarta.inject.Singleton;

/** The calls about what makers state. */
@Singleton
final class StatementCalls {

    private final StatementBatches batches;
    private final ListMakerStatements listStatements;
    private final DeleteMakerStatement deleteStatement;

    StatementCalls(StatementBatches batches, ListMakerStatements listStatements, DeleteMakerStatement deleteStatement) {
        this.batches = batches;
        this.listStatements = listStatements;
        this.deleteStatement = deleteStatement;
    }

    Uni<UpsertMakerStatementsResponse> upsert(UpsertMakerStatementsRequest request) {
        return batches.upsert(request);
    }

    Uni<ListMakerStatementsResponse> list(ListMakerStatementsRequest request) {
        AskedPage asked = AskedPage.of("maker-statements", request.getPageSize(), request.getPageToken());
        Page<MakerStatement> found = listStatements.list(asked.page());
        ListMakerStatementsResponse.Builder response =
                ListMakerStatementsResponse.newBuilder().setNextPageToken(asked.tokenOfNext(found));
        found.entries().forEach(statement -> response.addStatements(StatementMessages.toMessage(statement)));
        return Uni.createFrom().item(response.build());
    }

    Uni<DeleteMakerStatementResponse> delete(DeleteMakerStatementRequest request) {
        Violations violations = Violations.ofRequest();
        Fields.checkId(violations, "statement_id", request.getStatementId());
        violations.throwIfAny();
        return deleteStatement
                .delete(request.getStatementId(), TypeCalls.caller())
                .replaceWith(DeleteMakerStatementResponse.getDefaultInstance());
    }
}
