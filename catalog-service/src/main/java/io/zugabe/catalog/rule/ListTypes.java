package io.zugabe.catalog.rule;

import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.catalog.rule.domain.RuleState.RunTimeType;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.schema.domain.TypeEtag;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
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
        LiveCatalog catalog = feed.loadedCatalog();
        RuleSet rules = catalog.rules();
        RuleState state = catalog.ruleState();
        var types = rules.schema().types().stream()
                .map(declaration -> describe(rules, state, declaration))
                .toList();
        return Page.of(types, type -> type.declaration().type(), request);
    }

    static DescribedType describe(RuleSet rules, RuleState state, TypeDeclaration declaration) {
        String type = declaration.type();
        return new DescribedType(
                declaration,
                rules.schema().attributes(type).values(),
                rules.readsOf(type),
                rules.schema().consumable(type),
                Optional.ofNullable(state.types().get(type)).map(RunTimeType::declaration));
    }

    /**
     * A type with what it inherits.
     *
     * @param read keys of the attributes that rules read
     * @param declaredAtRunTime what was declared of it at run time
     */
    public record DescribedType(
            TypeDeclaration declaration,
            Collection<AttributeDeclaration> attributes,
            Set<String> read,
            boolean consumable,
            Optional<TypeDeclaration> declaredAtRunTime) {

        /** Changes with what is declared at run time. */
        public String etag() {
            return TypeEtag.of(declaredAtRunTime);
        }
    }
}
