package io.zugabe.catalog.fit.domain;

import static io.zugabe.catalog.fit.domain.ToolShop.product;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.catalog.fit.domain.VerdictComparison.Concern;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.Change;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.kit.test.Proves;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Forty drills and forty packs, each of its platform: what changes if the rule about platforms goes. */
@Proves("O1")
class VerdictComparisonTest {

    private static final int EACH = 40;
    private static final RuleSet THEN = new RuleSet(ToolShop.SCHEMA, List.of(ToolShop.SIZE), "then");
    private static final Concern TOOLS_WITH_PACKS = (host, part) -> !host.equals("pack") && part.equals("pack");

    private final AtomicInteger asked = new AtomicInteger();
    private final LiveCatalog catalog = new LiveCatalog(ToolShop.RULES);

    VerdictComparisonTest() {
        catalog.apply(IntStream.range(0, 2 * EACH).mapToObj(i -> written(i)).toList());
    }

    @Test
    void onlyTypesConcerned_arePaired_whicheverIsTheHost() {
        VerdictChanges changes = compare(TOOLS_WITH_PACKS, () -> false);
        assertEquals(EACH * EACH, changes.concerned());
        assertEquals(EACH * EACH, changes.compared());
        assertEquals(1, changes.changes().size());
        VerdictChanges.Change change = changes.changes().getFirst();
        assertEquals(Verdict.DOES_NOT_FIT, change.before());
        assertEquals(Verdict.FITS, change.after());
        assertEquals(EACH * (EACH - 1), change.pairs());
        assertEquals(0, change.examples().getFirst().hostId().indexOf("drill-"));

        VerdictChanges within = compare((host, part) -> host.equals(part) && host.equals("drill"), () -> false);
        assertEquals(EACH * (EACH - 1) / 2, within.concerned());
        assertEquals(within.concerned(), within.compared());
    }

    @Test
    void outOfTime_stopsThere_andKnowsHowMuchWasConcerned() {
        AtomicInteger looks = new AtomicInteger();
        Concern counting = (host, part) -> {
            asked.incrementAndGet();
            return TOOLS_WITH_PACKS.of(host, part);
        };
        VerdictChanges changes = compare(counting, () -> looks.incrementAndGet() > 1);
        assertEquals(2, looks.get());
        assertEquals(EACH * EACH, changes.concerned());
        assertEquals(256, changes.compared());
        assertEquals(5, asked.get(), "types are asked about, not products");
    }

    private VerdictChanges compare(Concern concern, BooleanSupplier outOfTime) {
        VerdictComparison comparison = new VerdictComparison(catalog.table(), THEN, concern);
        for (CatalogEntry entry : catalog.products().values()) {
            comparison.add(entry.product(), entry.group());
        }
        return comparison.compare(3, outOfTime);
    }

    private static Change written(int i) {
        String type = i < EACH ? "drill" : "pack";
        int number = i % EACH;
        return new Change.ProductWritten(
                i + 1, product(type + "-" + number, type, "P" + number, "s", "r" + number), Instant.EPOCH);
    }
}
