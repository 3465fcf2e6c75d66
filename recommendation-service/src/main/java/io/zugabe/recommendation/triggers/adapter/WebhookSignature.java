package io.zugabe.recommendation.triggers.adapter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of webhooks by the Standard Webhooks specification 1.0: HMAC-SHA256 over id, time and body,
 * so that neither can be exchanged.
 */
public final class WebhookSignature {

    /** Stands before a secret. */
    public static final String PREFIX = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private WebhookSignature() {}

    /** A new secret. */
    public static String newSecret() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** The bytes of a secret; fails with {@link IllegalArgumentException} if it is none. */
    public static byte[] bytes(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a secret begins with " + PREFIX);
        }
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }

    /**
     * The header {@code webhook-signature}.
     *
     * @param seconds since 1970, as in {@code webhook-timestamp}
     */
    public static String sign(String secret, String id, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(secret), ALGORITHM));
            byte[] signed = mac.doFinal((id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
