package io.zugabe.catalog.dispute.endpoint;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** Who makes a call: metadata {@code x-zugabe-actor}, set by the gateway; "unknown" where it is not. */
@ApplicationScoped
@GlobalInterceptor
public class Actor implements ServerInterceptor {

    private static final Metadata.Key<String> HEADER =
            Metadata.Key.of("x-zugabe-actor", Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<String> CURRENT = Context.key("x-zugabe-actor");

    /** Anything else could forge a history. */
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:@/+-]{1,100}");

    /** Who makes the call that is being served. */
    static String current() {
        String actor = CURRENT.get();
        return actor == null ? "unknown" : actor;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        String actor = headers.get(HEADER);
        return actor != null && ACCEPTED.matcher(actor).matches()
                ? Contexts.interceptCall(Context.current().withValue(CURRENT, actor), call, headers, next)
                : next.startCall(call, headers);
    }
}
