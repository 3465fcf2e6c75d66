package io.zugabe.catalog.live.domain;

import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.fit.domain.RuleSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** Names a state of rules and maker statements; equal names mean equal verdicts. */
final class FitVersion {

    private static final int BYTES = 8;

    private FitVersion() {}

    static String of(RuleSet rules, Collection<Placed<MakerStatement>> statements) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(rules.hash().getBytes(StandardCharsets.UTF_8));
            for (Placed<MakerStatement> each : statements) {
                digest.update((each.value().id() + "@" + each.position() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
