package io.zugabe.kit.grpc;

import io.grpc.Context;
import io.grpc.Metadata;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id that follows a request through all services and their logs: metadata {@code x-request-id}. */
public final class RequestIds {

    static final Metadata.Key<String> HEADER = Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);
    static final Context.Key<String> CURRENT = Context.key("x-request-id");

    /** Anything else could forge log lines. */
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");

    private RequestIds() {}

    /** The id of the call that is being served; "none" outside of a call. */
    public static String current() {
        String id = CURRENT.get();
        return id == null ? "none" : id;
    }

    static String acceptOrCreate(String offered) {
        return ACCEPTED.matcher(offered).matches() ? offered : UUID.randomUUID().toString();
    }
}
