package io.zugabe.recommendation.insight;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.recommendation.insight.domain.CellKey;
import io.zugabe.recommendation.insight.domain.Counts;
import java.util.List;

/** Where the counts of offers are kept. */
public interface CellArchive {

    /** How far which log is counted. */
    Uni<Counted> counted();

    /**
     * Some cells that have changed since, by position and number; empty at the end.
     *
     * @param position of the last cell that is known
     * @param cell its number
     */
    Uni<List<Cell>> changed(long position, int cell);

    /** A page of the counts by product, placement and anchor type; of one more than asked for if there are more. */
    Uni<List<Row>> page(PageRequest page, String product, String placement);

    /** What a reader has to know before it reads: how far which log is counted, and how often all was forgotten. */
    record Counted(long position, long generation) {}

    /** Counts and their place. */
    record Cell(int number, long position, CellKey key, Counts counts) {}

    /** Counts over all sources and segments. */
    record Row(String product, String placement, String anchorType, Counts counts) {

        /** By which pages are cut. */
        public String key() {
            return product + "\n" + placement + "\n" + anchorType;
        }
    }
}
