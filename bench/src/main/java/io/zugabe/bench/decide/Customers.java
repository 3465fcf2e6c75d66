package io.zugabe.bench.decide;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.zugabe.bench.Bench;
import io.zugabe.bench.fit.SyntheticCatalog;
import io.zugabe.segmentation.v1.ActivityCounters;
import io.zugabe.segmentation.v1.Assessment;
import io.zugabe.segmentation.v1.Lifecycle;
import io.zugabe.segmentation.v1.OwnedProduct;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.QuietProduct;
import io.zugabe.segmentation.v1.RecentProduct;
import io.zugabe.segmentation.v1.RfmCell;
import io.zugabe.segmentation.v1.SegmentMembership;
import io.zugabe.segmentation.v1.ServiceHistory;
import io.zugabe.segmentation.v1.TradeCounters;
import io.zugabe.segmentation.v1.Treatment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/** Customers and their profiles in Redis, as segmentation-service keeps them: the version in eight bytes, then the message. */
final class Customers {

    private static final long SEED = 31;
    private static final int DAY = 86_400;
    private static final byte[] SET = RedisConnection.bytes("SET");

    private final SyntheticCatalog catalog;
    private final BestSellers bestSellers;
    private final int size;
    private final long now = Instant.now().getEpochSecond();

    Customers(SyntheticCatalog catalog, BestSellers bestSellers, int size) {
        this.catalog = catalog;
        this.bestSellers = bestSellers;
        this.size = size;
    }

    int size() {
        return size;
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "customer-%07d", number);
    }

    /** Stores all of them. */
    void store(int port) throws IOException {
        long bytes = 0;
        try (RedisConnection redis = new RedisConnection(port)) {
            redis.send(bytes("CONFIG"), bytes("SET"), bytes("maxmemory"), bytes("6gb"));
            for (int number = 0; number < size; number++) {
                byte[] message = profile(number).toByteArray();
                bytes += message.length;
                byte[] stored = ByteBuffer.allocate(Long.BYTES + message.length)
                        .putLong(number + 1L)
                        .put(message)
                        .array();
                redis.send(SET, bytes("profile:{" + id(number) + "}"), stored);
            }
            redis.await();
        }
        Bench.say("%,d profiles in Redis, %,d bytes each", size, bytes / size);
    }

    private static byte[] bytes(String text) {
        return RedisConnection.bytes(text);
    }

    private Profile profile(int number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        Profile.Builder profile = Profile.newBuilder()
                .setSubjectId(id(number))
                .setVersion(number + 1L)
                .setRevision(number + 1L)
                .setFirstEventTime(daysAgo(400 + random.nextInt(400)))
                .setLastEventTime(daysAgo(random.nextInt(30)))
                .setActivity(ActivityCounters.newBuilder()
                        .setViews(random.nextInt(300))
                        .setSearches(random.nextInt(40))
                        .setCartAdditions(random.nextInt(30)))
                .setTrade(TradeCounters.newBuilder()
                        .setOrders(random.nextInt(12))
                        .setUnits(random.nextInt(30))
                        .setGrossSales(euros(random.nextInt(2_000)))
                        .setFirstOrderTime(daysAgo(500))
                        .setLastOrderTime(daysAgo(random.nextInt(60))))
                .setNewsletter(random.nextBoolean())
                .putConsents("email", random.nextInt(4) > 0);
        for (int i = random.nextInt(7); i >= 0; i--) {
            profile.addProducts(OwnedProduct.newBuilder()
                    .setProductId(SyntheticCatalog.id(any(random)))
                    .setUnits(1)
                    .setOrders(1)
                    .setLastPurchaseUnits(1)
                    .setLastPurchaseTime(daysAgo(1 + random.nextInt(300))));
        }
        for (int i = random.nextInt(5); i >= 0; i--) {
            profile.addRecentProducts(RecentProduct.newBuilder()
                    .setProductId(SyntheticCatalog.id(any(random)))
                    .setLastTime(Timestamp.newBuilder().setSeconds(now - random.nextInt(3_600)))
                    .setInCart(random.nextInt(4) == 0));
        }
        if (random.nextInt(3) == 0) {
            profile.setService(ServiceHistory.newBuilder()
                    .setCases(1)
                    .setLastOpenedTime(daysAgo(40))
                    .setLastResolvedTime(daysAgo(35)));
        }
        return profile.setAssessment(assessment(random)).build();
    }

    private Assessment assessment(SplittableRandom random) {
        Treatment.Builder treatment = Treatment.newBuilder().setAllowed(true).setPolicyVersion(3);
        if (random.nextInt(10) == 0) {
            treatment.setPriceCeiling(euros(20 + random.nextInt(100))).addReasonCodes("SPENDING_LIMITER");
        }
        if (random.nextInt(10) == 0) {
            treatment.addQuietProducts(QuietProduct.newBuilder()
                    .setProductId(SyntheticCatalog.id(any(random)))
                    .setUntilTime(Timestamp.newBuilder().setSeconds(now + 30L * DAY))
                    .setReasonCode("DISMISSED"));
        }
        return Assessment.newBuilder()
                .setAssessTime(daysAgo(1))
                .setLifecycle(Lifecycle.LIFECYCLE_ACTIVE)
                .setRfm(RfmCell.newBuilder()
                        .setRecency(1 + random.nextInt(5))
                        .setFrequency(1 + random.nextInt(5))
                        .setMonetary(1 + random.nextInt(5)))
                .addSegments(SegmentMembership.newBuilder()
                        .setSegmentId("active")
                        .setSegmentVersion(1)
                        .setSinceTime(daysAgo(20)))
                .setTreatment(treatment)
                .build();
    }

    /** What customers look at: one product in two is a best seller. */
    private int any(SplittableRandom random) {
        return random.nextBoolean() ? bestSellers.any(random) : random.nextInt(catalog.size());
    }

    private static Money.Builder euros(int units) {
        return Money.newBuilder().setCurrencyCode("EUR").setUnits(units);
    }

    private Timestamp.Builder daysAgo(int days) {
        return Timestamp.newBuilder().setSeconds(now - (long) days * DAY);
    }
}
