package io.zugabe.catalog.rule;

import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.paging.Page;
import io.zugabe.catalog.paging.PageRequest;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;

/** Lists the declared types by name. */
@Singleton
public final class ListTypes {

    private final CatalogFeed feed;

    ListTypes(CatalogFeed feed) {
        this.feed = feed;
    }

    /** A page of types. */
    public Page<DescribedType> list(PageRequest request) {
        RuleSet rules = feed.loadedCatalog().rules();
        var types = rules.schema().types().stream()
                .map(declaration -> describe(rules, declaration))
                .toList();
        return Page.of(types, type -> type.declaration().type(), request);
    }

    private static DescribedType describe(RuleSet rules, TypeDeclaration declaration) {
        String type = declaration.type();
        return new DescribedType(
                declaration,
                rules.schema().attributes(type).values(),
                rules.readsOf(type),
                rules.schema().consumable(type));
    }

    /**
     * A type with what it inherits.
     *
     * @param read keys of the attributes that rules read
     */
    public record DescribedType(
            TypeDeclaration declaration,
            Collection<AttributeDeclaration> attributes,
            Set<String> read,
            boolean consumable) {}
}
