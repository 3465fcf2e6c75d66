package io.zugabe.recommendation.triggers.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which timers a history leads to, found by looking at all of it again and again: slow and plain. */
final class NaiveTimers {

    static final Uses USES = new Uses() {
        @Override
        public Set<Duration> spans(String product) {
            return product.equals("camera") ? Set.of(Duration.ofDays(7)) : Set.of();
        }

        @Override
        public boolean consumable(String product) {
            return product.equals("ink");
        }
    };

    private NaiveTimers() {}

    static Triggers allEnabled() {
        return new Triggers(Arrays.stream(TriggerKind.values())
                .map(TriggerKind::usual)
                .map(usual -> new Trigger(usual.kind(), true, usual.delay(), usual.patience(), usual.channel(), 1))
                .toList());
    }

    static Map<Timer.Key, Timer> of(List<Happening> history, Triggers triggers) {
        Map<Timer.Key, Timer> timers = new HashMap<>();
        cart(history, triggers, timers);
        for (int place = 0; place < history.size(); place++) {
            List<Happening> later = history.subList(place + 1, history.size());
            if (history.get(place) instanceof Happening.Bought order) {
                bought(order, later, triggers, timers);
            }
            if (history.get(place) instanceof Happening.Added added) {
                added.units().keySet().forEach(product -> item(product, added, history, later, triggers, timers));
            }
        }
        return timers;
    }

    private static void cart(List<Happening> history, Triggers triggers, Map<Timer.Key, Timer> timers) {
        Map<String, Long> cart = contents(history);
        Instant changed = latest(history, Happening.Added.class, Happening.Removed.class);
        Instant bought = latest(history, Happening.Bought.class, Happening.Bought.class);
        boolean withdrawn = changedAfterLastWithdrawal(history);
        if (!cart.isEmpty() && changed.isAfter(bought) && withdrawn) {
            put(triggers, TriggerKind.CART_LEFT_BEHIND, "", List.copyOf(cart.keySet()), changed, Duration.ZERO, timers);
        }
    }

    /** Whether what lies in the cart, or when that changed, was touched since consent to e-mail was last withdrawn. */
    private static boolean changedAfterLastWithdrawal(List<Happening> history) {
        for (int place = history.size() - 1; place >= 0; place--) {
            List<Happening> before = history.subList(0, place);
            List<Happening> upTo = history.subList(0, place + 1);
            if (history.get(place) instanceof Happening.Withdrawn) {
                return false;
            }
            if (!contents(before).equals(contents(upTo)) || !times(before).equals(times(upTo))) {
                return true;
            }
        }
        return false;
    }

    private static List<Instant> times(List<Happening> history) {
        return List.of(
                latest(history, Happening.Added.class, Happening.Removed.class),
                latest(history, Happening.Bought.class, Happening.Bought.class));
    }

    private static Map<String, Long> contents(List<Happening> history) {
        Map<String, Long> cart = new TreeMap<>();
        for (Happening happening : history) {
            switch (happening) {
                case Happening.Added added ->
                    added.units().forEach((product, units) -> cart.merge(product, units, Long::sum));
                case Happening.Removed removed -> take(removed.units(), cart);
                case Happening.Bought order -> take(order.units(), cart);
                case Happening.Returned ignored -> {}
                case Happening.Withdrawn ignored -> {}
                case Happening.Joined ignored -> {}
            }
        }
        return cart;
    }

    private static void take(Map<String, Long> units, Map<String, Long> cart) {
        units.forEach((product, count) -> {
            long rest = cart.getOrDefault(product, 0L) - count;
            if (rest > 0) {
                cart.put(product, rest);
            } else {
                cart.remove(product);
            }
        });
    }

    private static Instant latest(List<Happening> history, Class<?> one, Class<?> other) {
        return history.stream()
                .filter(happening -> one.isInstance(happening) || other.isInstance(happening))
                .map(Happening::time)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** An item waits as long as it lay in the cart at every step since, and no later order was told since. */
    private static void item(
            String product,
            Happening.Added added,
            List<Happening> history,
            List<Happening> later,
            Triggers triggers,
            Map<Timer.Key, Timer> timers) {
        int place = history.size() - later.size();
        boolean stays = true;
        for (int end = place; end <= history.size(); end++) {
            stays &= contents(history.subList(0, end)).containsKey(product);
        }
        boolean orderedSince = later.stream()
                .anyMatch(each ->
                        each instanceof Happening.Bought order && !order.time().isBefore(added.time()));
        if (stays && !orderedSince) {
            put(triggers, TriggerKind.ITEM_IN_CART, product, List.of(product), added.time(), Duration.ZERO, timers);
        }
    }

    private static void bought(
            Happening.Bought order, List<Happening> later, Triggers triggers, Map<Timer.Key, Timer> timers) {
        List<String> kept =
                new ArrayList<>(order.units().keySet().stream().sorted().toList());
        for (Happening each : later) {
            if (each instanceof Happening.Returned back && !back.time().isBefore(order.time())) {
                kept.removeAll(back.units().keySet());
            }
        }
        if (!kept.isEmpty()) {
            put(triggers, TriggerKind.PURCHASE, order.order(), kept, order.time(), Duration.ZERO, timers);
        }
        boolean withdrawn = later.stream().anyMatch(Happening.Withdrawn.class::isInstance);
        for (String product : withdrawn ? List.<String>of() : kept) {
            for (Duration use : USES.spans(product)) {
                String object = product + " " + use;
                put(triggers, TriggerKind.FOLLOW_UP, object, List.of(product), order.time(), use, timers);
            }
            if (USES.consumable(product)) {
                put(
                        triggers,
                        TriggerKind.REPLENISHMENT,
                        product,
                        List.of(product),
                        order.time(),
                        Duration.ZERO,
                        timers);
            }
        }
    }

    private static void put(
            Triggers triggers,
            TriggerKind kind,
            String object,
            List<String> anchors,
            Instant cause,
            Duration use,
            Map<Timer.Key, Timer> timers) {
        Timer timer = Timer.started(triggers.of(kind), object, anchors, cause, use);
        timers.merge(timer.key(), timer, (one, other) -> one.cause().isAfter(other.cause()) ? one : other);
    }
}
