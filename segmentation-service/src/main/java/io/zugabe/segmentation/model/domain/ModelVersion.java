package io.zugabe.segmentation.model.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a model, without its bytes.
 *
 * @param version counts from 1 for each kind
 * @param checksum SHA-256 of its bytes, hexadecimal
 * @param size of its bytes
 * @param publishTime when it was last put in force
 * @param replacedVersion what was in force before it; 0 if nothing was
 */
public record ModelVersion(
        String kind,
        int version,
        ModelState state,
        Instant createTime,
        Optional<Instant> publishTime,
        boolean publishable,
        String checksum,
        long size,
        int replacedVersion) {}
