package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Batteries lead nowhere themselves: what else is worth offering beside one depends on the camera that it is for. */
class OwnedHostsTest {

    private final Shop shop = new Shop()
            .gate("camera", "battery")
            .fits(1, 11)
            .product("camera", "camera")
            .price(900)
            .fitGroup(1)
            .add()
            .product("other-camera", "camera")
            .price(900)
            .fitGroup(2)
            .add()
            .product("battery", "battery")
            .price(40)
            .fitGroup(11)
            .add()
            .product("spare", "battery")
            .price(30)
            .fitGroup(11)
            .add()
            .product("bag", "bag")
            .price(60)
            .add()
            .product("small-bag", "bag")
            .price(20)
            .add()
            .product("tripod", "tripod")
            .price(80)
            .add()
            .complement("power", "camera", "battery", "power", 0.8)
            .complement("carry", "camera", "bag", "carry", 0.8)
            .later("hold", "camera", "tripod", "hold", 7);

    @Test
    @Proves("O3")
    void besideAPart_whatCompletesTheDeviceAtHome() {
        Decision decision = Ask.about("battery").owns("camera", 2).of(shop);

        assertEquals(List.of("bag"), Ask.ids(decision), "no second battery");
        assertEquals(List.of("camera"), Ask.offer(decision, "bag").complements());
        assertEquals(
                List.of("bag"),
                Ask.ids(Ask.at(Placement.CART).cart("battery").owns("camera", 2).of(shop)));
    }

    @Test
    void aPartOfNothingAtHome_bringsNothing() {
        assertEquals(List.of(), Ask.ids(Ask.about("battery").of(shop)));
        assertEquals(
                List.of(),
                Ask.ids(Ask.about("battery").owns("other-camera", 2).of(shop)),
                "the battery does not fit the camera at home");
    }

    @Test
    void whatLastsAndIsAtHome_isNotOfferedAnew() {
        assertEquals(
                List.of(),
                Ask.ids(Ask.about("battery")
                        .owns("camera", 2)
                        .owns("small-bag", 1)
                        .of(shop)));
    }

    @Test
    @Proves("T2")
    void whatIsForLater_comesWithTheNextVisitOnceItIsDue() {
        Decision due = Ask.about("battery").owns("camera", 10).of(shop);

        assertEquals(List.of("bag", "tripod"), Ask.ids(due).stream().sorted().toList());
        assertEquals(true, Ask.offer(due, "tripod").after().isEmpty(), "now");
        assertEquals(
                List.of("bag"),
                Ask.ids(Ask.about("battery").owns("camera", 100).of(shop)),
                "who still has none after months does not need it");
        assertEquals(
                List.of("bag", "battery", "tripod"),
                Ask.ids(Ask.about("camera").owns("camera", 10).of(shop)).stream()
                        .sorted()
                        .toList(),
                "on the page of the camera itself, too");
    }

    @Test
    @Proves("O1")
    void besideAnotherDevice_whatFitsTheOneAtHomeOnly_isNotOffered() {
        Shop cameras = shop.gate("camera", "bag")
                .fits(1, 21)
                .product("fitted-bag", "bag")
                .price(70)
                .fitGroup(21)
                .add()
                .orders(20, "battery", "fitted-bag");

        assertEquals(
                List.of("fitted-bag"),
                Ask.ids(Ask.at(Placement.CART).cart("battery").owns("camera", 2).of(cameras)));
        assertEquals(
                List.of(),
                Ask.ids(Ask.at(Placement.CART)
                        .cart("other-camera", "battery")
                        .owns("camera", 2)
                        .of(cameras)),
                "it would be taken for a bag that fits the camera in the cart");
    }

    @Test
    void besideADevice_devicesAtHomeAreNotTheMatter() {
        assertEquals(
                List.of(),
                Ask.ids(Ask.about("tripod")
                        .owns("other-camera", 10)
                        .most(1)
                        .of(new Shop()
                                .product("tripod", "tripod")
                                .add()
                                .product("other-camera", "camera")
                                .add()
                                .product("head", "head")
                                .add()
                                .complement("x", "tripod", "nothing", "x", 0.5)
                                .complement("y", "camera", "tripod", "hold", 0.5)
                                .complement("z", "camera", "head", "head", 0.5))));
    }
}
