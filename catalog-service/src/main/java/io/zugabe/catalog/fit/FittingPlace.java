package io.zugabe.catalog.fit;

import io.zugabe.catalog.fit.domain.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the list of fitting products, which is ordered by verdict, type and id.
 *
 * @param rank the verdict's place in the order; -1 before all
 */
record FittingPlace(int rank, String type, String id) {

    /** Verdicts in the order of the list. */
    static final List<Verdict> ORDER =
            List.of(Verdict.FITS, Verdict.FITS_WITH_LIMITS, Verdict.DOES_NOT_FIT, Verdict.UNKNOWN);

    private static final int PARTS = 3;

    static FittingPlace of(FittingEntry entry) {
        return new FittingPlace(
                ORDER.indexOf(entry.answer().verdict()),
                entry.entry().product().type(),
                entry.entry().product().id());
    }

    /** Reads a place as {@link #write} wrote it; anything else is before all. */
    static FittingPlace read(String text) {
        String[] parts = text.split(" ", PARTS);
        return parts.length == PARTS && parts[0].matches("[0-3]")
                ? new FittingPlace(Integer.parseInt(parts[0]), parts[1], parts[2])
                : new FittingPlace(-1, "", "");
    }

    /** The place as text. Types and ids contain no space. */
    String write() {
        return rank + " " + type + " " + id;
    }

    /** The id after which the list goes on among products of a verdict and type; null if they all come before this place. */
    @Nullable
    String within(Verdict verdict, String ofType) {
        int compared = Integer.compare(ORDER.indexOf(verdict), rank);
        int order = compared != 0 ? compared : ofType.compareTo(type);
        return order > 0 ? "" : order == 0 ? id : null;
    }
}
