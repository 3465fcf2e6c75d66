package io.zugabe.kit.grpc;

import io.grpc.Context;
import io.grpc.Metadata;
import java.util.regex.Pattern;

/**
 * Who asks, as they say of themselves: metadata {@code x-zugabe-actor}. For audits; nobody verifies it, so
 * nothing may be allowed because of it.
 */
public final class Actor {

    /** Of whom nothing is said. */
    public static final String UNKNOWN = "unknown";

    static final Metadata.Key<String> HEADER = Metadata.Key.of("x-zugabe-actor", Metadata.ASCII_STRING_MARSHALLER);
    static final Context.Key<String> CURRENT = Context.key("x-zugabe-actor");

    /** Printable ASCII, as metadata can carry it. */
    private static final Pattern ACCEPTED = Pattern.compile("[ -~]{1,200}");

    private Actor() {}

    /** Who asks in the call that is being served; {@link #UNKNOWN} if they do not say, or outside of a call. */
    public static String current() {
        String actor = CURRENT.get();
        return actor == null ? UNKNOWN : actor;
    }

    static String accept(String offered) {
        String actor = offered.strip();
        return ACCEPTED.matcher(actor).matches() ? actor : UNKNOWN;
    }
}
