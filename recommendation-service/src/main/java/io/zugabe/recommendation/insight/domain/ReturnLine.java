package io.zugabe.recommendation.insight.domain;

/**
 * Units of a product that came back.
 *
 * @param event the event that tells it
 * @param order empty if unknown
 * @param subject who sent it back, see {@link Person#subject}
 * @param time in milliseconds since 1970
 */
public record ReturnLine(String event, String product, String order, String subject, long time, long quantity) {}
