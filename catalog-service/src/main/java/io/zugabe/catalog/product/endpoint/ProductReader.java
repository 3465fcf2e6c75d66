package io.zugabe.catalog.product.endpoint;

import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.product.domain.CanonicalAttributes;
import io.zugabe.catalog.product.domain.Gtin;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.kit.error.Violations;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads products from messages, noting everything that is wrong with them. */
@Singleton
final class ProductReader {

    private static final int LONGEST_NAME = 200;
    private static final int DEEPEST_CATEGORY = 10;
    private static final int MOST_IMAGES = 20;
    private static final int LONGEST_URL = 2_000;
    private static final double BEST_RATING = 5;

    private final MoneyRules money;

    ProductReader(@ConfigProperty(name = "zugabe.shop.currency") String currency) {
        this.money = new MoneyRules(currency);
    }

    /**
     * The product of a message; empty if anything is wrong with it, which is noted.
     *
     * @param keepUnreadable whether attributes that cannot be read are kept with a flag rather than refused
     */
    Optional<Product> read(
            io.zugabe.catalog.v1.Product message, Schema schema, boolean keepUnreadable, Violations violations) {
        checkIdentity(message, violations);
        checkMoney(message, violations);
        checkCounts(message, violations);
        checkRating(message, violations);
        checkCategory(message.getCategoryPathList(), violations);
        violations.checkLength("variant_group", message.getVariantGroup(), 0, LONGEST_NAME);
        checkImages(message.getImageUrlsList(), violations);
        CanonicalAttributes attributes = AttributeReader.read(schema, message, keepUnreadable, violations);
        if (!violations.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                ProductMessages.toProduct(message.toBuilder().clearAttributes().build())
                        .with(attributes));
    }

    private static void checkIdentity(io.zugabe.catalog.v1.Product message, Violations violations) {
        Fields.checkId(violations, "product_id", message.getProductId());
        Fields.checkKey(violations, "type", message.getType());
        violations.check(
                message.getGtin().isEmpty() || Gtin.isValid(message.getGtin()),
                "gtin",
                message.getGtin(),
                "is no GTIN of 8, 12, 13 or 14 digits with a valid check digit");
        violations.checkLength("brand", message.getBrand(), 0, LONGEST_NAME);
        violations.checkLength("model", message.getModel(), 0, LONGEST_NAME);
        Fields.checkText(violations, "name", message.getName(), true);
        Fields.checkText(violations, "description", message.getDescription(), false);
    }

    private void checkMoney(io.zugabe.catalog.v1.Product message, Violations violations) {
        if (message.hasPrice()) {
            money.check(violations, "price", message.getPrice());
        } else {
            violations.add("price", "is required");
        }
        if (message.hasCost()) {
            money.check(violations, "cost", message.getCost());
        }
    }

    private static void checkCounts(io.zugabe.catalog.v1.Product message, Violations violations) {
        violations.check(message.getStock() >= 0, "stock", message.getStock(), "must not be negative");
        violations.check(
                message.getUnitsSold30D() >= 0, "units_sold_30d", message.getUnitsSold30D(), "must not be negative");
    }

    private static void checkRating(io.zugabe.catalog.v1.Product message, Violations violations) {
        double average = message.getRating().getAverage();
        violations.check(average >= 0 && average <= BEST_RATING, "rating.average", average, "must be in [0, 5]");
        long count = message.getRating().getCount();
        violations.check(count >= 0, "rating.count", count, "must not be negative");
    }

    private static void checkCategory(List<String> path, Violations violations) {
        violations.checkSize("category_path", path, 0, DEEPEST_CATEGORY);
        for (int i = 0; i < Math.min(path.size(), DEEPEST_CATEGORY); i++) {
            violations.checkLength("category_path[" + i + "]", path.get(i), 1, LONGEST_NAME);
        }
    }

    private static void checkImages(List<String> urls, Violations violations) {
        violations.checkSize("image_urls", urls, 0, MOST_IMAGES);
        for (int i = 0; i < Math.min(urls.size(), MOST_IMAGES); i++) {
            String field = "image_urls[" + i + "]";
            if (violations.checkLength(field, urls.get(i), 1, LONGEST_URL)) {
                violations.check(isAbsolute(urls.get(i)), field, urls.get(i), "must be an absolute http or https URL");
            }
        }
    }

    private static boolean isAbsolute(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
