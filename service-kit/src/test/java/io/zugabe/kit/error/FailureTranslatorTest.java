package io.zugabe.kit.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FailureTranslatorTest {

    private final FailureTranslator translator = new FailureTranslator("test.zugabe.io");

    @Test
    void invalidFields_becomeBadRequestNamingEach() throws Exception {
        ZugabeException failure = ZugabeException.invalid(List.of(new FieldViolation("id", "is required")));
        StatusRuntimeException translated = translator.translate(failure);
        assertEquals(
                io.grpc.Status.Code.INVALID_ARGUMENT, translated.getStatus().getCode());
        assertEquals(
                "id", detail(translated, BadRequest.class).getFieldViolations(0).getField());
        ErrorInfo info = detail(translated, ErrorInfo.class);
        assertEquals("INVALID_REQUEST", info.getReason());
        assertEquals("test.zugabe.io", info.getDomain());
    }

    @Test
    void expectedFailure_deepInsideOthers_isFound() {
        ZugabeException expected = ZugabeException.of(KitReason.TIMEOUT, "too slow", Map.of());
        StatusRuntimeException translated =
                translator.translate(new CompletionException(new RuntimeException(expected)));
        assertEquals(
                io.grpc.Status.Code.DEADLINE_EXCEEDED, translated.getStatus().getCode());
    }

    @Test
    void storeAway_isUnavailableWithRetryDelay() throws Exception {
        for (Throwable failure : List.of(new ConnectException("refused"), new TimeoutException())) {
            StatusRuntimeException translated = translator.translate(new RuntimeException(failure));
            assertEquals(io.grpc.Status.Code.UNAVAILABLE, translated.getStatus().getCode());
            assertTrue(detail(translated, RetryInfo.class).getRetryDelay().getNanos() > 0);
        }
    }

    @Test
    void defect_isInternalWithoutItsDetails() {
        StatusRuntimeException translated = translator.translate(new IllegalStateException("password=secret"));
        assertEquals(io.grpc.Status.Code.INTERNAL, translated.getStatus().getCode());
        assertFalse(String.valueOf(translated.getStatus().getDescription()).contains("secret"));
    }

    @Test
    void statusOfAnotherService_isPassedOn() {
        StatusRuntimeException other = io.grpc.Status.NOT_FOUND.asRuntimeException();
        assertEquals(other, translator.translate(other));
    }

    private static <T extends Message> T detail(StatusRuntimeException failure, Class<T> type)
            throws InvalidProtocolBufferException {
        Status status = StatusProto.fromThrowable(failure);
        for (Any detail : status.getDetailsList()) {
            if (detail.is(type)) {
                return detail.unpack(type);
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " in " + status);
    }
}
