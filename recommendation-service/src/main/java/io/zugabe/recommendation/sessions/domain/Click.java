package io.zugabe.recommendation.sessions.domain;

/**
 * Somebody looked at a product or put it in the cart.
 *
 * @param key clicks with the same key belong to one session unless too much time lies between them
 * @param owner whose click it was: the start of the digest by which erased people are named, so that no
 *     id of a person is kept
 * @param product the product's number
 * @param time in seconds since 1970
 */
public record Click(long key, long owner, int product, long time) {}
