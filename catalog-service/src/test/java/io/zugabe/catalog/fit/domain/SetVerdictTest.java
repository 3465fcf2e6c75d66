package io.zugabe.catalog.fit.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.kit.test.Proves;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Proves("O1")
class SetVerdictTest {

    private static final SetMember PHONE = member("phone", "phone");
    private static final SetMember CHARGER = member("charger", "usb_charger");
    private static final SetMember CABLE = member("cable", "usb_cable");
    private static final SetMember BODY = member("body", "camera_body");
    private static final SetMember LENS = member("lens", "lens");
    private static final SetMember ADAPTER = member("adapter", "smart_adapter", "lens_adapter");

    @Test
    void allFit_nothingIsWeakest() {
        SetVerdict set = SetVerdict.of(List.of(PHONE, CHARGER, CABLE), triangle(fits("phone", "charger")));
        assertEquals(Verdict.FITS, set.verdict());
        assertEquals(List.of(), set.limits());
        assertEquals(Optional.empty(), set.weakestPair());
        assertEquals("", set.weakestProduct());
    }

    @Test
    void limits_theLowestOfAnAttributeIsTheSets_andItsPairDecides() {
        SetPair slow = limited("phone", "charger", limit("charge_power", "18 W", "45 W", ""));
        SetPair thin = limited("phone", "cable", limit("charge_power", "27.5 W", "45 W", ""));
        SetVerdict set = SetVerdict.of(
                List.of(PHONE, CHARGER, CABLE),
                List.of(thin, slow, limited("charger", "cable", limit("plug", "a", "b", ""))));
        assertEquals(Verdict.FITS_WITH_LIMITS, set.verdict());
        assertEquals(List.of("18 W", "a"), set.limits().stream().map(Limit::got).toList());
        assertEquals("charger", set.weakestProduct(), "it is in both deciding pairs");
        assertTrue(set.weakestPair().orElseThrow().has("charger"));
    }

    @Test
    void limitsInOtherUnitsOrWithoutNumbers_standSideBySide() {
        SetVerdict set = SetVerdict.of(
                List.of(PHONE, CABLE),
                List.of(limited(
                        "phone",
                        "cable",
                        limit("speed", "100 MB/s", "1 GB/s", ""),
                        limit("speed", "9 W", "10 W", ""),
                        limit("speed", "9 W", "12 W", ""),
                        limit("speed", "slow", "fast", ""),
                        limit("speed", "slower", "fast", ""))));
        assertEquals(
                List.of("100 MB/s 1 GB/s", "9 W 12 W", "slow fast", "slower fast"),
                set.limits().stream()
                        .map(limit -> limit.got() + " " + limit.needed())
                        .toList());
    }

    @Test
    void tie_thePartIsWeakerThanTheHost() {
        SetPair misfit = new SetPair("body", "lens", Verdict.DOES_NOT_FIT, List.of());
        SetVerdict set = SetVerdict.of(List.of(LENS, BODY), List.of(misfit));
        assertEquals("lens", set.weakestProduct());
        assertEquals(Optional.of(misfit), set.weakestPair());
    }

    @Test
    void unconnected_isUnknownAtBest() {
        SetVerdict unknown = SetVerdict.of(List.of(PHONE, CABLE, BODY), List.of(fits("phone", "cable")));
        assertEquals(Verdict.UNKNOWN, unknown.verdict());
        assertEquals(List.of("body"), unknown.unconnected());
        assertEquals("body", unknown.weakestProduct());
        assertEquals(Optional.empty(), unknown.weakestPair());

        SetVerdict misfit = SetVerdict.of(
                List.of(PHONE, CABLE, BODY), List.of(new SetPair("phone", "cable", Verdict.DOES_NOT_FIT, List.of())));
        assertEquals(Verdict.DOES_NOT_FIT, misfit.verdict());
        assertEquals("cable", misfit.weakestProduct());
    }

    @Test
    void bridge_ofTheTypeOrBelow_liftsItsLimit_onlyIfItFitsBoth() {
        Limit mount = limit("mount", "EF", "RF", "lens_adapter");
        SetPair pair = limited("body", "lens", mount);
        SetVerdict bridged = SetVerdict.of(
                List.of(BODY, LENS, ADAPTER), List.of(pair, fits("body", "adapter"), fits("lens", "adapter")));
        assertEquals(Verdict.FITS, bridged.verdict());
        assertEquals(List.of(new LiftedLimit("body", "lens", "adapter", mount)), bridged.lifted());

        SetVerdict loose = SetVerdict.of(List.of(BODY, LENS, ADAPTER), List.of(pair, fits("body", "adapter")));
        assertEquals(Verdict.FITS_WITH_LIMITS, loose.verdict());
        assertEquals(List.of(), loose.lifted());

        SetVerdict otherType = SetVerdict.of(
                List.of(BODY, LENS, member("adapter", "filter")),
                List.of(pair, fits("body", "adapter"), fits("lens", "adapter")));
        assertEquals(List.of(mount), otherType.limits());
    }

    @Test
    void bridge_liftsAMisfit_whereTheRuleSaysSo_downToTheLimitsThatRemain() {
        Limit crop = limit("image_circle", "APS-C", "full frame", "");
        SetPair pair = new SetPair("body", "lens", Verdict.DOES_NOT_FIT, List.of(), "lens_adapter", List.of(crop));
        SetVerdict bridged = SetVerdict.of(
                List.of(BODY, LENS, ADAPTER), List.of(pair, fits("body", "adapter"), fits("lens", "adapter")));
        assertEquals(Verdict.FITS_WITH_LIMITS, bridged.verdict());
        assertEquals(List.of(crop), bridged.limits());
        assertEquals(List.of(new LiftedLimit("body", "lens", "adapter", null)), bridged.lifted());

        SetVerdict loose = SetVerdict.of(List.of(BODY, LENS, ADAPTER), List.of(pair, fits("body", "adapter")));
        assertEquals(Verdict.DOES_NOT_FIT, loose.verdict());
    }

    @Test
    void bridge_liftsNoOtherLimit_andNoMisfit() {
        Limit mount = limit("mount", "EF", "RF", "lens_adapter");
        Limit crop = limit("image_circle", "APS-C", "full frame", "");
        List<SetMember> members = List.of(BODY, LENS, ADAPTER);
        SetVerdict cropped = SetVerdict.of(
                members,
                List.of(limited("body", "lens", mount, crop), fits("body", "adapter"), fits("lens", "adapter")));
        assertEquals(List.of(crop), cropped.limits());

        SetVerdict misfit = SetVerdict.of(
                members,
                List.of(
                        new SetPair("body", "lens", Verdict.DOES_NOT_FIT, List.of()),
                        fits("body", "adapter"),
                        fits("lens", "adapter")));
        assertEquals(Verdict.DOES_NOT_FIT, misfit.verdict());
    }

    private static List<SetPair> triangle(SetPair first) {
        return List.of(first, fits("phone", "cable"), fits("charger", "cable"));
    }

    private static SetPair fits(String host, String part) {
        return new SetPair(host, part, Verdict.FITS, List.of());
    }

    private static SetPair limited(String host, String part, Limit... limits) {
        return new SetPair(host, part, Verdict.FITS_WITH_LIMITS, List.of(limits));
    }

    private static Limit limit(String attribute, String got, String needed, String liftedBy) {
        return new Limit(attribute, got, needed, new LocalizedText(Map.of("en", got)), liftedBy);
    }

    private static SetMember member(String id, String... types) {
        return new SetMember(
                id, Stream.concat(Arrays.stream(types), Stream.of("product")).toList());
    }
}
