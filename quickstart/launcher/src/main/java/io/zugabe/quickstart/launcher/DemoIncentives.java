package io.zugabe.quickstart.launcher;

import com.google.protobuf.util.JsonFormat;
import com.google.type.Money;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.zugabe.quickstart.demoshop.DemoFile;
import io.zugabe.quickstart.demoshop.DemoShop;
import io.zugabe.recommendation.v1.GetShippingPolicyRequest;
import io.zugabe.recommendation.v1.Incentive;
import io.zugabe.recommendation.v1.IncentiveServiceGrpc;
import io.zugabe.recommendation.v1.PutIncentiveRequest;
import io.zugabe.recommendation.v1.ShippingPolicy;
import io.zugabe.recommendation.v1.UpdateShippingPolicyRequest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Tells the demo shop's incentives and shipping policy through the public API. */
final class DemoIncentives {

    private static final long FREE_FROM = 50;
    private static final long DEADLINE = 30;

    private DemoIncentives() {}

    /** Returns how many, as a text. What is there already stays as it is. */
    static String load(int port) throws IOException {
        ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        try {
            IncentiveServiceGrpc.IncentiveServiceBlockingStub service = IncentiveServiceGrpc.newBlockingStub(channel);
            int put = 0;
            for (DemoFile file : DemoShop.incentives()) {
                for (String line : file.lines()) {
                    put += put(line, service) ? 1 : 0;
                }
            }
            freeShipping(service);
            return put + " incentives, shipping free from " + FREE_FROM + " EUR";
        } finally {
            channel.shutdownNow();
        }
    }

    private static boolean put(String line, IncentiveServiceGrpc.IncentiveServiceBlockingStub service)
            throws IOException {
        Incentive.Builder incentive = Incentive.newBuilder();
        JsonFormat.parser().merge(line, incentive);
        try {
            service.withDeadlineAfter(DEADLINE, TimeUnit.SECONDS)
                    .putIncentive(PutIncentiveRequest.newBuilder()
                            .setIncentive(incentive)
                            .build());
            return true;
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() == Status.Code.ABORTED) {
                return false;
            }
            throw failure;
        }
    }

    private static void freeShipping(IncentiveServiceGrpc.IncentiveServiceBlockingStub service) {
        ShippingPolicy policy = service.withDeadlineAfter(DEADLINE, TimeUnit.SECONDS)
                .getShippingPolicy(GetShippingPolicyRequest.getDefaultInstance())
                .getPolicy();
        if (!policy.hasFreeFrom()) {
            service.withDeadlineAfter(DEADLINE, TimeUnit.SECONDS)
                    .updateShippingPolicy(UpdateShippingPolicyRequest.newBuilder()
                            .setPolicy(policy.toBuilder()
                                    .setFreeFrom(Money.newBuilder()
                                            .setCurrencyCode("EUR")
                                            .setUnits(FREE_FROM)))
                            .build());
        }
    }
}
