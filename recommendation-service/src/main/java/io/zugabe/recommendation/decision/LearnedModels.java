package io.zugabe.recommendation.decision;

import io.zugabe.recommendation.complements.HabitsModels;
import io.zugabe.recommendation.content.LikenessModels;
import io.zugabe.recommendation.decision.domain.Learned;
import jakarta.inject.Singleton;

/** The models learned in the background that decisions read, as of now. */
@Singleton
public class LearnedModels {

    private final HabitsModels habits;
    private final LikenessModels likeness;
    private volatile Learned last = Learned.NONE;

    public LearnedModels(HabitsModels habits, LikenessModels likeness) {
        this.habits = habits;
        this.likeness = likeness;
    }

    /** The same object until a model is replaced. */
    Learned current() {
        HabitsModels.Served learned = habits.served();
        LikenessModels.Served compared = likeness.served();
        Learned known = last;
        if (known.habits() != learned.habits() || known.likeness() != compared.likeness()) {
            known = new Learned(learned.habits(), learned.version(), compared.likeness(), compared.version());
            last = known;
        }
        return known;
    }
}
