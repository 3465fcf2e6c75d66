package io.zugabe.recommendation.privacy;

import io.zugabe.recommendation.privacy.domain.ErasedPeople;

/** What holds something of people apart from orders, and forgets it when they are erased. */
public interface PersonalMemory {

    /** Forgets people: at once in memory, soon on disk. Never blocks and never fails. */
    void forget(ErasedPeople people);
}
