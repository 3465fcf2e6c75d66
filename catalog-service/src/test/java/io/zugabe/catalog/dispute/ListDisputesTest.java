package io.zugabe.catalog.dispute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.catalog.dispute.domain.Decision;
import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.dispute.domain.Dispute.State;
import io.zugabe.catalog.dispute.domain.MisfitReport;
import io.zugabe.catalog.dispute.domain.MisfitReport.Reporter;
import io.zugabe.catalog.dispute.domain.ProductPair;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.Change;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.live.domain.Placed;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.test.Proves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Seven disputes of one product, the even ones lifted; the seventh is the newest. */
@Proves("O9")
class ListDisputesTest {

    private final LiveCatalog catalog = new LiveCatalog(new RuleSet(new Schema(List.of()), List.of(), "none"));

    ListDisputesTest() {
        catalog.apply(IntStream.rangeClosed(1, 7).mapToObj(this::opened).toList());
        catalog.apply(IntStream.of(2, 4, 6).mapToObj(this::lifted).toList());
    }

    @Test
    void pages_followOneAnother_newestFirst() {
        assertEquals(List.of(7, 6, 5, 4, 3, 2, 1), all(EnumSet.allOf(State.class), ""));
        assertEquals(List.of(6, 4, 2), all(EnumSet.of(State.LIFTED), ""));
        assertEquals(List.of(7, 5, 3, 1), all(EnumSet.of(State.OPEN, State.CONFIRMED), "host"));
        assertEquals(List.of(3), all(EnumSet.allOf(State.class), "part-3"));
        assertEquals(List.of(), all(EnumSet.of(State.CONFIRMED), ""));
        assertEquals(List.of(), all(EnumSet.allOf(State.class), "nobody"));
    }

    @Test
    void total_followsEveryDecision() {
        catalog.apply(List.of(lifted(7)));
        assertEquals(List.of(7, 6, 4, 2), all(EnumSet.of(State.LIFTED), ""));
        assertEquals(List.of(5, 3, 1), all(EnumSet.of(State.OPEN), ""));
    }

    /** The numbers of all disputes, read in pages of two; each page knows how many there are. */
    private List<Integer> all(Set<State> states, String product) {
        List<Integer> seen = new ArrayList<>();
        Set<Long> totals = new TreeSet<>();
        String after = "";
        do {
            Page<Placed<Dispute>> page =
                    ListDisputes.page(catalog.disputes(), states, product, new PageRequest(2, after));
            page.entries()
                    .forEach(each -> seen.add((int) each.value().createTime().getEpochSecond()));
            totals.add(page.total());
            after = page.next();
        } while (!after.isEmpty());
        assertEquals(Set.of((long) seen.size()), totals);
        return seen;
    }

    private Change opened(int number) {
        return new Change.DisputeWritten(number, dispute(number));
    }

    private Change lifted(int number) {
        Decision decision = new Decision("anna", "fits", Instant.ofEpochSecond(number + 100));
        return new Change.DisputeWritten(number + 100, dispute(number).decided(State.LIFTED, decision));
    }

    private static Dispute dispute(int number) {
        MisfitReport report = new MisfitReport("r-" + number, Reporter.CUSTOMER, "", "", Instant.ofEpochSecond(number));
        return Dispute.opened(ProductPair.of("host", "part-" + number), report, Verdict.FITS, List.of());
    }
}
