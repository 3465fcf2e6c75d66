package io.zugabe.quickstart.demoshop;

import io.zugabe.quickstart.demoshop.ShopEvent.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes down what happens in one mission, visit by visit, and gives each event its id. */
final class Diary {

    private static final int EARLIEST = 6 * 3600 + 1800;
    private static final int LATEST = 23 * 3600;

    private final Mission mission;
    private final SimulatedYear year;
    private final Odds odds;
    private final String customer;
    private final String key;
    private final List<ShopEvent> events = new ArrayList<>();
    private Instant now;
    private String session = "";
    private String channel = "web";
    private int sessions;
    private int orders;
    private int cases;

    Diary(Mission mission, String customer, SimulatedYear year, Odds odds) {
        this.mission = mission;
        this.year = year;
        this.odds = odds;
        this.customer = customer;
        this.key = customer.substring(customer.indexOf('-') + 1) + "-" + padded(mission.number(), 2);
        this.now = year.midnight(mission.day());
    }

    /** Begins a visit so many days after the mission began, at an hour when people are awake. */
    void visit(int day) {
        double hour = odds.happens(0.3) ? odds.normal(12.5, 1, 11, 14) : odds.normal(19, 2.5, 7, 22.5);
        long second = Math.clamp(Math.round(hour * 3600), EARLIEST, LATEST);
        now = year.midnight(mission.day() + day).plusSeconds(second);
        session = "s-" + key + "-" + ++sessions;
        channel = odds.happens(0.35) ? "app" : "web";
    }

    /** Notes what happens next in the visit, some time after what came before. */
    void note(What what) {
        now = now.plusSeconds(1 + Math.round(odds.around(45, 0.8)));
        add(now, session, channel, what);
    }

    /** Notes what happens outside of visits. */
    void note(Instant time, String where, What what) {
        add(time, "", where, what);
    }

    private void add(Instant time, String visit, String where, What what) {
        String id = "e-" + key + "-" + padded(events.size() + 1, 3);
        events.add(new ShopEvent(id, time, customer, visit, where, what));
    }

    Instant now() {
        return now;
    }

    String nextOrder() {
        return "o-" + key + "-" + ++orders;
    }

    String nextCase() {
        return "k-" + key + "-" + ++cases;
    }

    /** What was noted, in order of time. */
    List<ShopEvent> events() {
        events.sort(Comparator.comparing(ShopEvent::time)); // stable: what happened at once stays in order
        return events;
    }

    static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
