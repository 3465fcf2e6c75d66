package io.zugabe.recommendation.insight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zugabe.recommendation.insight.domain.Exploration;
import io.zugabe.recommendation.insight.domain.RetirementRule;
import java.time.Duration;

/** What is made of how offers do. */
@ConfigMapping(prefix = "zugabe.insight")
public interface InsightConfig {

    /** Views that what is expected weighs as much as, at every level. */
    @WithDefault("100")
    double priorViews();

    /** Share of the places of lists that may go to offers about which too little is known; 0 for none. */
    @WithDefault("0.05")
    double explorationShare();

    /** Most that such a place may be expected to bring less than what it takes the place of, as a share of that. */
    @WithDefault("0.5")
    double explorationLoss();

    /** Views after which enough is known of an offer. */
    @WithDefault("200")
    int explorationViews();

    /** Share of the usual rate of interest at its placement that an offer must draw. */
    @WithDefault("0.25")
    double retirementShare();

    /** Probability with which an offer that draws just that may be retired all the same. */
    @WithDefault("0.01")
    double retirementError();

    /** How often decisions see what is new. */
    @WithDefault("1s")
    Duration refresh();

    default Exploration exploration() {
        return new Exploration(explorationShare(), explorationLoss(), explorationViews());
    }

    default RetirementRule retirement() {
        return new RetirementRule(retirementShare(), retirementError());
    }
}
