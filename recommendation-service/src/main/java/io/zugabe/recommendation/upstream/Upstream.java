package io.zugabe.recommendation.upstream;

import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.quarkus.arc.All;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One channel to each of the other services, spreading calls over all their replicas. Made by hand
 * because a target is one text here (host and port, or a headless service), and because a follower
 * that opens its stream again must not wait for the channel's own pause, which grows to two minutes.
 */
@Singleton
public class Upstream {

    private static final int LARGEST_MESSAGE = 16 * 1024 * 1024;

    private final ManagedChannel catalog;
    private final ManagedChannel segmentation;
    private final ManagedChannel experiment;

    public Upstream(UpstreamConfig config, @All List<ClientInterceptor> interceptors) {
        this.catalog = channel(config.catalogTarget(), interceptors);
        this.segmentation = channel(config.segmentationTarget(), interceptors);
        this.experiment = channel(config.experimentTarget(), interceptors);
    }

    public ManagedChannel catalog() {
        return catalog;
    }

    public ManagedChannel segmentation() {
        return segmentation;
    }

    public ManagedChannel experiment() {
        return experiment;
    }

    @PreDestroy
    void close() throws InterruptedException {
        List<ManagedChannel> channels = List.of(catalog, segmentation, experiment);
        channels.forEach(ManagedChannel::shutdownNow);
        for (ManagedChannel channel : channels) {
            channel.awaitTermination(2, TimeUnit.SECONDS);
        }
    }

    private static ManagedChannel channel(String target, List<ClientInterceptor> interceptors) {
        return Grpc.newChannelBuilder(target, InsecureChannelCredentials.create())
                .defaultLoadBalancingPolicy("round_robin")
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .intercept(interceptors)
                .build();
    }
}
