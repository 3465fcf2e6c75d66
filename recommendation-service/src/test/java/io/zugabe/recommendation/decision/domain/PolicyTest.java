package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {

    private final Shop shop = cameraShop();

    static Shop cameraShop() {
        return new Shop()
                .product("camera", "camera")
                .price(1000)
                .add()
                .product("bag", "bag")
                .price(40)
                .add()
                .product("tripod", "tripod")
                .price(80)
                .add()
                .complement("camera-bag", "camera", "bag", "transport", 0.8)
                .later("camera-tripod", "camera", "tripod", "steady", 7);
    }

    @ParameterizedTest
    @EnumSource(Placement.class)
    @Proves("T3")
    void openCase_isSilentEverywhere(Placement placement) {
        Decision decision = Ask.at(placement)
                .anchors("camera")
                .cart("camera")
                .consents("email", true)
                .solvedCase()
                .openCase()
                .of(shop);

        assertEquals(Optional.of(Silence.OPEN_CASE), decision.silence());
        assertEquals(1, decision.stages().size());
    }

    @Test
    @Proves("T1")
    void followUp_needsConsentToEmail() {
        Ask ask = Ask.at(Placement.FOLLOW_UP).owns("camera", 8);

        assertEquals(Optional.of(Silence.NO_CONSENT), ask.of(shop).silence());
        assertEquals(
                Optional.of(Silence.NO_CONSENT),
                ask.consents("email", false).of(shop).silence());
        assertEquals(
                Optional.of(Silence.NO_CONSENT),
                ask.consents("push", true).of(shop).silence());
        assertEquals(Optional.empty(), ask.consents("email", true).of(shop).silence());
    }

    @Test
    @Proves({"T1", "T3"})
    void serviceCall_needsASolvedCaseOrInterest() {
        Ask ask = Ask.at(Placement.SERVICE_CALL).owns("camera", 3);

        assertEquals(Optional.of(Silence.NO_INTEREST), ask.of(shop).silence());
        assertEquals(Optional.empty(), ask.solvedCase().of(shop).silence());
        assertEquals(
                Optional.empty(),
                Ask.at(Placement.SERVICE_CALL)
                        .anchors("camera")
                        .showedInterest()
                        .of(shop)
                        .silence());
    }

    @Test
    void unreadableCustomer_silencesOnlyWhatNeedsThem() {
        assertEquals(
                Optional.of(Silence.CUSTOMER_UNKNOWN),
                Ask.at(Placement.FOLLOW_UP).unreadable().of(shop).silence());
        assertEquals(
                Optional.of(Silence.CUSTOMER_UNKNOWN),
                Ask.at(Placement.SERVICE_CALL).unreadable().of(shop).silence());
        assertEquals(Optional.empty(), Ask.about("camera").unreadable().of(shop).silence());
    }
}
