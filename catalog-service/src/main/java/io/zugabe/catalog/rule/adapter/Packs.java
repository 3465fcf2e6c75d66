package io.zugabe.catalog.rule.adapter;

import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.schema.domain.Schema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * All rule packs, loaded.
 *
 * @param rules the rules over their schema
 * @param tests the tests that stand in the packs
 * @param asBuilt whether these are exactly the packs that come with the service, whose tests its build ran
 */
public record Packs(RuleSet rules, List<PackTest> tests, boolean asBuilt) {

    private static final int HASH_BYTES = 8;

    /**
     * Loads all packs.
     *
     * @param directory where packs lie besides those that come with the service
     * @throws PackException if a pack is broken
     */
    public static Packs load(Optional<Path> directory) {
        return of(PackSources.find(directory));
    }

    static Packs of(List<PackSources.Source> sources) {
        List<PackFile> files = sources.stream().map(PackReader::read).toList();
        Schema schema = TypeAssembler.assemble(files);
        RuleSet rules = new RuleSet(schema, new RuleAssembler(schema).assemble(files), hash(sources));
        boolean asBuilt = sources.stream().allMatch(PackSources.Source::comesWithService);
        return new Packs(rules, new TestAssembler(rules).assemble(files), asBuilt);
    }

    /**
     * Runs the tests of all packs.
     *
     * @throws PackException naming every test that failed
     */
    public void requirePassingTests() {
        List<String> failures =
                tests.stream().flatMap(test -> test.failure().stream()).toList();
        if (!failures.isEmpty()) {
            throw new PackException(String.join("\n", failures));
        }
    }

    private static String hash(List<PackSources.Source> sources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            sources.forEach(source -> digest.update(source.text().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
