package io.zugabe.recommendation.incentives;

import io.zugabe.recommendation.incentives.domain.Incentive;

/**
 * An incentive as it is kept.
 *
 * @param definition a serialized {@code zugabe.recommendation.v1.Incentive} without what is only sent
 * @param version grows with every change
 */
public record StoredIncentive(Incentive incentive, byte[] definition, boolean archived, long version) {}
