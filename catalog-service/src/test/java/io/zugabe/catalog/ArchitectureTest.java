package io.zugabe.catalog;

import io.zugabe.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void service_keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("io.zugabe.catalog");
    }
}
