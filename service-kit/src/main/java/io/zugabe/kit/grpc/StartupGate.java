package io.zugabe.kit.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GlobalInterceptor;
import io.quarkus.runtime.StartupEvent;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.ZugabeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Refuses calls until the service has started. The gRPC server listens before Flyway and Hibernate are
 * ready: a call in between would find no tables, or make Hibernate wait on an event loop for an answer
 * that only the same event loop could bring, for ever.
 */
@ApplicationScoped
@GlobalInterceptor
public class StartupGate implements ServerInterceptor {

    private static final Duration RETRY = Duration.ofMillis(500);

    private final FailureTranslator failures;
    private volatile boolean open;

    public StartupGate(FailureTranslator failures) {
        this.failures = failures;
    }

    void open(@Observes StartupEvent started) {
        open = true;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (open) {
            return next.startCall(call, headers);
        }
        StatusRuntimeException starting = failures.translate(
                ZugabeException.retryable(KitReason.STARTING, "the service is starting; try again", RETRY));
        Metadata trailers = starting.getTrailers();
        call.close(starting.getStatus(), trailers == null ? new Metadata() : trailers);
        return new ServerCall.Listener<>() {};
    }
}
