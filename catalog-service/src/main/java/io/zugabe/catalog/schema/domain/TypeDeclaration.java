package io.zugabe.catalog.schema.domain;

import io.zugabe.catalog.text.domain.LocalizedText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** This with another declaration over it: attributes replace those of the same key and add to the others. */
    public TypeDeclaration with(TypeDeclaration over) {
        Map<String, AttributeDeclaration> merged = new LinkedHashMap<>();
        attributes.forEach(attribute -> merged.put(attribute.attribute(), attribute));
        over.attributes.forEach(attribute -> merged.put(attribute.attribute(), attribute));
        Map<String, String> names = new HashMap<>(name.texts());
        names.putAll(over.name.texts());
        return new TypeDeclaration(
                type,
                over.parent.isEmpty() ? parent : over.parent,
                new LocalizedText(names),
                List.copyOf(merged.values()),
                over.consumable == null ? consumable : over.consumable,
                pack);
    }

    Optional<Boolean> ownConsumable() {
        return Optional.ofNullable(consumable);
    }
}
