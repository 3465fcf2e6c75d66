package io.zugabe.segmentation.privacy.endpoint;

import com.google.protobuf.Message;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.AuditReads;
import io.zugabe.segmentation.privacy.domain.ProfileRead;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A call that notes whom its answers are about before they are sent, everybody once. An answer that
 * cannot be noted is not sent; the call ends instead.
 */
final class AuditedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {

    /** Of so many people a stream remembers that they are noted; beyond that some are noted again. */
    private static final int MOST_REMEMBERED = 10_000;

    private final ReadAuditInterceptor.Audited method;
    private final AuditReads auditReads;
    private final ProfileRead read;
    private final Supplier<StatusRuntimeException> full;
    private final Set<Subject> asked = new HashSet<>();
    private final Set<Subject> noted = new HashSet<>();
    private ServerCall.Listener<Q> handler = new ServerCall.Listener<>() {};
    private boolean ended;

    /**
     * @param full what the call ends with if too many reads wait to be noted
     */
    AuditedCall(
            ServerCall<Q, R> call,
            ReadAuditInterceptor.Audited method,
            AuditReads auditReads,
            String actor,
            Supplier<StatusRuntimeException> full) {
        super(call);
        this.method = method;
        this.auditReads = auditReads;
        this.read = auditReads.begin(actor, method.call());
        this.full = full;
    }

    ServerCall.Listener<Q> start(Metadata headers, ServerCallHandler<Q, R> next) {
        if (auditReads.full()) {
            end();
            return handler;
        }
        handler = next.startCall(this, headers);
        return new SimpleForwardingServerCallListener<>(handler) {
            @Override
            public void onMessage(Q request) {
                method.request().collect((Message) request, asked);
                super.onMessage(request);
            }
        };
    }

    @Override
    public void sendMessage(R answer) {
        if (ended) {
            return;
        }
        Set<Subject> people = new HashSet<>(asked);
        method.answer().collect((Message) answer, people);
        people.removeAll(noted);
        if (people.isEmpty() || note(people)) {
            super.sendMessage(answer);
        } else {
            end();
        }
    }

    /** What was ended here has its status already. */
    @Override
    public void close(Status status, Metadata trailers) {
        if (!ended) {
            super.close(status, trailers);
        }
    }

    private boolean note(Set<Subject> people) {
        if (!auditReads.note(read, people)) {
            return false;
        }
        if (noted.size() + people.size() > MOST_REMEMBERED) {
            noted.clear();
        }
        noted.addAll(people);
        return true;
    }

    /** Whoever produces answers learns that nobody takes them any more. */
    private void end() {
        ended = true;
        StatusRuntimeException refusal = full.get();
        Metadata trailers = refusal.getTrailers();
        super.close(refusal.getStatus(), trailers == null ? new Metadata() : trailers);
        handler.onCancel();
    }
}
