package io.zugabe.catalog.dispute.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Two products, whatever order they are named in.
 *
 * @param one the smaller id
 * @param other the larger id
 */
public record ProductPair(String one, String other) {

    private static final int BYTES = 16;

    public ProductPair {
        if (one.compareTo(other) >= 0) {
            throw new IllegalArgumentException("not in order: " + one + ", " + other);
        }
    }

    /** The pair of two different products. */
    public static ProductPair of(String product, String another) {
        return product.compareTo(another) < 0 ? new ProductPair(product, another) : new ProductPair(another, product);
    }

    /** The id of the dispute about the pair. Product ids contain no space, so no two pairs read the same. */
    public String disputeId() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((one + " " + other).getBytes(StandardCharsets.UTF_8));
            return "d-" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
