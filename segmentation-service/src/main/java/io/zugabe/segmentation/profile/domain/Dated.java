package io.zugabe.segmentation.profile.domain;

/** What an event said, and when: the later one wins. */
public record Dated<V>(Stamp stamp, V value) {

    Dated<V> later(Dated<V> other) {
        return other.stamp.compareTo(stamp) > 0 ? other : this;
    }
}
