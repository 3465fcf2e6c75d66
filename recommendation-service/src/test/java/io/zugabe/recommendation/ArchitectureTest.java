package io.zugabe.recommendation;

import io.zugabe.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        ArchitectureRules.check("io.zugabe.recommendation");
    }
}
