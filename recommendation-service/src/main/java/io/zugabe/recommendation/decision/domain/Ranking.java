package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.experiments.domain.AppliedArm;
import java.util.List;

/** What offers are ranked by; experiments may change it by the parameter "ranking". */
public enum Ranking {
    /** Expected incremental profit. */
    VALUE,
    /** How often those who buy the anchor buy the candidate as well. */
    CONFIDENCE,
    /** How often the candidate is bought. */
    POPULARITY;

    private static final String PARAMETER = "ranking";

    /** The ranking that a customer's arms set; {@link #VALUE} where they set none, or none that exists. */
    static Ranking of(List<AppliedArm> arms) {
        for (AppliedArm arm : arms) {
            String set = arm.parameters().getOrDefault(PARAMETER, "");
            for (Ranking ranking : values()) {
                if (ranking.name().equalsIgnoreCase(set)) {
                    return ranking;
                }
            }
        }
        return VALUE;
    }
}
