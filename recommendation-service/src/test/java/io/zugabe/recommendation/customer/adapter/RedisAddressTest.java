package io.zugabe.recommendation.customer.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedisAddressTest {

    @Test
    void aPlainServer_isReadWithWhoAndWhere() {
        assertEquals(Optional.of(new RedisAddress("cache", 6379, List.of())), RedisAddress.parse("redis://cache"));
        assertEquals(
                Optional.of(new RedisAddress(
                        "10.0.0.7", 7000, List.of(List.of("AUTH", "shop", "s3:cret"), List.of("SELECT", "2")))),
                RedisAddress.parse("redis://shop:s3:cret@10.0.0.7:7000/2"));
        assertEquals(
                Optional.of(new RedisAddress("cache", 1, List.of(List.of("AUTH", "secret")))),
                RedisAddress.parse("redis://:secret@cache:1"));
    }

    @Test
    void anythingElse_isLeftToTheSharedClient() {
        for (String url : List.of("rediss://cache:6379", "unix:///tmp/redis", "redis://a:1,redis://b:2", "")) {
            assertEquals(Optional.empty(), RedisAddress.parse(url), url);
        }
    }
}
