package io.zugabe.recommendation.triggers;

import io.zugabe.recommendation.triggers.domain.Channel;
import java.net.URI;
import java.time.Instant;
import java.util.Set;

/**
 * Where due offers of some channels are sent.
 *
 * @param secret "whsec_" and the base64 of the bytes to sign with
 */
public record Webhook(String id, URI url, String secret, Set<Channel> channels, Instant created) {

    /** Without the secret. */
    @Override
    public String toString() {
        return id + " " + url + " " + channels;
    }
}
