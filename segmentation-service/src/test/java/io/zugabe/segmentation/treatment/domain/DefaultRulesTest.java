package io.zugabe.segmentation.treatment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.segment.domain.LocalizedText;
import io.zugabe.segmentation.treatment.adapter.DefaultPolicyFile;
import io.zugabe.segmentation.treatment.adapter.PolicyMessages;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Proves("C4")
class DefaultRulesTest {

    private static final TreatmentRule OLD = rule("effect", "uplift_low <= 0", "not proven");
    private static final TreatmentRule NEW = rule("effect", "!uplift_worth_cost", "not worth it");
    private static final TreatmentRule OTHER = rule("case", "open_cases > 0", "open");
    private static final DefaultRules RULES = new DefaultRules(List.of(OTHER, NEW), List.of(OLD));

    private static TreatmentRule rule(String id, String expression, String description) {
        return new TreatmentRule(
                id,
                LocalizedText.of(description),
                new TreatmentRule.Who.Matching(expression),
                false,
                "REASON",
                Effects.NONE);
    }

    private static PolicyVersion policy(TreatmentRule... rules) {
        return new PolicyVersion(7, List.of(rules), QuietTimes.DEFAULT, "", "anna", Optional.empty());
    }

    @Test
    void ruleOfAFormerDefault_thatTheShopLeftAsItWas_followsThePresentOne() {
        PolicyVersion followed = RULES.followedBy(policy(OLD, OTHER));
        assertEquals(policy(NEW, OTHER), followed);
        assertEquals(List.of(), RULES.outdated(followed));
    }

    @Test
    void ruleThatTheShopChanged_isKept_andToldOf() {
        TreatmentRule own = rule("effect", "uplift_low <= 5", "not proven");
        PolicyVersion policy = policy(own, OTHER);
        assertEquals(policy, RULES.followedBy(policy));
        assertEquals(List.of(new DefaultRules.Outdated(own, NEW)), RULES.outdated(policy));
        String note = RULES.outdated(policy).getFirst().note();
        assertTrue(note.contains("!uplift_worth_cost") && note.contains("uplift_low <= 5"), note);
    }

    @Test
    void ruleThatTheShopRemoved_orAddedItself_isNoBusinessOfTheDefault() {
        PolicyVersion policy = policy(rule("own", "uplift_low <= 0", "own"));
        assertEquals(policy, RULES.followedBy(policy));
        assertEquals(List.of(), RULES.outdated(policy));
    }

    /** Whoever changes a rule of the default keeps it as it was among the former ones, and writes the new digest here. */
    @Test
    void defaultThatIsChanged_leavesItsFormerRulesBehind() throws IOException, GeneralSecurityException {
        try (InputStream file =
                Objects.requireNonNull(DefaultRulesTest.class.getResourceAsStream("/treatment/default-policy.json"))) {
            assertEquals(
                    "964391943f80cb5615695fe495ecf722209d462c05a48381173149f81a1ca0b5",
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(file.readAllBytes())));
        }
        DefaultPolicyFile defaults = new DefaultPolicyFile(new PolicyMessages("EUR"));
        assertEquals(List.of(), defaults.rules().outdated(defaults.policy()));
        assertEquals(defaults.policy(), defaults.rules().followedBy(defaults.policy()));
    }
}
