package io.zugabe.catalog.completeness.domain;

import static io.zugabe.catalog.fit.domain.ToolShop.product;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.Selector;
import io.zugabe.catalog.fit.domain.ToolShop;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.Change;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.product.domain.OfferPatch;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.kit.test.Proves;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drills and packs of platforms, and vases whose diameter is required though nothing fits them yet. */
@Proves("O1")
class AttributeGapsTest {

    @Test
    void gap_countsProducts_pairsAndRevenue_ofWhatIsMissingOnTheirSideAlone() {
        LiveCatalog catalog = catalog(
                sold(product("no-platform-1", "drill", "", "s", ""), 5),
                sold(product("no-platform-2", "drill", "", "s", ""), 2),
                product("no-platform-3", "drill", "", "s", ""),
                product("nothing", "drill", "", "", ""),
                product("complete", "drill", "A", "s", ""),
                product("pack-a", "pack", "A", "s", ""),
                product("pack-b-1", "pack", "B", "s", ""),
                product("pack-b-2", "pack", "B", "s", ""),
                product("pack-unknown", "pack", "", "s", ""));
        List<AttributeGap> gaps = gapsOf(catalog, "tool");
        assertEquals(List.of("platform"), List.copyOf(gaps.get(0).attributes()));
        assertEquals(3, gaps.get(0).products());
        assertEquals(9, gaps.get(0).pairs(), "three drills and three packs; of the fourth both lack it");
        assertEquals(0, new BigDecimal(7).compareTo(gaps.get(0).revenue()));
        assertEquals(1, gaps.get(0).productsWithoutSales());
        assertEquals(List.of("pack"), gaps.get(0).partnerTypes());
        assertEquals(
                List.of("no-platform-1", "no-platform-2", "no-platform-3"),
                gaps.get(0).examples());
        assertFalse(gaps.get(0).requiredForFit());
        assertEquals(List.of("platform", "size"), List.copyOf(gaps.get(1).attributes()));
        assertEquals(1, gaps.get(1).products());
        assertEquals(2, gaps.size());

        List<AttributeGap> ofPacks = gapsOf(catalog, "pack");
        assertEquals(1, ofPacks.size());
        assertEquals(1, ofPacks.getFirst().pairs(), "only the complete drill waits for that pack alone");
        assertEquals(List.of("pack-unknown"), ofPacks.getFirst().examples());
    }

    @Test
    void requiredAttribute_isAGapThoughNoPartnerIsThere() {
        LiveCatalog catalog = catalog(product("vase-1", "vase", "", "s", ""), product("vase-2", "vase", "", "", ""));
        AttributeGap gap = gapsOf(catalog, "vase").getFirst();
        assertEquals(List.of("size"), List.copyOf(gap.attributes()));
        assertEquals(1, gap.products());
        assertEquals(0, gap.pairs());
        assertTrue(gap.requiredForFit());
    }

    @Test
    void gapThatKeepsNoPairFromAnAnswer_comesLast_howeverManyItsProductsAre() {
        LiveCatalog catalog = catalog(
                sold(product("cordless-1", "cordless", "A", "s", ""), 100),
                sold(product("cordless-2", "cordless", "A", "s", ""), 100),
                product("drill", "drill", "", "s", ""),
                product("pack", "pack", "A", "s", ""));
        List<AttributeGap> gaps = gapsOf(catalog, "drill");
        assertEquals(
                List.of(List.of("platform"), List.of("case")),
                gaps.stream().map(gap -> List.copyOf(gap.attributes())).toList());
        assertEquals(0, gaps.getLast().pairs());
        assertEquals(2, gaps.getLast().products());
    }

    /** No rule is about vases and packs: only the maker's list, which a region decides. */
    @Test
    void attributeThatAMakersListAsksFor_isAGap() {
        LiveCatalog catalog = catalog(
                product("vase-1", "vase", "", "s", ""),
                product("vase-2", "vase", "", "s", ""),
                product("pack-eu", "pack", "A", "s", "EU"),
                product("pack-us", "pack", "A", "s", "US"),
                product("pack-anywhere", "pack", "A", "s", ""));
        assertEquals(List.of(), gapsOf(catalog, "pack"));
        catalog.apply(List.of(new Change.StatementWritten(
                10,
                ToolShop.statement(
                        "eu",
                        Verdict.FITS,
                        new Selector.ByType("vase"),
                        new Selector.ByAttributes("pack", "region", "EU")))));
        catalog.rebuildTable();
        AttributeGap gap = gapsOf(catalog, "pack").getFirst();
        assertEquals(List.of("region"), List.copyOf(gap.attributes()));
        assertEquals(List.of("pack-anywhere"), gap.examples());
        assertEquals(2, gap.pairs());
        assertEquals(List.of("vase"), gap.partnerTypes());
        assertEquals(List.of(), gapsOf(catalog, "vase"), "the vases lack nothing");
    }

    @Test
    void filledGap_isGone() {
        LiveCatalog catalog = catalog(product("drill", "drill", "", "s", ""), product("pack", "pack", "A", "s", ""));
        assertEquals(1, gapsOf(catalog, "drill").size());
        catalog.apply(List.of(new Change.ProductWritten(10, product("drill", "drill", "B", "s", ""), Instant.EPOCH)));
        assertEquals(List.of(), gapsOf(catalog, "drill"));
    }

    @Test
    void outOfTime_answersWithWhatWasCounted_andSaysSo() {
        LiveCatalog catalog = catalog(product("drill", "drill", "", "", ""), product("pack", "pack", "A", "s", ""));
        CountedGaps none = AttributeGaps.of(catalog, "drill", () -> () -> true);
        assertEquals(List.of(), none.gaps());
        assertTrue(none.pairsCut());
        assertTrue(none.productsCut());

        Iterator<Boolean> timers = List.of(true, false).iterator();
        CountedGaps withoutPairs = AttributeGaps.of(catalog(product("vase", "vase", "", "", "")), "vase", () -> {
            boolean outOfTime = timers.next();
            return () -> outOfTime;
        });
        assertEquals(1, withoutPairs.gaps().size(), "what is required needs no pair");
        assertFalse(withoutPairs.productsCut());
    }

    private static List<AttributeGap> gapsOf(LiveCatalog catalog, String type) {
        CountedGaps counted = AttributeGaps.of(catalog, type, () -> () -> false);
        assertFalse(counted.pairsCut() || counted.productsCut());
        return counted.gaps();
    }

    private static Product sold(Product product, long units) {
        return product.with(new OfferPatch(product.id(), null, null, null, units));
    }

    private static LiveCatalog catalog(Product... products) {
        List<TypeDeclaration> types = new ArrayList<>(ToolShop.SCHEMA.types());
        AttributeDeclaration size = new AttributeDeclaration(
                "size", AttributeKind.TEXT, "", List.of(), Map.of(), LocalizedText.EMPTY, true);
        types.add(new TypeDeclaration("vase", "", LocalizedText.EMPTY, List.of(size), null, "test"));
        AttributeDeclaration carried = new AttributeDeclaration(
                "case", AttributeKind.TEXT, "", List.of(), Map.of(), LocalizedText.EMPTY, true);
        types.add(new TypeDeclaration("cordless", "drill", LocalizedText.EMPTY, List.of(carried), null, "test"));
        LiveCatalog catalog =
                new LiveCatalog(new RuleSet(new Schema(types), List.of(ToolShop.PLATFORM, ToolShop.SIZE), "hash"));
        catalog.apply(IntStream.range(0, products.length)
                .<Change>mapToObj(i -> new Change.ProductWritten(i + 1, products[i], Instant.EPOCH))
                .toList());
        return catalog;
    }
}
