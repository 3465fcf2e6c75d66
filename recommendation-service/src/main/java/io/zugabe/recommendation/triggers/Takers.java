package io.zugabe.recommendation.triggers;

import io.zugabe.recommendation.triggers.domain.Channel;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who takes due offers in this replica: webhooks, and subscribers for the channels that no webhook has. */
@Singleton
public class Takers {

    /** Most subscribers of this replica. */
    public static final int MOST = 100;

    private final List<Taker> subscribers = new CopyOnWriteArrayList<>();
    private volatile List<Taker> webhooks = List.of();

    /** Adds a subscriber; false if there are too many. */
    public synchronized boolean add(Taker subscriber) {
        return subscribers.size() < MOST && subscribers.add(subscriber);
    }

    public void remove(Taker subscriber) {
        subscribers.remove(subscriber);
    }

    /** Replaces the webhooks. */
    public void webhooks(List<? extends Taker> now) {
        webhooks = List.copyOf(now);
    }

    /** Who has room, in an order of chance so that subscribers share the work, with the channels to serve. */
    List<Served> ready() {
        Set<Channel> taken = EnumSet.noneOf(Channel.class);
        List<Served> ready = new ArrayList<>();
        for (Taker webhook : webhooks) {
            taken.addAll(webhook.channels());
            addIfReady(webhook, webhook.channels(), ready);
        }
        List<Taker> shuffled = new ArrayList<>(subscribers);
        Collections.shuffle(shuffled);
        for (Taker subscriber : shuffled) {
            Set<Channel> channels = EnumSet.noneOf(Channel.class);
            channels.addAll(subscriber.channels());
            channels.removeAll(taken);
            addIfReady(subscriber, channels, ready);
        }
        return ready;
    }

    private static void addIfReady(Taker taker, Set<Channel> channels, List<Served> ready) {
        int room = taker.room();
        if (room > 0 && !channels.isEmpty()) {
            ready.add(new Served(taker, channels, room));
        }
    }

    /** A taker with the channels that it is to be served by now. */
    record Served(Taker taker, Set<Channel> channels, int room) {}
}
