package io.zugabe.catalog.product.domain;

import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.text.domain.LocalizedText;
import java.util.HashMap;
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
 * @param unitsSold in the last 30 days, as the shop reports; null if it does not
 * @param flags values that could not be read, by their key; none of these is among the attributes
 * @param originals what was sent for those attributes whose canonical form is another, by their key
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
        @Nullable Boolean consumable,
        @Nullable Long unitsSold,
        Map<String, AttributeFlag> flags,
        Map<String, AttributeValue> originals) {

    public Product {
        attributes = Map.copyOf(attributes);
        categoryPath = List.copyOf(categoryPath);
        imageUrls = List.copyOf(imageUrls);
        flags = Map.copyOf(flags);
        originals = Map.copyOf(originals);
    }

    /** A product whose attributes are as they were sent. */
    public Product(
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
            @Nullable Boolean consumable,
            @Nullable Long unitsSold,
            Map<String, AttributeFlag> flags) {
        this(
                id,
                gtin,
                type,
                brand,
                model,
                name,
                description,
                attributes,
                price,
                cost,
                stock,
                rating,
                categoryPath,
                variantGroup,
                imageUrls,
                consumable,
                unitsSold,
                flags,
                Map.of());
    }

    /** The product with other attributes, as if these had been sent, and the same flags. */
    public Product withAttributes(Map<String, AttributeValue> changed) {
        return with(new CanonicalAttributes(changed, Map.of(), flags));
    }

    /** The product with its attributes as they could be read. */
    public Product with(CanonicalAttributes read) {
        return new Product(
                id,
                gtin,
                type,
                brand,
                model,
                name,
                description,
                read.values(),
                price,
                cost,
                stock,
                rating,
                categoryPath,
                variantGroup,
                imageUrls,
                consumable,
                unitsSold,
                read.flags(),
                read.originals());
    }

    /** The product with its attributes as a schema declares them. What it cannot read counts as missing. */
    public Product readBy(Schema schema) {
        return with(CanonicalAttributes.of(schema, type, attributesAsSent()));
    }

    /**
     * The attributes as they were sent, to be read again: what was sent is the truth, and what it means changes
     * with the declarations.
     */
    public Map<String, AttributeValue> attributesAsSent() {
        Map<String, AttributeValue> sent = new HashMap<>(attributes);
        sent.putAll(originals);
        flags.forEach((key, flag) -> sent.put(key, flag.value()));
        return sent;
    }

    /**
     * This product if it was made from another one as that is shown: where it says what the other one shows, what
     * was sent for that still stands.
     */
    public Product madeFrom(Product shown) {
        if (!type.equals(shown.type) || shown.originals.isEmpty()) {
            return this;
        }
        Map<String, AttributeValue> kept = new HashMap<>(originals);
        shown.originals.forEach((key, original) -> {
            AttributeValue value = attributes.get(key);
            if (value != null && value.equals(shown.attributes.get(key))) {
                kept.putIfAbsent(key, original);
            }
        });
        return with(new CanonicalAttributes(attributes, kept, flags));
    }

    /** The product with another offer. */
    public Product with(OfferPatch patch) {
        return new Product(
                id,
                gtin,
                type,
                brand,
                model,
                name,
                description,
                attributes,
                patch.price() == null ? price : patch.price(),
                patch.cost() == null ? cost : patch.cost(),
                patch.stock() == null ? stock : patch.stock(),
                rating,
                categoryPath,
                variantGroup,
                imageUrls,
                consumable,
                patch.unitsSold() == null ? unitsSold : patch.unitsSold(),
                flags,
                originals);
    }

    /** Whether nothing that tells apart what fits differs from an older state of this product. */
    public boolean fitsAs(Product older) {
        return type.equals(older.type)
                && brand.equals(older.brand)
                && model.equals(older.model)
                && gtin.equals(older.gtin)
                && attributes.equals(older.attributes);
    }
}
