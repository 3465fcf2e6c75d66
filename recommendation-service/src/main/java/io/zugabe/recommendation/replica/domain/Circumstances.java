package io.zugabe.recommendation.replica.domain;

/**
 * What is known about where and how somebody looks at the shop; empty texts mean unknown.
 *
 * @param region ISO 3166 code of a country or subdivision
 */
public record Circumstances(String region, String device, String weather, String occasion) {

    /** Nothing is known. */
    public static final Circumstances UNKNOWN = new Circumstances("", "", "", "");
}
