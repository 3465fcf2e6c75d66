package io.zugabe.segmentation.audience.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;

/**
 * What is told of counts of customers: the count with noise, rounded. So nobody learns from two counts that
 * differ by one person whether that person is in the larger group.
 *
 * <p>The noise is two-sided geometric, P(z) = (1 − α) / (1 + α) · α^|z| (Ghosh, Roughgarden, Sundararajan,
 * Universally Utility-Maximizing Privacy Mechanisms, SIAM J. Comput. 41(6), 2012): with α = e^−ε what is told
 * is at most e^ε times as likely with a person as without. ε is 6 divided by the least size k, so that 95 of
 * 100 counts are told within k / 2 before they are rounded. It is a function of a secret and of the question,
 * so asking again does not average it out, and it does not change with the count: what is told of a group over
 * time moves only where the count with its noise passes from one multiple to the next.
 */
public final class ToldCounts {

    private static final String ALGORITHM = "SHA-256";
    private static final double EPSILON_TIMES_LEAST = 6;
    private static final double UNITS = 0x1p-53;

    private final byte[] secret;
    private final long least;
    private final long step;

    /**
     * @param secret of this shop
     * @param least counts below are not told; 1 tells all counts as they are
     */
    public ToldCounts(byte[] secret, long least) {
        this.secret = secret.clone();
        this.least = least;
        this.step = Math.max(1, least / 2);
    }

    /**
     * What is told: a multiple of half the least size, never below the least size.
     *
     * @param question what was counted; the same question has the same noise
     * @return empty if the count with its noise is below the least size
     */
    public OptionalLong tell(long count, String question) {
        if (least == 1) {
            return count < 1 ? OptionalLong.empty() : OptionalLong.of(count);
        }
        long noisy = count + noise(question);
        return noisy < least
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(least, Math.round((double) noisy / step) * step));
    }

    /** The difference of two geometric draws is two-sided geometric. */
    private long noise(String question) {
        ByteBuffer random = ByteBuffer.wrap(digest(question));
        long more = geometric(random.getLong());
        long less = geometric(random.getLong());
        return more - less;
    }

    private long geometric(long bits) {
        double uniform = ((bits >>> 11) + 1) * UNITS;
        return (long) Math.floor(Math.log(uniform) * least / -EPSILON_TIMES_LEAST);
    }

    /** The digest itself is not told, so that the secret needs no more than to come first. */
    private byte[] digest(String question) {
        try {
            MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
            digest.update(secret);
            return digest.digest(question.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
