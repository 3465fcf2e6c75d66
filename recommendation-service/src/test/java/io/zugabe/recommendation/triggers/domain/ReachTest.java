package io.zugabe.recommendation.triggers.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.customer.domain.CustomerProfile;
import io.zugabe.recommendation.customer.domain.CustomerTreatment;
import io.zugabe.recommendation.decision.domain.Placement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Proves("T4")
class ReachTest {

    private static final CustomerProfile CONSENTS_TO_PUSH =
            CustomerProfile.EMPTY.reachedBy(Map.of("push", true), Set.of());

    @Test
    void consent_isToTheChannelThatTheOfferTakes() {
        assertEquals(Optional.empty(), Reach.refusal("c:anna", Channel.PUSH, CONSENTS_TO_PUSH));
        assertEquals(Optional.of("NO_CONSENT"), Reach.refusal("c:anna", Channel.EMAIL, CONSENTS_TO_PUSH));
        assertEquals(Optional.empty(), Reach.refusal("c:anna", Channel.PAGE, CustomerProfile.EMPTY));
    }

    @Test
    void visitor_isNotWrittenTo() {
        assertEquals(Optional.of("NO_CONSENT"), Reach.refusal("v:tab", Channel.PUSH, CONSENTS_TO_PUSH));
    }

    @Test
    void channelThatTheTreatmentClosed_isClosed() {
        CustomerProfile onlyMail = CONSENTS_TO_PUSH.reachedBy(Map.of("push", true, "email", true), Set.of("email"));
        assertEquals(Optional.of("TREATMENT"), Reach.refusal("c:anna", Channel.PUSH, onlyMail));
        assertEquals(Optional.empty(), Reach.refusal("c:anna", Channel.EMAIL, onlyMail));
        CustomerTreatment seen = Reach.through(onlyMail).treatment();
        assertEquals(Set.of("page", "email", "agent"), seen.channels(), "decided at the cart, sent by e-mail");
    }

    @Test
    void cart_isDecidedAsAtTheCart_andForAnAgentAsForAServiceCall() {
        assertEquals(Placement.CART, Reach.placement(TriggerKind.CART_LEFT_BEHIND, Channel.EMAIL));
        assertEquals(Placement.FOLLOW_UP, Reach.placement(TriggerKind.FOLLOW_UP, Channel.PUSH));
        assertEquals(Placement.SERVICE_CALL, Reach.placement(TriggerKind.FOLLOW_UP, Channel.SALES_TASK));
    }
}
