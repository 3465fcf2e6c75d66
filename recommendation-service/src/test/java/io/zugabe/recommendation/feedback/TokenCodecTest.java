package io.zugabe.recommendation.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.recommendation.feedback.domain.OfferOrigin;
import io.zugabe.recommendation.feedback.domain.TrackedOffer;
import io.zugabe.recommendation.incentives.domain.Benefit;
import io.zugabe.recommendation.incentives.domain.IncentiveType;
import io.zugabe.recommendation.incentives.domain.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenCodecTest {

    private static final UUID DECISION = UUID.fromString("019e8370-3a00-7abc-8123-456789abcdef");
    private static final OfferOrigin ORIGIN = new OfferOrigin("zelt-größe-4", "tent", "curated", "CUSTOMER", 0.0375);

    private final TokenCodec codec = new TokenCodec(key(1));

    @Test
    void token_saysWhatItWasMadeOf() {
        for (boolean preview : new boolean[] {false, true}) {
            byte[] head = codec.head(DECISION, "c-17", "", "s-1", preview);
            TrackedOffer read =
                    codec.read(codec.token(head, "CART", "mat", ORIGIN)).orElseThrow();
            assertEquals(new TrackedOffer(DECISION, "c-17", "", "s-1", preview, "CART", "mat", ORIGIN), read);
            assertEquals(Instant.ofEpochMilli(0x019e83703a00L), read.time());
        }
    }

    @Test
    void token_carriesWhatIsPromised_whateverItIs() {
        byte[] head = codec.head(DECISION, "c-17", "", "s-1", false);
        List<Benefit> benefits = List.of(
                new Benefit.Percent(5),
                new Benefit.Amount(3_000_000),
                new Benefit.Points(200),
                new Benefit.Gift("mug-größe-4"));
        for (Benefit benefit : benefits) {
            Promise promise = new Promise(
                    "summer-light",
                    IncentiveType.SHARED_SHIPPING,
                    2,
                    benefit,
                    38_000_000,
                    2_000_000,
                    Instant.parse("2026-06-01T13:00:00Z"),
                    0.0375,
                    4_711);
            String token = codec.token(head, "CART", "mat", ORIGIN, Optional.of(promise));
            TrackedOffer read = codec.read(token).orElseThrow();
            assertEquals(Optional.of(promise), read.promise());
            assertEquals("c:c-17", read.subject());
            assertTrue(token.length() < 500, token);
        }
    }

    @Test
    void token_doesNotShowWhomItWasMadeTo_butFitsInALink() {
        String token = codec.token(codec.head(DECISION, "jane-doe", "v-1", "s-1", false), "CART", "mat", ORIGIN);
        String bytes = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("jane"));
        assertTrue(token.matches("[A-Za-z0-9_-]{1,400}"), token);
    }

    @Test
    void everyChange_isNoticed() {
        String token = codec.token(codec.head(DECISION, "c", "", "", false), "CART", "mat", ORIGIN);
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            assertEquals(Optional.empty(), codec.read(encoded(changed)), "byte " + at);
            assertEquals(Optional.empty(), codec.read(encoded(Arrays.copyOf(bytes, at))), "cut at " + at);
        }
        assertEquals(Optional.empty(), codec.read("not base64 !"));
        assertEquals(Optional.empty(), codec.read("x".repeat(5_000)));
        assertEquals(Optional.empty(), new TokenCodec(key(2)).read(token));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] key(int seed) {
        byte[] key = new byte[TokenCodec.KEY_BYTES];
        Arrays.fill(key, (byte) seed);
        return key;
    }
}
