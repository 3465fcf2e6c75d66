package io.zugabe.segmentation.profile.adapter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.zugabe.kit.cache.VersionedCache;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.assessment.ProfileCache;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is no profile stands in no profile's way. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
class ForeignRedisValueTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    ProfileCache profiles;

    @Inject
    VersionedCache cache;

    @Inject
    Redis redis;

    private final Subject subject = Subject.customer(Events.unique("c"));
    private final String key = "profile:{" + subject.key() + "}";

    @Test
    void text_thatLooksNewer_isOverwritten() throws InvalidProtocolBufferException {
        redis(Request.cmd(Command.SET).arg(key).arg("zzzzzzzz is what somebody else put here"));
        assertEquals(List.of(), write(7));
        assertEquals(7, stored().getVersion());
    }

    @Test
    void text_asLongAsAVersion_isOverwritten() throws InvalidProtocolBufferException {
        redis(Request.cmd(Command.SET).arg(key).arg("zzzzzzzz"));
        assertEquals(List.of(), write(7));
        assertEquals(7, stored().getVersion());
    }

    @Test
    void value_thatIsNoString_isOverwritten() throws InvalidProtocolBufferException {
        redis(Request.cmd(Command.RPUSH).arg(key).arg("an").arg("entry"));
        assertEquals(List.of(), write(7));
        assertEquals(7, stored().getVersion());
    }

    @Test
    void profile_ofAnotherCustomer_isOverwritten() throws InvalidProtocolBufferException {
        byte[] other = io.zugabe.segmentation.v1.Profile.newBuilder()
                .setSubjectId("c-other")
                .setVersion(99)
                .build()
                .toByteArray();
        assertTrue(get(cache.put(key, 99, other, DAY)));
        assertEquals(List.of(), write(7));
        assertEquals(subject.id(), stored().getSubjectId());
    }

    @Test
    void profile_thatIsNewer_stays() {
        byte[] newer = io.zugabe.segmentation.v1.Profile.newBuilder()
                .setSubjectId(subject.id())
                .setVersion(99)
                .build()
                .toByteArray();
        assertTrue(get(cache.put(key, 99, newer, DAY)));
        assertEquals(List.of(), write(7));
        assertArrayEquals(newer, get(cache.get(key)).orElseThrow());
    }

    private List<ServedProfile> write(long version) {
        Profile profile = Profile.empty(subject, Limits.STANDARD);
        return get(profiles.write(List.of(new ServedProfile(profile, version, List.of(), null, 0))));
    }

    private io.zugabe.segmentation.v1.Profile stored() throws InvalidProtocolBufferException {
        return io.zugabe.segmentation.v1.Profile.parseFrom(get(cache.get(key)).orElseThrow());
    }

    private void redis(Request request) {
        redis.sendAndAwait(request);
    }

    private static <T> T get(Uni<T> result) {
        return result.await().atMost(LONGEST);
    }
}
