package io.zugabe.kit.error;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Turns whatever a call failed with into a gRPC status. Expected failures say what to do; failures to
 * reach a store become UNAVAILABLE with a retry delay; everything else is logged and becomes INTERNAL
 * without its details.
 */
@ApplicationScoped
public class FailureTranslator implements ExceptionHandlerProvider {

    private static final Logger LOG = Logger.getLogger(FailureTranslator.class);
    private static final Duration STORE_RETRY = Duration.ofMillis(500);
    private static final int DEEPEST_CAUSE = 10;

    private final GrpcErrors errors;

    public FailureTranslator(@ConfigProperty(name = "zugabe.error-domain") String domain) {
        this.errors = new GrpcErrors(domain);
    }

    /** The mapping of expected failures, for items of a batch. */
    public GrpcErrors errors() {
        return errors;
    }

    @Override
    public <Q, R> ExceptionHandler<Q, R> createHandler(
            ServerCall.Listener<Q> listener, ServerCall<Q, R> call, Metadata metadata) {
        return new ClosingHandler<>(listener, call, metadata);
    }

    @Override
    public Throwable transform(Throwable failure) {
        return translate(failure);
    }

    /** The failure as it ends a call. */
    public StatusRuntimeException translate(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof ZugabeException expected) {
                return errors.toException(expected);
            }
            if (cause instanceof StatusRuntimeException status) {
                return status;
            }
            if (cause instanceof StatusException status) {
                return new StatusRuntimeException(status.getStatus(), status.getTrailers());
            }
            if (cause instanceof ClosedConnectionException || cause instanceof IOException || isShuttingDown(cause)) {
                LOG.warnf("A store is away: %s", cause.getMessage());
                return errors.toException(ZugabeException.retryable(
                        KitReason.STORE_UNAVAILABLE, "a store that this call needs is away; try again", STORE_RETRY));
            }
            if (cause instanceof TimeoutException || isPoolTimeout(cause)) {
                return errors.toException(ZugabeException.retryable(
                        KitReason.STORE_UNAVAILABLE, "a store did not answer in time; try again", STORE_RETRY));
            }
            cause = cause.getCause();
        }
        LOG.error("A call failed unexpectedly", failure);
        return errors.toException(
                ZugabeException.of(KitReason.INTERNAL_ERROR, "the service failed; its log has the details", Map.of()));
    }

    /** PostgreSQL going down, coming up (class 57P) or out of connections (class 53). */
    private static boolean isShuttingDown(Throwable cause) {
        return cause instanceof PgException database
                && database.getSqlState() != null
                && (database.getSqlState().startsWith("57P")
                        || database.getSqlState().startsWith("53"));
    }

    /** Vert.x reports a full or dead connection pool by a bare throwable with this text and no type of its own. */
    private static boolean isPoolTimeout(Throwable cause) {
        return "io.vertx.core.impl.NoStackTraceThrowable"
                        .equals(cause.getClass().getName())
                && "Timeout".equals(cause.getMessage());
    }

    private final class ClosingHandler<Q, R> extends ExceptionHandler<Q, R> {

        ClosingHandler(ServerCall.Listener<Q> listener, ServerCall<Q, R> call, Metadata metadata) {
            super(listener, call, metadata);
        }

        @Override
        protected void handleException(Throwable failure, ServerCall<Q, R> call, Metadata metadata) {
            StatusRuntimeException translated = translate(failure);
            Metadata trailers = translated.getTrailers();
            Status status = translated.getStatus();
            call.close(status, trailers == null ? new Metadata() : trailers);
        }
    }
}
