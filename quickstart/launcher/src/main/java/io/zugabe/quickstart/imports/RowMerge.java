package io.zugabe.quickstart.imports;

import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Event.WhatCase;
import java.util.EnumSet;
import java.util.Set;

/** In CSV, an event with several items stands in several rows. */
final class RowMerge {

    private static final Set<WhatCase> WITH_ITEMS = EnumSet.of(
            WhatCase.VIEW_ITEM,
            WhatCase.ADD_TO_CART,
            WhatCase.REMOVE_FROM_CART,
            WhatCase.BEGIN_CHECKOUT,
            WhatCase.PURCHASE,
            WhatCase.REFUND);

    private RowMerge() {}

    static boolean sameEvent(Event first, Event second) {
        return first.getEventId().equals(second.getEventId())
                && first.getWhatCase() == second.getWhatCase()
                && WITH_ITEMS.contains(first.getWhatCase());
    }

    /** The first event with the items of both. */
    static Event merge(Event first, Event second) {
        return first.toBuilder().mergeFrom(second).build();
    }
}
