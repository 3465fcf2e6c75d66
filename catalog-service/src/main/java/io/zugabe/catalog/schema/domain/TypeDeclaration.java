package io.zugabe.catalog.schema.domain;

import io.zugabe.catalog.text.domain.LocalizedText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A product type as a pack declares it.
 *
 * @param type identifier
 * @param parent the type above; empty for a root
 * @param attributes the attributes that this type adds to its parent's
 * @param consumable whether its products are bought again and again; null: as the parent says
 * @param pack the pack that declares it
 */
public record TypeDeclaration(
        String type,
        String parent,
        LocalizedText name,
        List<AttributeDeclaration> attributes,
        @Nullable Boolean consumable,
        String pack) {

    public TypeDeclaration {
        attributes = List.copyOf(attributes);
    }

    Optional<Boolean> ownConsumable() {
        return Optional.ofNullable(consumable);
    }
}
