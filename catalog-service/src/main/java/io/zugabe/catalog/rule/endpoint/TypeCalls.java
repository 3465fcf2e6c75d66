package io.zugabe.catalog.rule.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.rule.Caller;
import io.zugabe.catalog.rule.DeleteType;
import io.zugabe.catalog.rule.ListTypes;
import io.zugabe.catalog.rule.ListTypes.DescribedType;
import io.zugabe.catalog.rule.UpsertTypes;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.v1.DeleteTypeRequest;
import io.zugabe.catalog.v1.DeleteTypeResponse;
import io.zugabe.catalog.v1.ListTypesRequest;
import io.zugabe.catalog.v1.ListTypesResponse;
import io.zugabe.catalog.v1.TypeChange;
import io.zugabe.catalog.v1.UpsertTypesRequest;
import io.zugabe.catalog.v1.UpsertTypesResponse;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.kit.grpc.RequestIds;
import io.zugabe.kit.paging.Page;
import jakarta.inject.Singleton;
import java.util.List;

/** The calls about types. */
@Singleton
final class TypeCalls {

    private final ListTypes listTypes;
    private final UpsertTypes upsertTypes;
    private final DeleteType deleteType;

    TypeCalls(ListTypes listTypes, UpsertTypes upsertTypes, DeleteType deleteType) {
        this.listTypes = listTypes;
        this.upsertTypes = upsertTypes;
        this.deleteType = deleteType;
    }

    Uni<ListTypesResponse> list(ListTypesRequest request) {
        AskedPage asked = AskedPage.of("types", request.getPageSize(), request.getPageToken());
        Page<DescribedType> found = listTypes.list(asked.page());
        ListTypesResponse.Builder response = ListTypesResponse.newBuilder().setNextPageToken(asked.tokenOfNext(found));
        found.entries().forEach(type -> response.addTypes(RuleMessages.toMessage(type)));
        return Uni.createFrom().item(response.build());
    }

    Uni<UpsertTypesResponse> upsert(UpsertTypesRequest request) {
        Violations violations = Violations.ofRequest();
        List<TypeDeclaration> types = TypeReader.read(request.getTypesList(), violations);
        violations.throwIfAny();
        return upsertTypes
                .upsert(types, TypeReader.etags(request.getTypesList()), request.getValidateOnly(), caller())
                .map(declared -> {
                    UpsertTypesResponse.Builder response = UpsertTypesResponse.newBuilder();
                    declared.types().forEach(type -> response.addTypes(RuleMessages.toMessage(type)));
                    declared.changes()
                            .forEach(change -> response.addChanges(TypeChange.newBuilder()
                                    .setType(change.type())
                                    .setNewType(change.isNew())
                                    .addAllDifferences(change.differences())));
                    return response.build();
                });
    }

    Uni<DeleteTypeResponse> delete(DeleteTypeRequest request) {
        Violations violations = Violations.ofRequest();
        Fields.checkKey(violations, "type", request.getType());
        violations.throwIfAny();
        return deleteType.delete(request.getType(), caller()).replaceWith(DeleteTypeResponse.getDefaultInstance());
    }

    /** Who sends the call that is being served; to be asked before anything waits. */
    static Caller caller() {
        return new Caller(Actor.current(), RequestIds.current());
    }
}
