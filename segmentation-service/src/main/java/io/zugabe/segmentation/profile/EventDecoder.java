package io.zugabe.segmentation.profile;

import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.profile.domain.CustomerEvent;

/** Reads what the log holds. */
public interface EventDecoder {

    /** The event of an entry of the log. */
    CustomerEvent decode(LoggedEvent logged);
}
