package io.zugabe.kit.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.MDC;

/** Takes over the caller's request id or makes one, logs under it and sends it back in the headers. */
@ApplicationScoped
@GlobalInterceptor
public class RequestIdInterceptor implements ServerInterceptor {

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        String offered = headers.get(RequestIds.HEADER);
        String id = RequestIds.acceptOrCreate(offered == null ? "" : offered);
        MDC.put("requestId", id);
        ServerCall<Q, R> answering = new SimpleForwardingServerCall<>(call) {
            @Override
            public void sendHeaders(Metadata responseHeaders) {
                responseHeaders.put(RequestIds.HEADER, id);
                super.sendHeaders(responseHeaders);
            }
        };
        Context context = Context.current().withValue(RequestIds.CURRENT, id);
        return Contexts.interceptCall(context, answering, headers, next);
    }
}
