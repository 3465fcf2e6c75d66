package io.zugabe.segmentation.uplift;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.uplift.domain.UnitRow;
import java.util.Collection;
import java.util.List;

/** What data sets hold of single units. */
public interface UnitRows {

    /**
     * All that is known of units, by data set and unit.
     *
     * @param dataset of the last row that was read; empty to begin
     * @param unit of the last row that was read
     */
    Uni<List<UnitRow>> ofUnits(Collection<String> units, String dataset, String unit, int most);
}
