package io.zugabe.recommendation.misfits.domain;

import java.time.Instant;

/**
 * A product that came back because it does not fit.
 *
 * @param event id of the event that told it
 * @param order the order that it was returned from; empty if unknown
 * @param subject who returned it
 */
public record MisfitReturn(String event, String product, String order, String subject, Instant time) {}
