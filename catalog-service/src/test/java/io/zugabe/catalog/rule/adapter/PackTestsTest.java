package io.zugabe.catalog.rule.adapter;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zugabe.kit.test.Proves;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the tests that stand in the rule packs. */
@Proves({"O1", "O2"})
class PackTestsTest {

    @TestFactory
    Stream<DynamicTest> rule_ofPack_passesItsTest() {
        Packs packs = Packs.load(Optional.empty());
        assertFalse(packs.tests().isEmpty());
        return packs.tests().stream()
                .map(test -> DynamicTest.dynamicTest(
                        test.place(), () -> test.failure().ifPresent(Assertions::fail)));
    }
}
