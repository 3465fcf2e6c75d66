package io.zugabe.recommendation.privacy;

import io.quarkus.arc.All;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import jakarta.inject.Singleton;
import java.util.List;

/** Lets everything that holds something of people forget those who were erased. */
@Singleton
public class ForgetPeople {

    private final List<PersonalMemory> memories;

    public ForgetPeople(@All List<PersonalMemory> memories) {
        this.memories = List.copyOf(memories);
    }

    /** Forgets people, everywhere but in the orders. */
    public void forget(ErasedPeople people) {
        memories.forEach(memory -> memory.forget(people));
    }
}
