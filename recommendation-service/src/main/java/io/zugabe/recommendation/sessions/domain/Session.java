package io.zugabe.recommendation.sessions.domain;

/**
 * A session as it is kept.
 *
 * @param number its place among all sessions in the order in which they began, 0 or more
 * @param key what its next click is recognised by
 * @param owner whose session it is, see {@link Click}
 * @param time of its latest click, in seconds since 1970
 * @param products what was clicked, first clicks in order, each once; empty if it was forgotten
 */
public record Session(int number, long key, long owner, long time, int[] products) {}
