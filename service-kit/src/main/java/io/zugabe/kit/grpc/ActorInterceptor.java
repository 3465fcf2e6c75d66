package io.zugabe.kit.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes over who the caller says to be. */
@ApplicationScoped
@GlobalInterceptor
public class ActorInterceptor implements ServerInterceptor {

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        String offered = headers.get(Actor.HEADER);
        Context context = Context.current().withValue(Actor.CURRENT, Actor.accept(offered == null ? "" : offered));
        return Contexts.interceptCall(context, call, headers, next);
    }
}
