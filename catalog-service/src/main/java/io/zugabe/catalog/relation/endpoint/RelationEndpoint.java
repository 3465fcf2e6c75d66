package io.zugabe.catalog.relation.endpoint;

import com.google.rpc.Status;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.paging.PageRequest;
import io.zugabe.catalog.paging.PageTokens;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.relation.DeleteRelation;
import io.zugabe.catalog.relation.ListRelations;
import io.zugabe.catalog.relation.UpsertRelations;
import io.zugabe.catalog.relation.adapter.RelationMessages;
import io.zugabe.catalog.relation.domain.Relation;
import io.zugabe.catalog.v1.DeleteRelationRequest;
import io.zugabe.catalog.v1.DeleteRelationResponse;
import io.zugabe.catalog.v1.ListRelationsRequest;
import io.zugabe.catalog.v1.ListRelationsResponse;
import io.zugabe.catalog.v1.RelationService;
import io.zugabe.catalog.v1.UpsertRelationsRequest;
import io.zugabe.catalog.v1.UpsertRelationsResponse;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code zugabe.catalog.v1.RelationService}. */
@GrpcService
public final class RelationEndpoint implements RelationService {

    private static final int LARGEST_BATCH = 500;

    private final UpsertRelations upsertRelations;
    private final ListRelations listRelations;
    private final DeleteRelation deleteRelation;
    private final FailureTranslator failures;

    RelationEndpoint(
            UpsertRelations upsertRelations,
            ListRelations listRelations,
            DeleteRelation deleteRelation,
            FailureTranslator failures) {
        this.upsertRelations = upsertRelations;
        this.listRelations = listRelations;
        this.deleteRelation = deleteRelation;
        this.failures = failures;
    }

    @Override
    public Uni<UpsertRelationsResponse> upsertRelations(UpsertRelationsRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkSize("relations", request.getRelationsList(), 1, LARGEST_BATCH);
        violations.throwIfAny();
        List<Relation> accepted = new ArrayList<>();
        UpsertRelationsResponse.Builder response = UpsertRelationsResponse.newBuilder();
        for (var message : request.getRelationsList()) {
            Violations found = Violations.ofRequest();
            Optional<Relation> relation = RelationReader.read(message, found);
            relation.ifPresent(accepted::add);
            response.addResults(
                    relation.isPresent()
                            ? Status.getDefaultInstance()
                            : failures.errors().toStatus(ZugabeException.invalid(found.found())));
        }
        return upsertRelations.upsert(accepted).replaceWith(response.build());
    }

    @Override
    public Uni<ListRelationsResponse> listRelations(ListRelationsRequest request) {
        Violations violations = Violations.ofRequest();
        if (!request.getAnchorProductId().isEmpty()) {
            Fields.checkId(violations, "anchor_product_id", request.getAnchorProductId());
        }
        PageTokens tokens = new PageTokens(List.of("relations", request.getAnchorProductId()));
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return listRelations.list(request.getAnchorProductId(), page).map(found -> {
            ListRelationsResponse.Builder response =
                    ListRelationsResponse.newBuilder().setNextPageToken(tokens.write(found.next()));
            found.entries().forEach(relation -> response.addRelations(RelationMessages.toMessage(relation)));
            return response.build();
        });
    }

    @Override
    public Uni<DeleteRelationResponse> deleteRelation(DeleteRelationRequest request) {
        Violations violations = Violations.ofRequest();
        Fields.checkId(violations, "relation_id", request.getRelationId());
        violations.throwIfAny();
        return deleteRelation.delete(request.getRelationId()).replaceWith(DeleteRelationResponse.getDefaultInstance());
    }
}
