package io.zugabe.segmentation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.v1.GetProfileRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Redis gone means slower, never wrong and never down. */
@QuarkusTest
@TestProfile(RedisGoneTest.NothingListens.class)
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
class RedisGoneTest {

    /** Port 1, where no Redis is. */
    public static final class NothingListens implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.redis.hosts", "redis://127.0.0.1:1");
        }
    }

    @Test
    void service_withoutRedis_acknowledgesAndAnswersAndIsReady() throws InterruptedException {
        String customer = Events.unique("c");
        try (ServiceClient client = new ServiceClient()) {
            assertEquals(1, client.publish(Events.view(customer, "p")).getAppended());
            GetProfileRequest request =
                    GetProfileRequest.newBuilder().setCustomerId(customer).build();
            await().ignoreExceptionsMatching(StatusRuntimeException.class::isInstance)
                    .until(() -> client.profiles()
                                    .getProfile(request)
                                    .getProfile()
                                    .getActivity()
                                    .getViews()
                            == 1);
        }
        RestAssured.get("/q/health/ready").then().statusCode(200);
        RestAssured.get("/q/metrics").then().statusCode(200);
    }
}
