package io.zugabe.segmentation.privacy.endpoint;

import com.google.protobuf.Descriptors.MethodDescriptor;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.quarkus.grpc.GlobalInterceptor;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.privacy.AuditReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes every answer that says something of a person, whatever call it answers: a call added later is
 * audited from its first day. Excepted is only the log itself, which carries everything to the other
 * services of the same shop, and calls that do not answer with what is known.
 */
@ApplicationScoped
@GlobalInterceptor
public class ReadAuditInterceptor implements ServerInterceptor, Prioritized {

    private static final String PACKAGE = "zugabe.segmentation.v1.";
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Set<String> EXCEPTED =
            Set.of("EventService/PublishEvents", "EventService/Subscribe", "PrivacyService/EraseCustomer");

    private final AuditReads auditReads;
    private final FailureTranslator failures;
    private final Map<String, Optional<Audited>> methods = new ConcurrentHashMap<>();

    public ReadAuditInterceptor(AuditReads auditReads, FailureTranslator failures) {
        this.auditReads = auditReads;
        this.failures = failures;
    }

    /** After the others: who asks is known then. */
    @Override
    public int getPriority() {
        return -1;
    }

    /** A method whose answers are audited. */
    record Audited(String call, SubjectFields request, SubjectFields answer) {}

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        String name = call.getMethodDescriptor().getFullMethodName();
        Optional<Audited> audited = methods.computeIfAbsent(name, each -> audited(each, call));
        return audited.isPresent() ? intercept(audited.get(), call, headers, next) : next.startCall(call, headers);
    }

    private <Q, R> ServerCall.Listener<Q> intercept(
            Audited method, ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        return new AuditedCall<>(call, method, auditReads, Actor.current(), this::full).start(headers, next);
    }

    private StatusRuntimeException full() {
        return failures.translate(ZugabeException.retryable(
                SegmentationReason.AUDIT_OVERLOADED, "more reads wait to be noted than may wait", RETRY));
    }

    private static Optional<Audited> audited(String name, ServerCall<?, ?> call) {
        if (!name.startsWith(PACKAGE)
                || EXCEPTED.contains(name.substring(PACKAGE.length()))
                || !(call.getMethodDescriptor().getSchemaDescriptor()
                        instanceof ProtoMethodDescriptorSupplier schema)) {
            return Optional.empty();
        }
        MethodDescriptor method = schema.getMethodDescriptor();
        SubjectFields request = SubjectFields.of(method.getInputType());
        SubjectFields answer = SubjectFields.of(method.getOutputType());
        return request.isEmpty() && answer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Audited(name.substring(PACKAGE.length()), request, answer));
    }
}
