package io.zugabe.catalog.relation.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.relation.DeleteRelation;
import io.zugabe.catalog.relation.ListRelations;
import io.zugabe.catalog.relation.adapter.RelationMessages;
import io.zugabe.catalog.relation.adapter.TermMessages;
import io.zugabe.catalog.relation.domain.Relation;
import io.zugabe.catalog.v1.DeleteRelationRequest;
import io.zugabe.catalog.v1.DeleteRelationResponse;
import io.zugabe.catalog.v1.ListRelationsRequest;
import io.zugabe.catalog.v1.ListRelationsResponse;
import io.zugabe.catalog.v1.RelationService;
import io.zugabe.catalog.v1.UpsertRelationsRequest;
import io.zugabe.catalog.v1.UpsertRelationsResponse;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code zugabe.catalog.v1.RelationService}. */
@GrpcService
public final class RelationEndpoint implements RelationService {

    private static final int MOST_KINDS = 5;

    private final RelationBatches batches;
    private final ListRelations listRelations;
    private final DeleteRelation deleteRelation;

    RelationEndpoint(RelationBatches batches, ListRelations listRelations, DeleteRelation deleteRelation) {
        this.batches = batches;
        this.listRelations = listRelations;
        this.deleteRelation = deleteRelation;
    }

    @Override
    public Uni<UpsertRelationsResponse> upsertRelations(UpsertRelationsRequest request) {
        return batches.upsert(request);
    }

    @Override
    public Uni<ListRelationsResponse> listRelations(ListRelationsRequest request) {
        Violations violations = Violations.ofRequest();
        if (!request.getAnchorProductId().isEmpty()) {
            Fields.checkId(violations, "anchor_product_id", request.getAnchorProductId());
        }
        Set<Relation.Kind> kinds = kinds(request, violations);
        List<String> filter = new ArrayList<>(List.of("relations", request.getAnchorProductId()));
        kinds.forEach(kind -> filter.add(kind.name()));
        PageTokens tokens = new PageTokens(filter);
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return listRelations.list(request.getAnchorProductId(), kinds, page).map(found -> {
            ListRelationsResponse.Builder response =
                    ListRelationsResponse.newBuilder().setNextPageToken(tokens.write(found.next()));
            found.entries().forEach(relation -> response.addRelations(RelationMessages.toMessage(relation)));
            return response.build();
        });
    }

    private static Set<Relation.Kind> kinds(ListRelationsRequest request, Violations violations) {
        violations.checkSize("kinds", request.getKindsList(), 0, MOST_KINDS);
        Set<Relation.Kind> kinds = EnumSet.noneOf(Relation.Kind.class);
        for (int i = 0; i < request.getKindsCount(); i++) {
            switch (request.getKinds(i)) {
                case KIND_UNSPECIFIED, UNRECOGNIZED ->
                    violations.add("kinds[" + i + "]", "\"" + request.getKindsValue(i) + "\" is no kind");
                case KIND_COMPLEMENT, KIND_UPGRADE, KIND_BUNDLE, KIND_SERVICE, KIND_SAMPLE ->
                    kinds.add(TermMessages.toKind(request.getKinds(i)));
            }
        }
        return request.getKindsCount() == 0 ? EnumSet.allOf(Relation.Kind.class) : kinds;
    }

    @Override
    public Uni<DeleteRelationResponse> deleteRelation(DeleteRelationRequest request) {
        Violations violations = Violations.ofRequest();
        Fields.checkId(violations, "relation_id", request.getRelationId());
        violations.throwIfAny();
        return deleteRelation.delete(request.getRelationId()).replaceWith(DeleteRelationResponse.getDefaultInstance());
    }
}
