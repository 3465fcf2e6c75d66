package io.zugabe.kit.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hands the request id on, says which service asks unless the call says who, and gives every unary call
 * a deadline that has none.
 */
@ApplicationScoped
@GlobalInterceptor
public class OutgoingCallInterceptor implements ClientInterceptor {

    private final Duration deadline;
    private final String service;

    public OutgoingCallInterceptor(
            @ConfigProperty(name = "zugabe.client.deadline", defaultValue = "2s") Duration deadline,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.deadline = deadline;
        this.service = service;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        boolean unbounded = options.getDeadline() == null && method.getType() == MethodDescriptor.MethodType.UNARY;
        CallOptions bounded =
                unbounded ? options.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS) : options;
        return new SimpleForwardingClientCall<>(next.newCall(method, bounded)) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                String id = RequestIds.CURRENT.get();
                headers.put(RequestIds.HEADER, RequestIds.acceptOrCreate(id == null ? "" : id));
                if (!headers.containsKey(Actor.HEADER)) {
                    headers.put(Actor.HEADER, service);
                }
                super.start(listener, headers);
            }
        };
    }
}
