package io.zugabe.kit.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.quarkus.runtime.StartupEvent;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.probe.v1.PingRequest;
import io.zugabe.probe.v1.PingResponse;
import io.zugabe.probe.v1.ProbeServiceGrpc;
import org.junit.jupiter.api.Test;

/** A call that came before Hibernate was ready once made it wait for ever, and the service never started. */
class StartupGateTest {

    private final StartupGate gate = new StartupGate(new FailureTranslator("kit-test.zugabe.io"));

    @Test
    void call_beforeStartup_isRefusedAndMayBeRepeated() {
        assertEquals(Status.Code.UNAVAILABLE, closedWith());
        gate.open(new StartupEvent());
        assertNull(closedWith());
    }

    private Status.Code closedWith() {
        RecordingCall call = new RecordingCall();
        gate.interceptCall(call, new Metadata(), (ignored, headers) -> new ServerCall.Listener<PingRequest>() {});
        return call.closed == null ? null : call.closed.getCode();
    }

    private static final class RecordingCall extends ServerCall<PingRequest, PingResponse> {

        private Status closed;

        @Override
        public void close(Status status, Metadata trailers) {
            closed = status;
        }

        @Override
        public void request(int messages) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(PingResponse message) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<PingRequest, PingResponse> getMethodDescriptor() {
            return ProbeServiceGrpc.getPingMethod();
        }
    }
}
