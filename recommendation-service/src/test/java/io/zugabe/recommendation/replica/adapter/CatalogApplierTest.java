package io.zugabe.recommendation.replica.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.type.Money;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zugabe.catalog.v1.BlockedPair;
import io.zugabe.catalog.v1.CatalogProduct;
import io.zugabe.catalog.v1.FitCell;
import io.zugabe.catalog.v1.FitRow;
import io.zugabe.catalog.v1.FitTableBegin;
import io.zugabe.catalog.v1.FitTableEnd;
import io.zugabe.catalog.v1.GatedTypes;
import io.zugabe.catalog.v1.Heartbeat;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.SnapshotBegin;
import io.zugabe.catalog.v1.SnapshotEnd;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.common.v1.Verdict;
import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.domain.Bucket;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.Selector;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The catalog's stream, applied as the catalog sends it. */
class CatalogApplierTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final CatalogApplier applier = new CatalogApplier(new ProductIds(), new ShopPrices("EUR", metrics));

    /** A camera of group 1, a battery of group 2 that fits it, and one of group 3 that its maker excludes. */
    @BeforeEach
    void snapshot() {
        apply("", WatchCatalogResponse.newBuilder().setSnapshotBegin(SnapshotBegin.getDefaultInstance()));
        table("fit-1", 1, 2, 3);
        products("", 1, 2, 3);
        apply("fit-1-5", WatchCatalogResponse.newBuilder().setSnapshotEnd(SnapshotEnd.getDefaultInstance()));
        assertFits("fit-1");
    }

    @Test
    @Proves("O1")
    void newTable_isSeenOnlyTogetherWithTheProductsItRegroups() {
        table("fit-2", 11, 12, 13);
        assertFits("fit-1");
        products("", 11, 12, 13);
        assertFits("fit-1");
        assertFalse(applier.hasChanged(2));

        apply("fit-2-6", WatchCatalogResponse.newBuilder().setHeartbeat(Heartbeat.getDefaultInstance()));

        assertTrue(applier.hasChanged(2));
        assertFits("fit-2");
        assertEquals("fit-2-6", applier.reopen());
    }

    @Test
    @Proves("O1")
    void streamThatBreaksBehindANewTable_leavesTheOldOneWithItsProducts() {
        table("fit-2", 11, 12, 13);
        products("", 11);

        assertEquals("fit-1-5", applier.reopen());
        apply("fit-1-6", product("bag", 0, price("EUR", 50, 0)));

        assertFits("fit-1");
        assertTrue(now().find("bag").isPresent());
    }

    @Test
    void twoTablesInARow_theLastOneCounts() {
        table("fit-2", 11, 12, 13);
        products("", 11, 12, 13);
        table("fit-3", 21, 22, 23);
        products("", 21, 22, 23);
        apply("fit-3-7", product("bag", 0, price("EUR", 50, 0)));

        assertFits("fit-3");
        assertTrue(now().find("bag").isPresent());
    }

    @Test
    void tableAfterResuming_isInUseWithTheFirstChange() {
        applier.reopen();
        table("fit-1", 1, 2, 3);
        apply("fit-1-6", product("battery", 3, price("EUR", 70, 0)));

        assertTrue(now().fit()
                .excluded(
                        now().find("camera").orElseThrow(),
                        now().find("battery").orElseThrow()));
        assertEquals("fit-1-6", applier.reopen());
    }

    @Test
    void snapshotBehindABrokenTable_dropsIt() {
        table("fit-2", 11, 12, 13);
        products("", 11, 12, 13);
        apply("", WatchCatalogResponse.newBuilder().setSnapshotBegin(SnapshotBegin.getDefaultInstance()));
        table("fit-3", 21, 22, 23);
        products("", 21, 22, 23);
        assertFits("fit-1");
        apply("fit-3-8", WatchCatalogResponse.newBuilder().setSnapshotEnd(SnapshotEnd.getDefaultInstance()));

        assertFits("fit-3");
    }

    @Test
    @Proves({"O1", "O9"})
    void blockedPair_isSoAtOnce_underEveryTable_untilItIsLifted() {
        table("fit-2", 11, 12, 13);
        apply("", block(true));
        assertTrue(applier.hasChanged(2), "a block does not wait for a table");
        assertBlocked("fit-1", true);
        products("", 11, 12, 13);
        apply("fit-2-6", WatchCatalogResponse.newBuilder().setHeartbeat(Heartbeat.getDefaultInstance()));
        assertBlocked("fit-2", true);

        applier.reopen();
        table("fit-2", 11, 12, 13);
        apply("fit-2-7", block(false));
        assertTrue(applier.hasChanged(3));
        assertBlocked("fit-2", false);
    }

    @Test
    @Proves({"O1", "O9"})
    void snapshot_forgetsBlocksThatItDoesNotName() {
        apply("fit-1-6", block(true));
        assertBlocked("fit-1", true);
        for (boolean blocked : List.of(true, false)) {
            apply("", WatchCatalogResponse.newBuilder().setSnapshotBegin(SnapshotBegin.getDefaultInstance()));
            table("fit-3", 21, 22, 23);
            products("", 21, 22, 23);
            if (blocked) {
                apply("", block(true));
            }
            apply("fit-3-8", WatchCatalogResponse.newBuilder().setSnapshotEnd(SnapshotEnd.getDefaultInstance()));
            assertBlocked("fit-3", blocked);
        }
    }

    @Test
    void priceInAnotherCurrencyOrTooLarge_isNone_costIsUnknown() {
        apply("fit-1-6", product("dollars", 0, price("USD", 50, 0)));
        apply("fit-1-7", product("fortune", 0, price("EUR", Long.MAX_VALUE / 1_000, 0)));
        apply("fit-1-8", product("cents", 0, price("EUR", 50, 990_000_000)));

        for (String id : List.of("dollars", "fortune")) {
            var product = now().find(id).orElseThrow();
            assertEquals(new io.zugabe.recommendation.replica.domain.Money("EUR", 0), product.price());
            assertTrue(product.cost().isEmpty());
        }
        assertEquals(50_990_000, now().find("cents").orElseThrow().price().micros());
        assertEquals(2, metrics.get("zugabe.replica.unusable.prices").counter().count());
    }

    @Test
    void gtins_areEqualWhateverTheirLength() {
        apply("fit-1-6", withGtin("padded", "00012345600012"));
        apply("fit-1-7", withGtin("short", "012345600012"));
        apply("fit-1-8", relation("by-gtin", "012345600012"));

        for (String id : List.of("padded", "short")) {
            assertEquals(
                    List.of("by-gtin"),
                    now().relations().from(now().find(id).orElseThrow()).stream()
                            .map(io.zugabe.recommendation.replica.domain.Relation::id)
                            .toList());
        }
        assertEquals(2, now().select(new Selector.ByGtin("12345600012")).size());
        assertFalse(new Selector.ByGtin("").matches(now().find("camera").orElseThrow()));
    }

    @Test
    void rankingThatHadToWait_isMadeUpForWithoutAnotherChange() {
        applier.publish(10, ignored -> 0);
        IntStream.range(0, 20).forEach(i -> apply("fit-1-" + (10 + i), product("p" + i, 0, price("EUR", 1, 0))));
        assertTrue(applier.hasChanged(10));
        CatalogSnapshot unranked = applier.publish(10, ignored -> 0).orElseThrow();
        applier.rankAnew();
        int best = unranked.find("p19").orElseThrow().number();
        applier.publish(10, number -> number == best ? 100 : 0);
        assertFalse(applier.hasChanged(10));

        assertTrue(applier.hasChanged(11));
        Bucket ranked = applier.publish(11, number -> number == best ? 100 : 0)
                .orElseThrow()
                .all();
        assertEquals(best, ranked.at(0));
        assertFalse(applier.hasChanged(12));
    }

    private void assertFits(String version) {
        CatalogSnapshot catalog = now();
        FitTable fit = catalog.fit();
        var camera = catalog.find("camera").orElseThrow();
        assertEquals(version, fit.version());
        assertTrue(
                fit.matchAsHost(camera, catalog.find("battery").orElseThrow()).isPresent());
        assertTrue(fit.excluded(camera, catalog.find("look-alike").orElseThrow()));
    }

    private void assertBlocked(String version, boolean blocked) {
        CatalogSnapshot catalog = now();
        var camera = catalog.find("camera").orElseThrow();
        var battery = catalog.find("battery").orElseThrow();
        assertEquals(version, catalog.fit().version());
        assertEquals(blocked, catalog.fit().excluded(battery, camera));
        assertEquals(blocked, catalog.fit().match(battery, camera).isEmpty());
        assertTrue(catalog.fit().fitsButForBlocks(battery, camera));
    }

    private static WatchCatalogResponse.Builder block(boolean blocked) {
        return WatchCatalogResponse.newBuilder()
                .setBlockedPair(BlockedPair.newBuilder()
                        .setOneProductId("battery")
                        .setOtherProductId("camera")
                        .setBlocked(blocked));
    }

    private CatalogSnapshot now() {
        return applier.publish(1, ignored -> 0).orElseThrow();
    }

    private void apply(String position, WatchCatalogResponse.Builder message) {
        applier.apply(message.setPosition(position).build());
    }

    private void table(String version, long camera, long battery, long excluded) {
        apply(
                "",
                WatchCatalogResponse.newBuilder()
                        .setFitTableBegin(FitTableBegin.newBuilder().setVersion(version)));
        apply(
                "",
                WatchCatalogResponse.newBuilder()
                        .setGatedTypes(
                                GatedTypes.newBuilder().setHostType("camera").setPartType("battery")));
        apply(
                "",
                WatchCatalogResponse.newBuilder()
                        .setFitRow(FitRow.newBuilder()
                                .setHostGroupId(camera)
                                .addCells(cell(battery, Verdict.VERDICT_FITS))
                                .addCells(cell(excluded, Verdict.VERDICT_DOES_NOT_FIT))));
        apply("", WatchCatalogResponse.newBuilder().setFitTableEnd(FitTableEnd.getDefaultInstance()));
    }

    private static FitCell cell(long part, Verdict verdict) {
        return FitCell.newBuilder().setPartGroupId(part).setVerdict(verdict).build();
    }

    /** The camera, and as many of its batteries as groups are given. */
    private void products(String position, long... groups) {
        List<String> ids = List.of("camera", "battery", "look-alike");
        IntStream.range(0, groups.length)
                .forEach(i -> apply(position, product(ids.get(i), groups[i], price("EUR", 70, 0))));
    }

    private static WatchCatalogResponse.Builder product(String id, long group, Money price) {
        return WatchCatalogResponse.newBuilder()
                .setProduct(CatalogProduct.newBuilder()
                        .setProduct(Product.newBuilder()
                                .setProductId(id)
                                .setType(id)
                                .setPrice(price)
                                .setCost(price))
                        .setFitGroupId(group));
    }

    private static WatchCatalogResponse.Builder withGtin(String id, String gtin) {
        WatchCatalogResponse.Builder message = product(id, 0, price("EUR", 1, 0));
        message.getProductBuilder().getProductBuilder().setGtin(gtin);
        return message;
    }

    private static WatchCatalogResponse.Builder relation(String id, String gtin) {
        ProductSelector selector = ProductSelector.newBuilder().setGtin(gtin).build();
        return WatchCatalogResponse.newBuilder()
                .setRelation(Relation.newBuilder()
                        .setRelationId(id)
                        .setAnchor(selector)
                        .setComplement(selector));
    }

    private static Money price(String currency, long units, int nanos) {
        return Money.newBuilder()
                .setCurrencyCode(currency)
                .setUnits(units)
                .setNanos(nanos)
                .build();
    }
}
