package io.zugabe.catalog.live;

import io.zugabe.catalog.live.domain.Change;
import java.util.List;

/** The committed changes of the catalog in their order. Calls block; not for event loops. */
public interface ChangeLog {

    /** Up to a number of changes after a position, in order. */
    List<Change> after(long position, int limit);

    /** Deletions up to this position are forgotten. */
    long deletionFloor();

    /** Forgets deletions older than their retention; returns the new floor. */
    long forgetOldDeletions();
}
