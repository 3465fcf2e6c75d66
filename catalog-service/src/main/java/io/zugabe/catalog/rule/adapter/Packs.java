package io.zugabe.catalog.rule.adapter;

import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.rule.domain.RuleBook;
import io.zugabe.catalog.rule.domain.RuleFault;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.schema.domain.Schema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * All rule packs, loaded.
 *
 * @param book the rules as they are written
 * @param rules the rules over their schema
 * @param tests the tests that stand in the packs
 * @param asBuilt whether these are exactly the packs that come with the service, whose tests its build ran
 */
public record Packs(RuleBook book, RuleSet rules, List<PackTest> tests, boolean asBuilt) {

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
        List<StatedRule> stated = RuleAssembler.assemble(files);
        RuleBook book = new RuleBook(schema, stated, hash(sources), new CelRuleCompiler());
        List<PackTest> tests = new ArrayList<>();
        for (StatedRule rule : stated) {
            FitRule compiled = compile(book, schema, rule);
            rule.tests().forEach(test -> tests.add(readable(new PackTest(schema, compiled, test))));
        }
        boolean asBuilt = sources.stream().allMatch(PackSources.Source::comesWithService);
        return new Packs(book, book.assemble(RuleState.EMPTY), List.copyOf(tests), asBuilt);
    }

    private static FitRule compile(RuleBook book, Schema schema, StatedRule rule) {
        try {
            return book.compile(schema, rule);
        } catch (RuleFault e) {
            throw new PackException("pack " + packOf(rule.id()) + ", rule "
                    + rule.id().substring(packOf(rule.id()).length() + 1) + ", " + e.field() + ":\n" + e.fault());
        }
    }

    private static PackTest readable(PackTest test) {
        try {
            test.test().hostTuple(test.schema(), test.rule().hostType());
            test.test().partTuple(test.schema(), test.rule().partType());
            return test;
        } catch (RuleFault e) {
            throw new PackException(
                    "pack " + packOf(test.rule().id()) + ", " + test.place() + ", " + e.field() + ": " + e.fault());
        }
    }

    private static String packOf(String ruleId) {
        return ruleId.substring(0, ruleId.indexOf('/'));
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
