package io.zugabe.recommendation.upstream.adapter;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.Set;

/** What was read so far comes from a log that is gone. */
public final class LogReplacedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Set<String> REASONS = Set.of("LOG_REPLACED", "POSITION_BEYOND_END");

    public LogReplacedException(String message) {
        super(message);
    }

    private LogReplacedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A refusal of the log as it is meant; other failures as they are. */
    public static Throwable told(Throwable failure) {
        Status status = StatusProto.fromThrowable(failure);
        if (status == null || status.getCode() != io.grpc.Status.Code.FAILED_PRECONDITION.value()) {
            return failure;
        }
        return status.getDetailsList().stream().anyMatch(LogReplacedException::saysSo)
                ? new LogReplacedException(status.getMessage(), failure)
                : failure;
    }

    private static boolean saysSo(Any detail) {
        try {
            return detail.is(ErrorInfo.class)
                    && REASONS.contains(detail.unpack(ErrorInfo.class).getReason());
        } catch (InvalidProtocolBufferException unreadable) {
            return false;
        }
    }
}
