package io.zugabe.segmentation.privacy;

import io.zugabe.segmentation.log.domain.NewEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes erasures as the log keeps them. */
public interface ErasureEvents {

    /** The event that says that the subjects with these digests were erased. */
    NewEvent event(UUID erasure, Instant time, List<byte[]> digests);
}
