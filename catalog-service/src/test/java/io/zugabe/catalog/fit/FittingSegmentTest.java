package io.zugabe.catalog.fit;

import static io.zugabe.catalog.fit.domain.ToolShop.RULES;
import static io.zugabe.catalog.fit.domain.ToolShop.product;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.dispute.domain.MisfitReport;
import io.zugabe.catalog.dispute.domain.ProductPair;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.Change;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.kit.test.Proves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a page is found, it holds what looking at every product would have found, disputes about some included. */
@Proves("O1")
class FittingSegmentTest {

    private static final int PAGE = 50;

    /**
     * Few matching products are gathered, many are met on the way, and many that all come late are gathered after a
     * walk in vain.
     */
    @ParameterizedTest
    @CsvSource({"300, 0", "9000, 0", "3000, 30000"})
    void pages_equalLookingAtEveryProduct(int mixed, int othersFirst) {
        LiveCatalog catalog = catalog(mixed, othersFirst);
        for (String anchorId : List.of("a-drill", "m-7")) {
            CatalogEntry anchor = catalog.product(anchorId).orElseThrow();
            for (Verdict verdict : Verdict.values()) {
                FittingSegment segment =
                        new FittingSegment(catalog, catalog.fitPlaces(), anchor, "pack", Set.of(verdict));
                List<String> expected = catalog.productsOfType("pack").values().stream()
                        .filter(entry -> entry != anchor)
                        .filter(entry -> PairAnswer.between(catalog.table(), catalog.disputes(), anchor, entry)
                                        .verdict()
                                == verdict)
                        .map(entry -> entry.product().id())
                        .toList();
                assertEquals(expected.size(), segment.count(verdict));
                assertEquals(firstPages(expected), pages(segment, verdict), verdict + " for " + anchorId);
            }
        }
    }

    private static List<String> pages(FittingSegment segment, Verdict verdict) {
        List<String> ids = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            String after = ids.isEmpty() ? "" : ids.getLast();
            segment.first(verdict, after, PAGE)
                    .forEach(entry -> ids.add(entry.product().id()));
        }
        return ids;
    }

    private static List<String> firstPages(List<String> all) {
        return all.subList(0, Math.min(all.size(), 3 * PAGE));
    }

    private static LiveCatalog catalog(int mixed, int othersFirst) {
        LiveCatalog catalog = new LiveCatalog(RULES);
        Random random = new Random(5);
        List<Change> changes = new ArrayList<>();
        changes.add(written(1, product("a-drill", "drill", "A", "s", "")));
        for (int i = 0; i < othersFirst; i++) {
            changes.add(written(i + 2, product("b-" + i, "pack", "B", "s", "")));
        }
        List<String> platforms = List.of("A", "B", "");
        List<String> sizes = List.of("s", "m", "");
        for (int i = 0; i < mixed; i++) {
            String platform = othersFirst == 0 ? platforms.get(random.nextInt(3)) : "A";
            changes.add(written(
                    othersFirst + i + 2, product("m-" + i, "pack", platform, sizes.get(random.nextInt(3)), "")));
        }
        for (int i = 0; i < mixed; i += 40) {
            changes.add(disputed(changes.size() + 1, "a-drill", "m-" + i));
            changes.add(disputed(changes.size() + 1, "m-" + i, "m-7"));
        }
        catalog.apply(changes);
        return catalog;
    }

    private static Change disputed(long position, String one, String other) {
        MisfitReport report = new MisfitReport("r", MisfitReport.Reporter.RETURN, "o", "", Instant.EPOCH);
        return new Change.DisputeWritten(
                position, Dispute.opened(ProductPair.of(one, other), report, Verdict.FITS, List.of()));
    }

    private static Change written(long position, io.zugabe.catalog.product.domain.Product product) {
        return new Change.ProductWritten(position, product, Instant.EPOCH);
    }
}
