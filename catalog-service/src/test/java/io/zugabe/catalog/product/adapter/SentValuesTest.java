package io.zugabe.catalog.product.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.ToolShop;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.Change;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.product.domain.CanonicalAttributes;
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

/** What was sent outlives every reading of it, in memory as in what is stored. */
@Proves("O1")
class SentValuesTest {

    private static final RuleSet ANY_TEXT = declaring(List.of(), Map.of());
    private static final RuleSet MISTAKEN = declaring(List.of("LGA1151"), Map.of("LGA 1151v2", "LGA1151"));
    private static final RuleSet CORRECTED =
            declaring(List.of("LGA1151", "LGA1151-2"), Map.of("LGA 1151v2", "LGA1151-2"));

    private static final Product BOARD = ToolShop.product("board", "drill", "LGA 1151v2", "", "");
    private static final Product OLD_CHIP = ToolShop.product("old-chip", "pack", "LGA1151", "", "");

    @Test
    void synonymThatWasWrong_isReadAnew_inMemoryAndFromWhatIsStored() throws InvalidProtocolBufferException {
        LiveCatalog memory = catalog(MISTAKEN, BOARD, OLD_CHIP);
        assertEquals(Verdict.FITS, verdict(memory));
        assertEquals(Verdict.FITS, verdict(reread(memory)));

        use(memory, CORRECTED);
        assertEquals(Verdict.DOES_NOT_FIT, verdict(memory));
        assertEquals(Verdict.DOES_NOT_FIT, verdict(reread(memory)));
        assertEquals(text("LGA1151-2"), stored(memory).attributes().get("platform"));
        assertEquals(text("LGA 1151v2"), stored(memory).attributesAsSent().get("platform"));
    }

    @Test
    void productFromBeforeTheSynonym_isReadAnew_likeOneFromAfterIt() throws InvalidProtocolBufferException {
        LiveCatalog memory = catalog(ANY_TEXT, BOARD, OLD_CHIP);
        assertEquals(Verdict.DOES_NOT_FIT, verdict(memory));
        use(memory, MISTAKEN);
        assertEquals(Verdict.FITS, verdict(memory));
        assertEquals(Verdict.FITS, verdict(reread(memory)));
        use(memory, CORRECTED);
        assertEquals(Verdict.DOES_NOT_FIT, verdict(memory));
        assertEquals(Verdict.DOES_NOT_FIT, verdict(reread(memory)));
        use(memory, ANY_TEXT);
        assertEquals(text("LGA 1151v2"), stored(memory).attributes().get("platform"));
        assertEquals(Map.of(), stored(memory).originals());
    }

    @Test
    void productAsItIsShown_writtenBack_leavesWhatWasSent() {
        Product read = BOARD.readBy(MISTAKEN.schema());
        Product writtenBack = shown(read).readBy(MISTAKEN.schema());
        assertNotEquals(read, writtenBack);
        assertEquals(read, writtenBack.madeFrom(read));
        Product other = ToolShop.product("board", "drill", "LGA1151 ", "s", "").readBy(MISTAKEN.schema());
        assertEquals(text("LGA1151 "), other.madeFrom(read).attributesAsSent().get("platform"), "it was sent anew");
        Product otherType = ToolShop.product("board", "pack", "LGA1151", "", "");
        assertEquals(otherType, otherType.madeFrom(read));
    }

    @Test
    void answers_showWhatWasRead_andWhatIsStoredWhatWasSent() {
        Product read = BOARD.readBy(MISTAKEN.schema());
        assertEquals(
                "LGA1151",
                ProductMessages.toBuilder(read).getAttributesOrThrow("platform").getText());
        assertEquals(
                "LGA 1151v2",
                ProductMessages.toStored(read).getAttributesOrThrow("platform").getText());
    }

    private static Product shown(Product product) {
        return product.with(new CanonicalAttributes(product.attributes(), Map.of(), product.flags()));
    }

    /** Another replica, which knows only what is stored. */
    private static LiveCatalog reread(LiveCatalog memory) throws InvalidProtocolBufferException {
        return catalog(memory.rules(), throughStore(memory, "board"), throughStore(memory, "old-chip"));
    }

    private static Product throughStore(LiveCatalog memory, String id) throws InvalidProtocolBufferException {
        byte[] row = ProductMessages.toStored(memory.product(id).orElseThrow().product())
                .toByteArray();
        return ProductMessages.toProduct(io.zugabe.catalog.v1.Product.parseFrom(row));
    }

    private static LiveCatalog catalog(RuleSet rules, Product board, Product chip) {
        LiveCatalog catalog = new LiveCatalog(rules);
        catalog.apply(List.of(
                new Change.ProductWritten(1, board, Instant.EPOCH), new Change.ProductWritten(2, chip, Instant.EPOCH)));
        return catalog;
    }

    private static void use(LiveCatalog catalog, RuleSet rules) {
        catalog.useRules(rules);
        catalog.rebuildTable();
    }

    private static Verdict verdict(LiveCatalog catalog) {
        return catalog.table()
                .verdictEitherWay(
                        catalog.product("board").orElseThrow().group(),
                        catalog.product("old-chip").orElseThrow().group());
    }

    private static Product stored(LiveCatalog catalog) {
        return catalog.product("board").orElseThrow().product();
    }

    private static AttributeValue text(String text) {
        return new AttributeValue.Text(text);
    }

    private static RuleSet declaring(List<String> values, Map<String, String> synonyms) {
        AttributeDeclaration platform = new AttributeDeclaration(
                "platform", AttributeKind.TEXT, "", values, synonyms, LocalizedText.EMPTY, false);
        List<TypeDeclaration> types = ToolShop.SCHEMA.types().stream()
                .map(type -> type.attributes().stream()
                                .anyMatch(each -> each.attribute().equals("platform"))
                        ? new TypeDeclaration(type.type(), type.parent(), type.name(), List.of(platform), null, "test")
                        : type)
                .toList();
        return new RuleSet(new Schema(types), List.of(ToolShop.PLATFORM), values + " " + synonyms);
    }
}
