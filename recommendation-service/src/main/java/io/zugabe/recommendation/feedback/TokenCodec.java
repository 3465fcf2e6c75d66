package io.zugabe.recommendation.feedback;

import io.zugabe.recommendation.feedback.domain.OfferOrigin;
import io.zugabe.recommendation.feedback.domain.SipHash;
import io.zugabe.recommendation.feedback.domain.TrackedOffer;
import io.zugabe.recommendation.incentives.domain.Promise;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Offers as tokens, and back. A token says everything itself, so nothing has to be kept of offers that nobody looks at.
 * Whom it was made to is enciphered (AES in counter mode; the decision's id, never used twice, is the initial counter),
 * and a sum with a key closes it: nobody else can make a token, for a pair to be blocked by, say.
 */
final class TokenCodec {

    static final int KEY_BYTES = 32;

    private static final int AES_BYTES = 16;
    private static final byte VERSION = 1;
    private static final byte WITH_PROMISE = 2;
    private static final int LONGEST = 2_000;

    /** To find one takes longer than to use it. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(TokenCodec::newCipher);

    private final SecretKeySpec cipherKey;
    private final long k0;
    private final long k1;

    /**
     * @param key of {@link #KEY_BYTES}
     */
    TokenCodec(byte[] key) {
        this.cipherKey = new SecretKeySpec(key, 0, AES_BYTES, "AES");
        ByteBuffer sum = ByteBuffer.wrap(key, AES_BYTES, AES_BYTES);
        this.k0 = sum.getLong();
        this.k1 = sum.getLong();
    }

    /** What all tokens of a decision begin with. */
    byte[] head(UUID decision, String customer, String visitor, String session, boolean preview) {
        byte[] person = (customer + "\n" + visitor + "\n" + session).getBytes(StandardCharsets.UTF_8);
        byte[] hidden = cipher(decision, person);
        return ByteBuffer.allocate(4 + AES_BYTES + hidden.length)
                .put(VERSION)
                .putLong(decision.getMostSignificantBits())
                .putLong(decision.getLeastSignificantBits())
                .put((byte) (preview ? 1 : 0))
                .putShort((short) hidden.length)
                .put(hidden)
                .array();
    }

    String token(byte[] head, String placement, String product, OfferOrigin origin) {
        return token(head, placement, product, origin, Optional.empty());
    }

    String token(byte[] head, String placement, String product, OfferOrigin origin, Optional<Promise> promise) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(LONGEST / 8);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(promise.isPresent() ? WITH_PROMISE : VERSION);
            out.write(head, 1, head.length - 1);
            out.writeUTF(placement);
            out.writeUTF(product);
            out.writeUTF(origin.anchor());
            out.writeUTF(origin.anchorType());
            out.writeUTF(origin.source());
            out.writeUTF(origin.segment());
            out.writeFloat((float) origin.expectedAcceptance());
            if (promise.isPresent()) {
                PromiseCodec.write(promise.get(), out);
            }
            byte[] told = bytes.toByteArray();
            out.writeLong(SipHash.of(k0, k1, told, told.length));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** What a token says; empty if it was not made here, or was changed. */
    Optional<TrackedOffer> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        int told = bytes.length - Long.BYTES;
        if (told <= AES_BYTES
                || bytes[0] != VERSION && bytes[0] != WITH_PROMISE
                || ByteBuffer.wrap(bytes).getLong(told) != SipHash.of(k0, k1, bytes, told)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 1, told - 1))) {
            return Optional.of(offer(in, bytes[0] == WITH_PROMISE));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private TrackedOffer offer(DataInputStream in, boolean withPromise) throws IOException {
        UUID decision = new UUID(in.readLong(), in.readLong());
        boolean preview = in.readBoolean();
        byte[] hidden = in.readNBytes(in.readUnsignedShort());
        String[] person = new String(cipher(decision, hidden), StandardCharsets.UTF_8).split("\n", -1);
        String[] ids = Arrays.copyOf(person, 3);
        String placement = in.readUTF();
        String product = in.readUTF();
        OfferOrigin origin =
                new OfferOrigin(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), shortest(in.readFloat()));
        Optional<Promise> promise = withPromise ? Optional.of(PromiseCodec.read(in)) : Optional.empty();
        return new TrackedOffer(decision, ids[0], ids[1], ids[2], preview, placement, product, origin, promise);
    }

    /** The number that a float was written for, without the digits that only a double shows. */
    private static double shortest(float number) {
        return Double.parseDouble(Float.toString(number));
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/CTR/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }

    /** Enciphers and deciphers alike. */
    private byte[] cipher(UUID decision, byte[] text) {
        byte[] counter = ByteBuffer.allocate(AES_BYTES)
                .putLong(decision.getMostSignificantBits())
                .putLong(decision.getLeastSignificantBits())
                .array();
        try {
            Cipher cipher = CIPHERS.get();
            cipher.init(Cipher.ENCRYPT_MODE, cipherKey, new IvParameterSpec(counter));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }
}
