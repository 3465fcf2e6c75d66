package io.zugabe.recommendation.decision.domain;

import java.util.List;

/**
 * The room that complements have in the list.
 *
 * @param offers number of places
 * @param budget most that they may cost together, in micros
 * @param besides what else stands in the list: no product and no variant of it is offered twice
 * @param filters what is wished for: what is pinned, and how many of a kind there may be
 */
record Room(int offers, long budget, List<Special> besides, Filters filters) {}
