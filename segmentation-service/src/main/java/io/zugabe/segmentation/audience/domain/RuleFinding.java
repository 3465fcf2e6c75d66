package io.zugabe.segmentation.audience.domain;

import io.zugabe.segmentation.audience.domain.AudienceDefinition.LookAlikes;
import io.zugabe.segmentation.audience.domain.AudienceDefinition.OwnersMissing;
import io.zugabe.segmentation.audience.domain.Rule.Weighted;
import java.util.List;

/** Makes rules of definitions and of what was counted. */
public final class RuleFinding {

    /** Traits of a score; more add little to it, and each costs time for every customer. */
    private static final int MOST_SCORED = 50;

    private RuleFinding() {}

    /** The rule of chosen traits. */
    public static Rule chosen(OwnersMissing definition) {
        List<Weighted> traits = definition.traits().stream()
                .map(trait -> new Weighted(trait, 1, 0))
                .toList();
        return new Rule.Shares(definition.anchor(), traits, minShared(definition, traits.size()));
    }

    /** The rule of the best traits; nobody is in it if there are none. */
    public static Rule best(OwnersMissing definition, Marks marks) {
        List<Weighted> traits = marks.best(definition.best()).stream()
                .map(mark -> Weighted.rounded(mark.tally().trait(), Math.log(mark.shrunkLift()), 0))
                .toList();
        return new Rule.Shares(definition.anchor(), traits, minShared(definition, traits.size()));
    }

    private static int minShared(OwnersMissing definition, int traits) {
        return definition.minShared() > 0 ? definition.minShared() : Math.max(1, (traits + 1) / 2);
    }

    /** The score of look-alikes: all traits that are told apart from chance, whichever way they point. */
    public static Resemblance resemblance(Marks marks) {
        List<Mark> significant = marks.marks().stream()
                .filter(Mark::significant)
                .sorted((a, b) ->
                        Double.compare(Math.abs(Math.log(b.shrunkLift())), Math.abs(Math.log(a.shrunkLift()))))
                .limit(MOST_SCORED)
                .toList();
        return Resemblance.learn(significant, marks.buyers(), marks.others());
    }

    /** The rule of look-alikes; nobody is in it if no trait tells buyers apart. */
    public static Rule lookAlikes(LookAlikes definition, Resemblance resemblance, ScoreBorder border) {
        return new Rule.Resembles(
                resemblance, resemblance.traits().isEmpty() ? Double.MAX_VALUE : border.of(definition.topShare()));
    }
}
