package io.zugabe.catalog.live.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.product.domain.Money;
import io.zugabe.catalog.product.domain.OfferPatch;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.kit.test.Proves;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A value that cannot be read is kept, and read again when its declaration changes. */
@Proves("O1")
class KeptValuesTest {

    private static final AttributeValue SENT = new AttributeValue.Text("45 W");

    private final LiveCatalog catalog = new LiveCatalog(declaring("V"));

    @Test
    void unreadableValue_isFlagged_andReadWhenDeclaredOtherwise() {
        catalog.apply(List.of(new Change.ProductWritten(1, charger(), Instant.EPOCH)));
        assertEquals(Map.of(), stored().attributes());
        assertEquals(SENT, stored().flags().get("power").value());

        catalog.useRules(declaring("W"));
        catalog.rebuildTable();
        assertEquals(new AttributeValue.Number(45, "W"), stored().attributes().get("power"));
        assertEquals(Map.of(), stored().flags());
    }

    @Test
    void newPrice_changesNothingElse() {
        catalog.apply(List.of(new Change.ProductWritten(1, charger(), Instant.EPOCH)));
        CatalogEntry before = catalog.product("charger").orElseThrow();
        Money price = new Money("EUR", 2, 0);
        Product patched = charger().with(new OfferPatch("charger", price, null, null, null));
        catalog.apply(List.of(new Change.ProductWritten(2, patched, Instant.EPOCH)));
        CatalogEntry after = catalog.product("charger").orElseThrow();
        assertEquals(price, after.product().price());
        assertEquals(before.product().flags(), after.product().flags());
        assertEquals(before.ordinal(), after.ordinal());
        assertSame(before.group(), after.group());
        assertEquals("2", after.etag());
    }

    private Product stored() {
        return catalog.product("charger").orElseThrow().product();
    }

    private static RuleSet declaring(String unit) {
        AttributeDeclaration power = new AttributeDeclaration(
                "power", AttributeKind.NUMBER, unit, List.of(), Map.of(), LocalizedText.EMPTY, false);
        TypeDeclaration charger = new TypeDeclaration("charger", "", LocalizedText.EMPTY, List.of(power), null, "test");
        return new RuleSet(new Schema(List.of(charger)), List.of(), unit);
    }

    private static Product charger() {
        return new Product(
                "charger",
                "",
                "charger",
                "",
                "",
                new LocalizedText(Map.of("en", "Charger")),
                LocalizedText.EMPTY,
                Map.of("power", SENT),
                new Money("EUR", 1, 0),
                null,
                null,
                null,
                List.of(),
                "",
                List.of(),
                null,
                null,
                Map.of());
    }
}
