package io.zugabe.kit.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.probe.v1.PingRequest;
import io.zugabe.probe.v1.PingResponse;
import io.zugabe.probe.v1.ProbeService;

/** The no-op call of every service. */
@GrpcService
public class ProbeEndpoint implements ProbeService {

    private static final Uni<PingResponse> PONG = Uni.createFrom().item(PingResponse.getDefaultInstance());

    @Override
    public Uni<PingResponse> ping(PingRequest request) {
        return PONG;
    }
}
