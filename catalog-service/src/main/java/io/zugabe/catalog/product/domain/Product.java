package io.zugabe.catalog.product.domain;

import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.text.domain.LocalizedText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a shop sells.
 *
 * @param gtin empty if none
 * @param attributes declared ones in their canonical form, others as sent
 * @param price including tax
 * @param cost null if unknown
 * @param stock null if not tracked
 * @param categoryPath from the root
 * @param variantGroup empty if it has no variants
 * @param consumable null: as the type says
 */
public record Product(
        String id,
        String gtin,
        String type,
        String brand,
        String model,
        LocalizedText name,
        LocalizedText description,
        Map<String, AttributeValue> attributes,
        Money price,
        @Nullable Money cost,
        @Nullable Long stock,
        @Nullable Rating rating,
        List<String> categoryPath,
        String variantGroup,
        List<String> imageUrls,
        @Nullable Boolean consumable) {

    public Product {
        attributes = Map.copyOf(attributes);
        categoryPath = List.copyOf(categoryPath);
        imageUrls = List.copyOf(imageUrls);
    }

    /** The product with other attributes. */
    public Product withAttributes(Map<String, AttributeValue> changed) {
        return new Product(
                id,
                gtin,
                type,
                brand,
                model,
                name,
                description,
                changed,
                price,
                cost,
                stock,
                rating,
                categoryPath,
                variantGroup,
                imageUrls,
                consumable);
    }
}
