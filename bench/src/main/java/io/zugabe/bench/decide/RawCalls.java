package io.zugabe.bench.decide;

import com.google.protobuf.MessageLite;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.KnownLength;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.zugabe.bench.Call;
import io.zugabe.bench.GrpcCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Unary calls whose requests are serialized beforehand and whose replies are read and thrown away: what a client makes of a
 * message would otherwise be measured with the server, on whose processors it runs.
 */
final class RawCalls {

    private static final int DEADLINE_SECONDS = 30;
    private static final MethodDescriptor.Marshaller<byte[]> BYTES = new Bytes();

    private RawCalls() {}

    /** Calls with the requests in turn. */
    static Call of(GrpcCalls calls, MethodDescriptor<?, ?> method, MessageLite... requests) {
        MethodDescriptor<byte[], byte[]> raw = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(method.getFullMethodName())
                .setRequestMarshaller(BYTES)
                .setResponseMarshaller(BYTES)
                .build();
        byte[][] messages = new byte[requests.length][];
        for (int i = 0; i < requests.length; i++) {
            messages[i] = requests[i].toByteArray();
        }
        AtomicInteger next = new AtomicInteger();
        return done -> {
            ClientCall<byte[], byte[]> call = calls.channel()
                    .newCall(raw, CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS));
            call.start(new Listener(done), new Metadata());
            call.request(2);
            call.sendMessage(messages[Integer.remainderUnsigned(next.getAndIncrement(), messages.length)]);
            call.halfClose();
        };
    }

    private static final class Listener extends ClientCall.Listener<byte[]> {

        private final Call.Done done;

        Listener(Call.Done done) {
            this.done = done;
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            @Nullable Throwable failure = status.isOk() ? null : status.asRuntimeException(trailers);
            done.accept(failure);
        }
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

        private static final byte[] NOTHING = new byte[0];

        @Override
        public InputStream stream(byte[] value) {
            return new Known(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                stream.skipNBytes(stream.available());
                return NOTHING;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Known extends ByteArrayInputStream implements KnownLength {
        Known(byte[] value) {
            super(value);
        }
    }
}
