package io.zugabe.deploy.image;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.Iterator;

/** The question of grpc.health.v1 to a server on the loopback interface, as the kubelet's gRPC probe asks it. */
final class HealthQuestion implements AutoCloseable {

    private final ManagedChannel channel;

    HealthQuestion(int port) {
        this.channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    /** Watches the health of the whole server until it serves; false if it does not within the time. */
    boolean servesWithin(Duration patience) {
        try {
            Iterator<HealthCheckResponse> answers = HealthGrpc.newBlockingStub(channel)
                    .withWaitForReady()
                    .withDeadlineAfter(patience)
                    .watch(HealthCheckRequest.getDefaultInstance());
            while (answers.hasNext()) {
                if (answers.next().getStatus() == ServingStatus.SERVING) {
                    return true;
                }
            }
            return false;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    /** What one call of {@code Check} answers. */
    ServingStatus check(Duration deadline) {
        return HealthGrpc.newBlockingStub(channel)
                .withDeadlineAfter(deadline)
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus();
    }

    /** Gives up at once: a question under way is answered with false. */
    void abandon() {
        channel.shutdownNow();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
