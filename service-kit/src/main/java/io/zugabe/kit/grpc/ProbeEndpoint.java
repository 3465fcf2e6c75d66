package io.zugabe.kit.grpc;

import com.google.protobuf.ByteString;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.probe.v1.PingRequest;
import io.zugabe.probe.v1.PingResponse;
import io.zugabe.probe.v1.ProbeService;

/** The no-op call of every service. */
@GrpcService
public class ProbeEndpoint implements ProbeService {

    private static final Uni<PingResponse> PONG = Uni.createFrom().item(PingResponse.getDefaultInstance());
    private static final ByteString FILLER = ByteString.copyFrom(new byte[65_536]);

    @Override
    public Uni<PingResponse> ping(PingRequest request) {
        int wanted = Math.min(request.getReplyBytes(), FILLER.size());
        return wanted <= 0 ? PONG : Uni.createFrom().item(filled(wanted));
    }

    private static PingResponse filled(int wanted) {
        return PingResponse.newBuilder().setFiller(FILLER.substring(0, wanted)).build();
    }
}
