package io.zugabe.recommendation.triggers.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.zugabe.kit.test.Proves;
import org.junit.jupiter.api.Test;

@Proves("T4")
class WebhookSignatureTest {

    /** The example of the libraries of Standard Webhooks. */
    @Test
    void signature_isThatOfTheSpecification() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                WebhookSignature.sign(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}"));
    }

    @Test
    void newSecret_has32BytesThatDiffer() {
        assertEquals(32, WebhookSignature.bytes(WebhookSignature.newSecret()).length);
        assertNotEquals(WebhookSignature.newSecret(), WebhookSignature.newSecret());
    }
}
