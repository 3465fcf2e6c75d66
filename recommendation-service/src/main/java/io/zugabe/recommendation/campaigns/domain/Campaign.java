package io.zugabe.recommendation.campaigns.domain;

import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.triggers.domain.Channel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the shop pushes for a time.
 *
 * @param start in force from then on
 * @param end and until just before then
 * @param segment who is in the audience; empty for everyone
 * @param owners whether the audience are those who own something that one of the products fits; segment is empty then
 * @param condition in CEL, see {@link Condition}; empty for always
 * @param controlShare share of the audience that gets nothing of it, in [0, 0.5]
 * @param placements names of the placements where it is in force; empty for all
 * @param channel by which it is sent to its audience when it begins
 * @param products their ids
 * @param boost what their key in the ranking is multiplied by, in [1, 10]
 * @param reason why, for the customer
 * @param stage what people have done with it
 * @param version grows with every change
 */
public record Campaign(
        String id,
        String name,
        Instant start,
        Instant end,
        String segment,
        boolean owners,
        String condition,
        double controlShare,
        Set<String> placements,
        Optional<Channel> channel,
        List<String> products,
        double boost,
        LocalizedText reason,
        Stage stage,
        long version) {

    private static final double RANGE = Math.scalb(1.0, Long.SIZE);
    private static final double HALF = Math.scalb(1.0, Long.SIZE - 1);

    /** What people have done with a campaign. */
    public enum Stage {
        ACTIVE,
        PAUSED,
        ENDED
    }

    public Campaign {
        placements = Set.copyOf(placements);
        products = List.copyOf(products);
    }

    /** Whether it is in force at a time. */
    public boolean runsAt(Instant time) {
        return stage == Stage.ACTIVE && !time.isBefore(start) && time.isBefore(end);
    }

    /** Whether it is over at a time, for good. */
    public boolean isOverAt(Instant time) {
        return stage == Stage.ENDED || !time.isBefore(end);
    }

    /**
     * Whether a person belongs to the control group: always the same answer for the same campaign and share,
     * independent of all other campaigns; who is in a smaller group is in every larger one.
     *
     * @param subject "c:" and the customer's id, or "v:" and the visitor's
     */
    public boolean holdsOut(String subject) {
        return controlShare > 0 && place(id + "\n" + subject) < controlShare;
    }

    /** The same in another stage, one version later. */
    public Campaign in(Stage other) {
        return new Campaign(
                id,
                name,
                start,
                end,
                segment,
                owners,
                condition,
                controlShare,
                placements,
                channel,
                products,
                boost,
                reason,
                other,
                version + 1);
    }

    /** The same for everyone in the audience. */
    Campaign withoutControl() {
        return new Campaign(
                id,
                name,
                start,
                end,
                segment,
                owners,
                condition,
                0,
                placements,
                channel,
                products,
                boost,
                reason,
                stage,
                version);
    }

    /** Uniform in [0, 1). */
    private static double place(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(digest).getLong() + HALF) / RANGE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
