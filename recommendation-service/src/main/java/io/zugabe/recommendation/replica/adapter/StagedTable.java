package io.zugabe.recommendation.replica.adapter;

import io.zugabe.recommendation.replica.domain.CatalogBuilder;
import io.zugabe.recommendation.replica.domain.FitTableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A fit table on its way, with the changes that came after it began. Products name groups of the table
 * that they were sent with, so both go into the catalog together or not at all.
 */
final class StagedTable {

    private final List<Consumer<CatalogBuilder>> changes = new ArrayList<>();
    private FitTableBuilder fit;
    private boolean complete;

    StagedTable(String version) {
        fit = new FitTableBuilder(version);
    }

    /** Another table takes the place of this one; changes since stay due. */
    void restart(String version) {
        fit = new FitTableBuilder(version);
        complete = false;
    }

    FitTableBuilder fit() {
        return fit;
    }

    /** All of the table is here; regrouped products may still come. */
    void complete() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    void add(Consumer<CatalogBuilder> change) {
        changes.add(change);
    }

    void moveInto(CatalogBuilder catalog) {
        catalog.replaceFit(fit);
        changes.forEach(change -> change.accept(catalog));
    }
}
