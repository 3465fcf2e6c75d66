package io.zugabe.recommendation.sessions;

import java.util.List;

/**
 * A session as it is kept over restarts: {@link io.zugabe.recommendation.sessions.domain.Session} with
 * ids of products, whose numbers are given anew by every process.
 */
public record KeptSession(int number, long key, long owner, long time, List<String> products) {}
