package io.zugabe.recommendation.triggers.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A person's cart and timers, and how what they do changes both. In the order of the log; events that come
 * late are taken by their own time, so an order that is told before what was put in the cart earlier still
 * means that nothing was left behind.
 *
 * @param timers those that are pending
 */
public record Person(Cart cart, Map<Timer.Key, Timer> timers) {

    public static final Person NEW = new Person(Cart.EMPTY, Map.of());

    private static final String CART = "";

    public Person {
        timers = Map.copyOf(timers);
    }

    /** The person after something happened. */
    public Person after(Happening happening, Triggers triggers, Uses uses) {
        Map<Timer.Key, Timer> now = new HashMap<>(timers);
        Cart changed = switch (happening) {
            case Happening.Added added -> {
                added.units().keySet().forEach(product -> itemInCart(product, added, triggers, now));
                yield cart.add(added.units(), added.time());
            }
            case Happening.Removed removed -> cart.remove(removed.units(), removed.time());
            case Happening.Bought order -> {
                bought(order, triggers, uses, now);
                yield cart.buy(order.units(), order.time());
            }
            case Happening.Returned back -> {
                returned(back, now);
                yield cart;
            }
            case Happening.Joined ignored -> cart; // see joinedBy
            case Happening.Withdrawn consent -> {
                now.values()
                        .removeIf(timer -> timer.channel()
                                .purpose()
                                .filter(consent.purpose()::equals)
                                .isPresent());
                yield cart;
            }
        };
        if (!changed.equals(cart)) {
            cartLeft(changed, triggers, now);
        }
        return new Person(changed, now);
    }

    /**
     * The person with what somebody had who turned out to be the same: what lay in the other cart, unless the person has
     * ordered since, and all timers. Of two about one thing the later cause counts.
     */
    Person joinedBy(Person other, Triggers triggers) {
        Cart joined = cart.with(other.cart());
        Map<Timer.Key, Timer> both = new HashMap<>(timers);
        other.timers().values().stream()
                .filter(timer -> timer.key().kind() != TriggerKind.CART_LEFT_BEHIND)
                .forEach(timer -> merge(timer, both));
        if (!joined.equals(cart)) {
            cartLeft(joined, triggers, both);
        }
        return new Person(joined, both);
    }

    private static void itemInCart(
            String product, Happening.Added added, Triggers triggers, Map<Timer.Key, Timer> timers) {
        Trigger trigger = triggers.of(TriggerKind.ITEM_IN_CART);
        start(Timer.started(trigger, product, List.of(product), added.time(), Duration.ZERO), trigger, timers);
    }

    /** The timer of the cart as it is now; and none of products that do not lie in it any more. */
    private static void cartLeft(Cart cart, Triggers triggers, Map<Timer.Key, Timer> timers) {
        Trigger trigger = triggers.of(TriggerKind.CART_LEFT_BEHIND);
        timers.remove(new Timer.Key(TriggerKind.CART_LEFT_BEHIND, CART));
        if (cart.isLeft()) {
            start(Timer.started(trigger, CART, cart.products(), cart.changed(), Duration.ZERO), trigger, timers);
        }
        timers.keySet()
                .removeIf(key ->
                        key.kind() == TriggerKind.ITEM_IN_CART && !cart.units().containsKey(key.object()));
    }

    private static void bought(Happening.Bought order, Triggers triggers, Uses uses, Map<Timer.Key, Timer> timers) {
        timers.values()
                .removeIf(timer -> timer.key().kind() == TriggerKind.ITEM_IN_CART
                        && !timer.cause().isAfter(order.time()));
        List<String> products = order.units().keySet().stream().sorted().toList();
        Trigger purchase = triggers.of(TriggerKind.PURCHASE);
        start(Timer.started(purchase, order.order(), products, order.time(), Duration.ZERO), purchase, timers);
        Trigger followUp = triggers.of(TriggerKind.FOLLOW_UP);
        Trigger replenish = triggers.of(TriggerKind.REPLENISHMENT);
        for (String product : products) {
            List<String> anchor = List.of(product);
            for (Duration use : uses.spans(product)) {
                start(Timer.started(followUp, product + " " + use, anchor, order.time(), use), followUp, timers);
            }
            if (uses.consumable(product)) {
                start(Timer.started(replenish, product, anchor, order.time(), Duration.ZERO), replenish, timers);
            }
        }
    }

    /** What came back is not in use, and what was ordered before it came back is done with. */
    private static void returned(Happening.Returned back, Map<Timer.Key, Timer> timers) {
        for (Timer timer : List.copyOf(timers.values())) {
            boolean concerned = switch (timer.key().kind()) {
                case PURCHASE, FOLLOW_UP, REPLENISHMENT -> !timer.cause().isAfter(back.time());
                case CART_LEFT_BEHIND, ITEM_IN_CART, CAMPAIGN -> false;
            };
            List<String> kept = new ArrayList<>(timer.anchors());
            if (concerned && kept.removeAll(back.units().keySet())) {
                if (kept.isEmpty()) {
                    timers.remove(timer.key());
                } else {
                    timers.put(timer.key(), timer.withAnchors(kept));
                }
            }
        }
    }

    /** Starts a timer, or starts it anew, unless a later cause has done so. */
    private static void start(Timer timer, Trigger trigger, Map<Timer.Key, Timer> timers) {
        if (trigger.enabled()) {
            merge(timer, timers);
        }
    }

    private static void merge(Timer timer, Map<Timer.Key, Timer> timers) {
        timers.merge(timer.key(), timer, (before, now) -> before.cause().isAfter(now.cause()) ? before : now);
    }
}
