package io.zugabe.quickstart.imports;

import com.google.rpc.Status;
import io.grpc.Channel;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.RelationServiceGrpc;
import io.zugabe.catalog.v1.RuleServiceGrpc;
import io.zugabe.catalog.v1.UpsertMakerStatementsRequest;
import io.zugabe.catalog.v1.UpsertRelationsRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The calls that store relations and maker statements. */
final class CuratedCalls {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private CuratedCalls() {}

    static Function<List<Relation>, List<Status>> relations(Channel catalog) {
        return batch -> RelationServiceGrpc.newBlockingStub(catalog)
                .withDeadlineAfter(DEADLINE)
                .upsertRelations(UpsertRelationsRequest.newBuilder()
                        .addAllRelations(batch)
                        .build())
                .getResultsList();
    }

    static Function<List<MakerStatement>, List<Status>> statements(Channel catalog) {
        return batch -> RuleServiceGrpc.newBlockingStub(catalog)
                .withDeadlineAfter(DEADLINE)
                .upsertMakerStatements(UpsertMakerStatementsRequest.newBuilder()
                        .addAllStatements(batch)
                        .build())
                .getResultsList();
    }
}
