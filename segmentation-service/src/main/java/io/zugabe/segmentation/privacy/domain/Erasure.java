package io.zugabe.segmentation.privacy.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The erasure of a person, without saying who it was.
 *
 * @param number grows with every erasure
 * @param actor who asked, as they said of themselves
 * @param completeTime empty while archives and caches are being searched
 * @param subjects customers and visitors erased
 * @param events events erased from the log
 * @param archivedEvents events erased from archives
 * @param rows rows erased from other tables
 */
public record Erasure(
        long number,
        UUID id,
        String actor,
        Instant createTime,
        Optional<Instant> completeTime,
        int subjects,
        long events,
        long archivedEvents,
        long rows) {}
