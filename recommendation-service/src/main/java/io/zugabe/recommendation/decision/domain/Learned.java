package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.complements.domain.Habits;
import io.zugabe.recommendation.content.domain.Likeness;

/** Models that are learned in the background, with their versions. Immutable. */
public record Learned(Habits habits, String habitsVersion, Likeness likeness, String likenessVersion) {

    /** Nothing learned. */
    public static final Learned NONE = new Learned(Habits.NONE, "none", Likeness.NONE, "none");

    /** Names the models. */
    String version() {
        return "habits/" + habitsVersion + " likeness/" + likenessVersion;
    }
}
