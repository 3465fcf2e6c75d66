package io.zugabe.kit.error;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/** The one mapping of failures to gRPC: canonical code, {@code ErrorInfo} and what the code calls for. */
public final class GrpcErrors {

    private final String domain;

    /**
     * @param domain as sent in {@code ErrorInfo.domain}, for instance {@code "catalog.zugabe.io"}
     */
    public GrpcErrors(String domain) {
        this.domain = domain;
    }

    /** The failure as it ends a call. */
    public StatusRuntimeException toException(ZugabeException failure) {
        return StatusProto.toStatusRuntimeException(toStatus(failure));
    }

    /** The failure as it stands beside an item of a batch. */
    public Status toStatus(ZugabeException failure) {
        Category category = failure.reason().category();
        Status.Builder status = Status.newBuilder()
                .setCode(category.code().value())
                .setMessage(failure.text())
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setReason(failure.reason().name())
                        .setDomain(domain)
                        .putAllMetadata(failure.metadata())
                        .build()));
        if (!failure.violations().isEmpty()) {
            status.addDetails(Any.pack(badRequest(failure)));
        }
        if (category == Category.FAILED_PRECONDITION) {
            status.addDetails(Any.pack(PreconditionFailure.newBuilder()
                    .addViolations(PreconditionFailure.Violation.newBuilder()
                            .setType(failure.reason().name())
                            .setDescription(failure.text()))
                    .build()));
        }
        failure.retryAfter()
                .ifPresent(after -> status.addDetails(Any.pack(RetryInfo.newBuilder()
                        .setRetryDelay(Duration.newBuilder()
                                .setSeconds(after.toSeconds())
                                .setNanos(after.toNanosPart()))
                        .build())));
        return status.build();
    }

    private static BadRequest badRequest(ZugabeException failure) {
        BadRequest.Builder details = BadRequest.newBuilder();
        for (FieldViolation violation : failure.violations()) {
            details.addFieldViolations(BadRequest.FieldViolation.newBuilder()
                    .setField(violation.field())
                    .setDescription(violation.description()));
        }
        return details.build();
    }
}
