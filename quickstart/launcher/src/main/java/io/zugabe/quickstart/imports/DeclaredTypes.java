package io.zugabe.quickstart.imports;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.zugabe.catalog.v1.AttributeDeclaration;
import io.zugabe.catalog.v1.ListTypesRequest;
import io.zugabe.catalog.v1.ListTypesResponse;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.ProductType;
import io.zugabe.catalog.v1.RuleServiceGrpc;
import io.zugabe.quickstart.imports.source.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Tells of types and attributes of products that are probably typos: both are allowed, but no rule reads them. Each
 * is told of once.
 */
final class DeclaredTypes {

    static final DeclaredTypes NONE = new DeclaredTypes(Map.of());

    private static final int PAGE = 1_000;
    private static final int MOST_TOLD = 500;
    private static final int MOST_CHANGES = 2;

    private final Map<String, Set<String>> attributes;
    private final Set<String> told = new HashSet<>();

    private DeclaredTypes(Map<String, Set<String>> attributes) {
        this.attributes = attributes;
    }

    /** What a catalog declares; nothing if it does not answer, which the import itself will tell. */
    static DeclaredTypes of(Channel catalog) {
        Map<String, Set<String>> attributes = new HashMap<>();
        ListTypesRequest.Builder request = ListTypesRequest.newBuilder().setPageSize(PAGE);
        try {
            do {
                ListTypesResponse page = RuleServiceGrpc.newBlockingStub(catalog)
                        .withDeadlineAfter(30, TimeUnit.SECONDS)
                        .listTypes(request.build());
                page.getTypesList().forEach(type -> attributes.put(type.getType(), keys(type)));
                request.setPageToken(page.getNextPageToken());
            } while (!request.getPageToken().isEmpty());
        } catch (StatusRuntimeException e) {
            return NONE;
        }
        return new DeclaredTypes(attributes);
    }

    /** Remarks on the type and attributes of a product that are told of for the first time. */
    List<String> remarks(Product product) {
        String type = product.getType();
        Set<String> declared = attributes.get(type);
        List<String> remarks = new ArrayList<>();
        if (declared == null) {
            Spelling.closest(type, attributes.keySet(), MOST_CHANGES)
                    .filter(_ -> isNew(type))
                    .ifPresent(
                            meant -> remarks.add("the type \"" + type + "\" is declared by nobody, so no rule is about"
                                    + " it; did you mean \"" + meant + "\"? (told for the first line that has it)"));
            return remarks;
        }
        for (String attribute : product.getAttributesMap().keySet()) {
            if (!declared.contains(attribute) && isNew(type + "." + attribute)) {
                remarks.add(
                        "the attribute \"" + attribute + "\" is none that " + type + " declares, so no rule reads it"
                                + Spelling.closest(attribute, declared, MOST_CHANGES)
                                        .map(meant -> "; did you mean \"" + meant + "\"?")
                                        .orElse("")
                                + " (told for the first line that has it)");
            }
        }
        return remarks;
    }

    private boolean isNew(String name) {
        return told.size() < MOST_TOLD && told.add(name);
    }

    private static Set<String> keys(ProductType type) {
        return type.getAttributesList().stream()
                .map(AttributeDeclaration::getAttribute)
                .collect(Collectors.toUnmodifiableSet());
    }
}
