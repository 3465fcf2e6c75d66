package io.zugabe.recommendation.customer.adapter;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A single Redis server that is spoken to without encryption.
 *
 * @param greeting the commands that a connection begins with: who we are, which database
 */
record RedisAddress(String host, int port, List<List<String>> greeting) {

    private static final int USUAL_PORT = 6379;

    RedisAddress {
        greeting = List.copyOf(greeting);
    }

    /** Reads {@code redis://[[user]:password@]host[:port][/database]}; empty for anything else. */
    static Optional<RedisAddress> parse(String url) {
        try {
            URI uri = new URI(url);
            if (!"redis".equals(uri.getScheme()) || uri.getHost() == null || uri.getQuery() != null) {
                return Optional.empty();
            }
            List<List<String>> greeting = new ArrayList<>();
            String user = uri.getUserInfo();
            if (user != null) {
                int colon = user.indexOf(':');
                String password = user.substring(colon + 1);
                greeting.add(
                        colon <= 0 ? List.of("AUTH", password) : List.of("AUTH", user.substring(0, colon), password));
            }
            String path = uri.getPath();
            if (path != null && path.length() > 1) {
                greeting.add(List.of("SELECT", path.substring(1)));
            }
            return Optional.of(
                    new RedisAddress(uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort(), greeting));
        } catch (URISyntaxException several) {
            return Optional.empty();
        }
    }
}
