package io.zugabe.bench.shop;

import java.util.List;

/** Never offers anything. */
final class NoOffers implements OfferPolicy {

    @Override
    public void begin(int day) {}

    @Override
    public void observe(List<Happening> happenings) {}

    @Override
    public void decide(List<Ask> asks) {}
}
