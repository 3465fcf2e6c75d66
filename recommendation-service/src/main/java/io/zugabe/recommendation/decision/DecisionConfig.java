package io.zugabe.recommendation.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zugabe.recommendation.decision.domain.Settings;

/** What a shop sets about decisions. */
@ConfigMapping(prefix = "zugabe.decision")
public interface DecisionConfig {

    /** Share of the price that is margin where the cost is unknown. */
    @WithDefault("0.30")
    double marginRate();

    /** What a return costs, in the shop's currency. */
    @WithDefault("2.50")
    double handlingCost();

    /** The usual share of sold products that come back. */
    @WithDefault("0.05")
    double returnRate();

    /** Acceptance of a curated complement of strength 1 that nobody has bought yet. */
    @WithDefault("0.10")
    double curatedAcceptance();

    /** Number of baskets that these assumptions weigh as much as. */
    @WithDefault("20")
    double priorWeight();

    /** Most products taken from one relation. */
    @WithDefault("100")
    int candidatesPerRelation();

    /** What it costs to show an offer to somebody who does not want it, in the shop's currency. */
    @WithDefault("0.01")
    double attentionCost();

    /** Most that offers at the checkout may cost together, as share of the cart. */
    @WithDefault("0.25")
    double checkoutShare();

    /** A larger pack is offered if it costs at most so many times what the smaller one does. */
    @WithDefault("4")
    double packRatio();

    /** Calls that may be in progress; more are refused, so that those in progress stay fast. */
    @WithDefault("512")
    int mostInProgress();

    /** The settings as the decision takes them. */
    default Settings settings() {
        return new Settings(
                marginRate(),
                handlingCost(),
                returnRate(),
                curatedAcceptance(),
                priorWeight(),
                candidatesPerRelation(),
                attentionCost(),
                checkoutShare(),
                packRatio());
    }
}
