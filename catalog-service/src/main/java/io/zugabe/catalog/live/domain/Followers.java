package io.zugabe.catalog.live.domain;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who follow the catalog at this moment. */
final class Followers {

    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    Follower add(int capacity) {
        Follower follower = new Follower(capacity);
        followers.add(follower);
        return follower;
    }

    void remove(Follower follower) {
        followers.remove(follower);
    }

    void tell(List<LiveEvent> events) {
        for (Follower follower : followers) {
            events.forEach(follower::tell);
        }
    }
}
