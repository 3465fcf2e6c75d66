package io.zugabe.bench.shop;

import java.util.List;

/** Who decides what is offered, by what the shop sees and nothing else. */
interface OfferPolicy {

    /** A day begins. */
    void begin(int day) throws InterruptedException;

    /** This happened. */
    void observe(List<Happening> happenings) throws InterruptedException;

    /** What to offer? Each ask gets its answer. */
    void decide(List<Ask> asks) throws InterruptedException;
}
