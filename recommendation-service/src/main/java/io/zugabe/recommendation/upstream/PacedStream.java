package io.zugabe.recommendation.upstream;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ClientResponseObserver;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;

/**
 * A stream of another service that sends no faster than it is read. The generated stubs take in
 * whatever arrives; a follower that writes to a database would pile up the whole log in memory.
 */
public final class PacedStream {

    private PacedStream() {}

    /** Opens a stream; cancelling the result cancels the call. */
    public static <Q, R> Multi<R> open(ManagedChannel channel, MethodDescriptor<Q, R> method, Q request) {
        return Multi.createFrom().emitter(emitter -> {
            channel.resetConnectBackoff();
            ClientCalls.asyncServerStreamingCall(
                    channel.newCall(method, CallOptions.DEFAULT), request, new Pacer<Q, R>(emitter));
        });
    }

    private static final class Pacer<Q, R> implements ClientResponseObserver<Q, R> {

        private final MultiEmitter<? super R> emitter;

        Pacer(MultiEmitter<? super R> emitter) {
            this.emitter = emitter;
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<Q> call) {
            call.disableAutoRequestWithInitial(1);
            emitter.onRequest(wanted -> call.request((int) Math.min(wanted, Integer.MAX_VALUE)));
            emitter.onTermination(() -> call.cancel("the follower has stopped listening", null));
        }

        @Override
        public void onNext(R message) {
            emitter.emit(message);
        }

        @Override
        public void onError(Throwable failure) {
            if (!emitter.isCancelled()) {
                emitter.fail(failure);
            }
        }

        @Override
        public void onCompleted() {
            emitter.complete();
        }
    }
}
