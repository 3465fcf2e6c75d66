package io.zugabe.segmentation.privacy.domain;

import java.time.Instant;

/**
 * Somebody has read what is known of a person.
 *
 * @param actor who, as they said of themselves
 * @param call the service and method, for instance {@code "ProfileService/GetProfile"}
 */
public record ProfileRead(Instant time, String actor, String call) {}
