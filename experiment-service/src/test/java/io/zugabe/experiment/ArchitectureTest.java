package io.zugabe.experiment;

import io.zugabe.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void rulesOfTheHouse() {
        ArchitectureRules.check("io.zugabe.experiment");
    }
}
