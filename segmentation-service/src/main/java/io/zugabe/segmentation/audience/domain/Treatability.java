package io.zugabe.segmentation.audience.domain;

import java.util.Set;

/**
 * What the treatment policy says of a customer, as far as a target group needs it.
 *
 * @param known false if it was not assessed yet
 * @param channels allowed, as {@link Channel#word}; empty for all
 */
public record Treatability(boolean known, boolean allowed, Set<String> channels) {

    /** Not assessed yet. */
    public static final Treatability UNKNOWN = new Treatability(false, false, Set.of());

    public Treatability {
        channels = Set.copyOf(channels);
    }

    boolean allows(Channel channel) {
        return allowed && (channels.isEmpty() || channels.contains(channel.word()));
    }
}
