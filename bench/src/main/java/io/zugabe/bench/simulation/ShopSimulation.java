package io.zugabe.bench.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * A shop's customers over some days. Deterministic: shopper and events depend on the seed and the
 * shopper's number alone, so shoppers may be asked for in any order, again, and by several threads.
 *
 * @param days length, from {@link ShopCalendar#START}
 * @param newcomers share of shoppers who are not customers when it begins, and join on a random day
 */
public record ShopSimulation(long seed, int days, double newcomers) {

    /** What a shopper is like: the truth, which no engine may see. */
    public Shopper shopper(int number) {
        return new Traits(Draws.of(seed, number, Draws.Purpose.SHOPPER), days, newcomers).draw(number);
    }

    /** All that the shop sees of a shopper until the end, in the order of time. */
    public List<ShopEvent> events(Shopper shopper) {
        List<ShopEvent> events = new ArrayList<>();
        ShopperLife life = new ShopperLife(shopper, Draws.of(seed, shopper.number(), Draws.Purpose.LIFE), events::add);
        for (int day = 0; day < days; day++) {
            life.live(day);
        }
        events.removeIf(event -> !event.time().isBefore(ShopCalendar.begin(days)));
        events.sort(ShopperLife.BY_TIME);
        return events;
    }
}
