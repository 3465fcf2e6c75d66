package io.zugabe.segmentation.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.domain.ProfileRead;
import io.zugabe.segmentation.privacy.endpoint.ReadAuditInterceptor;
import io.zugabe.segmentation.v1.ExportCustomerRequest;
import io.zugabe.segmentation.v1.ExportCustomerResponse;
import io.zugabe.segmentation.v1.LoggedEvent;
import io.zugabe.segmentation.v1.PrivacyServiceGrpc;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Proves("C10")
class AuditReadsTest {

    private static final int MOST_WAITING = 50_000;

    private final NotedReads noted = new NotedReads();
    private final AuditReads auditReads = new AuditReads(noted, Clock.systemUTC());
    private final Call call = new Call();

    private static final class NotedReads implements ReadLog {

        private final List<Subject> subjects = new ArrayList<>();
        private final Set<ProfileRead> reads = new HashSet<>();

        @Override
        public Uni<Void> append(Collection<Entry> entries) {
            entries.forEach(entry -> {
                subjects.add(entry.subject());
                reads.add(entry.read());
            });
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<List<Numbered>> list(Set<Subject> of, PageRequest page) {
            throw new UnsupportedOperationException("nobody asks who read");
        }

        @Override
        public Uni<Integer> forgetBefore(Instant time, int most) {
            throw new UnsupportedOperationException("nothing is old");
        }
    }

    /** A call as the network has it. */
    private static final class Call extends ServerCall<ExportCustomerRequest, ExportCustomerResponse> {

        private final List<ExportCustomerResponse> sent = new ArrayList<>();
        private final List<Status.Code> closed = new ArrayList<>();
        private int cancelled;
        private Optional<ServerCall<ExportCustomerRequest, ExportCustomerResponse>> handled = Optional.empty();

        @Override
        public void request(int numMessages) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(ExportCustomerResponse message) {
            sent.add(message);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            closed.add(status.getCode());
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<ExportCustomerRequest, ExportCustomerResponse> getMethodDescriptor() {
            return PrivacyServiceGrpc.getExportCustomerMethod();
        }

        private ServerCall.Listener<ExportCustomerRequest> handle(
                ServerCall<ExportCustomerRequest, ExportCustomerResponse> call, Metadata headers) {
            handled = Optional.of(call);
            return new ServerCall.Listener<>() {
                @Override
                public void onCancel() {
                    cancelled++;
                }
            };
        }

        private void send(String customer) {
            handled.orElseThrow()
                    .sendMessage(ExportCustomerResponse.newBuilder()
                            .setEvent(LoggedEvent.newBuilder().setEvent(Events.view(customer, "lamp")))
                            .build());
        }
    }

    @Test
    void stream_thatNamesSomebodyInEveryMessage_isOneRead() {
        export("c-1");
        IntStream.range(0, 1_000).forEach(i -> call.send(i % 2 == 0 ? "c-1" : "c-2"));
        assertEquals(1_000, call.sent.size());
        auditReads.stop(new ShutdownEvent());
        assertEquals(List.of(Subject.customer("c-1"), Subject.customer("c-2")), noted.subjects);
        assertEquals(1, noted.reads.size());
    }

    @Test
    void stream_thatCannotBeNotedAnyMore_ends() {
        assertTrue(auditReads.note(
                auditReads.begin("anna", "ProfileService/GetProfile"),
                IntStream.range(1, MOST_WAITING)
                        .mapToObj(i -> Subject.customer("other-" + i))
                        .toList()));
        export("c-1");
        call.send("c-1");
        call.send("c-1");
        assertEquals(List.of(), call.closed);
        assertTrue(auditReads.full());
        call.send("c-2");
        call.send("c-1");
        call.handled.orElseThrow().close(Status.OK, new Metadata());
        assertEquals(2, call.sent.size());
        assertEquals(List.of(Status.Code.RESOURCE_EXHAUSTED), call.closed);
        assertEquals(1, call.cancelled);
        auditReads.stop(new ShutdownEvent());
        assertEquals(MOST_WAITING, noted.subjects.size());
    }

    @Test
    void call_whileNothingCanBeNoted_isRefused() {
        assertTrue(auditReads.note(
                auditReads.begin("anna", "ProfileService/GetProfile"),
                IntStream.range(0, MOST_WAITING)
                        .mapToObj(i -> Subject.customer("other-" + i))
                        .toList()));
        export("c-1");
        assertEquals(List.of(Status.Code.RESOURCE_EXHAUSTED), call.closed);
        assertTrue(call.handled.isEmpty());
    }

    private void export(String customer) {
        ReadAuditInterceptor interceptor =
                new ReadAuditInterceptor(auditReads, new FailureTranslator("segmentation.zugabe.io"));
        interceptor
                .interceptCall(call, new Metadata(), call::handle)
                .onMessage(ExportCustomerRequest.newBuilder()
                        .setCustomerId(customer)
                        .build());
    }
}
