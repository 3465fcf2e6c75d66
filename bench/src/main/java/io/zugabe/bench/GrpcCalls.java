package io.zugabe.bench;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Connections to one server, used in turn. */
public final class GrpcCalls implements AutoCloseable {

    private static final int DEADLINE_SECONDS = 30;

    private final ManagedChannel[] channels;
    private final AtomicInteger next = new AtomicInteger();

    private GrpcCalls(ManagedChannel[] channels) {
        this.channels = channels;
    }

    /** Connects; calls fail while nobody listens. */
    public static GrpcCalls connect(String target, int connections) {
        // answers are handled on the connection's own thread: a hop to another one would be measured too
        return new GrpcCalls(Stream.generate(() -> NettyChannelBuilder.forTarget(target)
                        .usePlaintext()
                        .directExecutor()
                        .build())
                .limit(connections)
                .toArray(ManagedChannel[]::new));
    }

    /** A unary call with a new request each time. */
    public <Q, R> Call unary(MethodDescriptor<Q, R> method, Supplier<Q> requests) {
        return done -> {
            CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
            ClientCalls.asyncUnaryCall(channel().newCall(method, options), requests.get(), new Completion<>(done));
        };
    }

    /** One of the connections, the next at each call. */
    public ManagedChannel channel() {
        return channels[Integer.remainderUnsigned(next.getAndIncrement(), channels.length)];
    }

    @Override
    public void close() {
        for (ManagedChannel channel : channels) {
            channel.shutdownNow();
        }
    }

    private record Completion<R>(Call.Done done) implements StreamObserver<R> {

        @Override
        public void onNext(R response) {}

        @Override
        public void onError(@Nullable Throwable failure) {
            done.accept(failure);
        }

        @Override
        public void onCompleted() {
            done.accept(null);
        }
    }
}
