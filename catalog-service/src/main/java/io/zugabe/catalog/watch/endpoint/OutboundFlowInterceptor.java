package io.zugabe.catalog.watch.endpoint;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Hands the flow control of the connection to the catalog's stream: the stubs ask for everything at once
 * and would buffer a snapshot for a slow follower in memory.
 */
@ApplicationScoped
@GlobalInterceptor
public class OutboundFlowInterceptor implements ServerInterceptor {

    private static final String WATCHED =
            CatalogServiceGrpc.getWatchCatalogMethod().getFullMethodName();

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (!WATCHED.equals(call.getMethodDescriptor().getFullMethodName())) {
            return next.startCall(call, headers);
        }
        OutboundFlow flow = new OutboundFlow(call::isReady);
        Context context = Context.current().withValue(OutboundFlow.CURRENT, flow);
        return new SimpleForwardingServerCallListener<>(Contexts.interceptCall(context, call, headers, next)) {
            @Override
            public void onReady() {
                flow.signal();
                super.onReady();
            }
        };
    }
}
