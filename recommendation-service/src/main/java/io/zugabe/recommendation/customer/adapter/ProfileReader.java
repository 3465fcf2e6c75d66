package io.zugabe.recommendation.customer.adapter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.customer.CustomerReader;
import io.zugabe.recommendation.customer.domain.Customer;
import io.zugabe.recommendation.upstream.Upstream;
import io.zugabe.recommendation.upstream.UpstreamConfig;
import io.zugabe.segmentation.v1.GetProfileRequest;
import io.zugabe.segmentation.v1.GetProfileResponse;
import io.zugabe.segmentation.v1.MutinyProfileServiceGrpc;
import io.zugabe.segmentation.v1.MutinyProfileServiceGrpc.MutinyProfileServiceStub;
import io.zugabe.segmentation.v1.Profile;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Reads profiles from Redis, and where Redis has none from the segmentation service within a short
 * deadline. Whoever is new there is remembered as new for a moment, so that a visitor's first clicks
 * do not ask again each time; once there is a profile it lies in Redis and is found first.
 */
@Singleton
public class ProfileReader implements CustomerReader {

    private static final Logger LOG = Logger.getLogger(ProfileReader.class);
    private static final Duration REMEMBER_NEW = Duration.ofSeconds(2);
    private static final long MOST_NEW = 100_000;

    private final StoredProfiles redis;
    private final MutinyProfileServiceStub profiles;
    private final long deadlineMillis;
    private final MeterRegistry metrics;
    private final Cache<String, Customer> newcomers = Caffeine.newBuilder()
            .maximumSize(MOST_NEW)
            .expireAfterWrite(REMEMBER_NEW)
            .build();

    public ProfileReader(StoredProfiles redis, Upstream upstream, UpstreamConfig config, MeterRegistry metrics) {
        this.redis = redis;
        this.profiles = MutinyProfileServiceGrpc.newMutinyStub(upstream.segmentation());
        this.deadlineMillis = config.profileDeadline().toMillis();
        this.metrics = metrics;
    }

    @Override
    public Uni<Customer> read(String customerId, String visitorId) {
        String key = customerId.isEmpty() ? "profile:{v:" + visitorId + "}" : "profile:{" + customerId + "}";
        return redis.find(key)
                .map(ProfileReader::parse)
                .chain(found ->
                        found.isPresent() ? Uni.createFrom().item(found.get()) : ask(key, customerId, visitorId));
    }

    private static Optional<Customer> parse(Optional<byte[]> stored) {
        try {
            return stored.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Customer.Known(ProfileMapping.profile(Profile.parseFrom(stored.get()))));
        } catch (InvalidProtocolBufferException unreadable) {
            LOG.warnf("A profile in Redis cannot be read: %s", unreadable.getMessage());
            return Optional.empty();
        }
    }

    private Uni<Customer> ask(String key, String customerId, String visitorId) {
        Customer remembered = newcomers.getIfPresent(key);
        if (remembered != null) {
            return Uni.createFrom().item(remembered);
        }
        GetProfileRequest request = customerId.isEmpty()
                ? GetProfileRequest.newBuilder().setVisitorId(visitorId).build()
                : GetProfileRequest.newBuilder().setCustomerId(customerId).build();
        return profiles.withDeadlineAfter(deadlineMillis, TimeUnit.MILLISECONDS)
                .getProfile(request)
                .map(ProfileReader::known)
                .onFailure()
                .recoverWithItem(failure -> unknown(key, failure));
    }

    private static Customer known(GetProfileResponse response) {
        return new Customer.Known(ProfileMapping.profile(response.getProfile()));
    }

    private Customer unknown(String key, Throwable failure) {
        if (failure instanceof StatusRuntimeException status
                && status.getStatus().getCode() == Status.Code.NOT_FOUND) {
            Customer newcomer = new Customer.New();
            newcomers.put(key, newcomer);
            return newcomer;
        }
        metrics.counter("zugabe.profile.failures").increment();
        LOG.debugf("A profile could not be read: %s", failure.getMessage());
        return new Customer.Unreadable();
    }
}
