package io.zugabe.catalog.rule.adapter;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.fit.domain.Certainty;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.kit.test.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Proves("O2")
class PacksTest {

    private static final String SOUND = """
            pack: hoses
            version: "1"
            description: Hoses and taps.
            types:
              - type: tap
                name: {en: Tap}
                attributes:
                  - {attribute: thread, kind: number, unit: mm, name: {en: Thread}}
              - type: garden_hose
                name: {en: Hose}
                attributes:
                  - {attribute: fitting, kind: number, unit: mm, name: {en: Fitting}}
            rules:
              - rule: thread
                host: tap
                part: garden_hose
                fits: part.fitting == host.thread
                sentences:
                  fits: {en: "{part.fitting} on {host.thread}."}
                  does_not_fit: {en: "No."}
                provenance: "Seen"
            tests:
              - {rule: thread, name: same, host: {thread: 21 mm}, part: {fitting: 2.1 cm}, verdict: FITS}
            """;

    @Test
    void pack_sound_loadsAndPasses() {
        Packs packs = load(SOUND);
        assertEquals("hoses/thread", packs.rules().rules().getFirst().id());
        assertDoesNotThrow(packs::requirePassingTests);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "part.fitting == host.thread       | part.fiting == host.thread        | undefined field 'fiting'",
                "kind: number, unit: mm, name: {en: Thread} | kind: numbr, unit: mm    | the kind numbr is none of",
                "unit: mm, name: {en: Thread}      | unit: mn, name: {en: Thread}      | the unit mn is unknown",
                "host: tap                         | host: tapp                        | no pack declares the type tapp",
                "{host.thread}.                    | {host.treads}.                    | {host.treads} names no attribute",
                "description: Hoses and taps.      | descripton: Hoses.                | Unrecognized field \"descripton\"",
                "provenance:                       | # provenance:                     | Missing required creator property 'provenance'",
                "thread: 21 mm                     | thread: 21 V                      | host.attributes[thread]: \"21 V\" has the unit \"V\"",
                "verdict: FITS                     | verdict: FITTS                    | the verdict FITTS does not exist",
                "- type: garden_hose               | - type: Garden-Hose               | a key must be",
                "pack: hoses                       | pack: nozzles                     | calls its pack nozzles"
            })
    void pack_broken_saysWhatAndWhere(String sound, String broken, String message) {
        String refused = assertThrows(PackException.class, () -> load(SOUND.replace(sound, broken)))
                .getMessage();
        assertTrue(refused.contains("hoses") && refused.contains(message), refused);
    }

    @Test
    void flags_areReadWithTheirDefaults() {
        FitRule plain = load(SOUND).rules().rules().getFirst();
        assertEquals(Certainty.KNOWN, plain.certainty());
        Packs flagged = load(SOUND.replace(
                        "kind: number, unit: mm, name: {en: Thread}", "kind: number, unit: mm, required_for_fit: true")
                .replace("provenance: \"Seen\"", """
                        provenance: "Seen"
                            certainty: hearsay
                            limits:
                              - {when: part.fitting > 20.0, attribute: fitting, got: part.fitting, needed: host.thread,
                                 unit: mm, sentence: {en: "{got}"}, lifted_by: tap}""")
                .replace("verdict: FITS", "verdict: FITS_WITH_LIMITS, limits: [certainty, fitting]"));
        assertDoesNotThrow(flagged::requirePassingTests);
        FitRule rule = flagged.rules().rules().getFirst();
        assertEquals(Certainty.HEARSAY, rule.certainty());
        assertEquals("tap", rule.limits().getFirst().liftedBy());
        var schema = flagged.rules().schema();
        assertTrue(schema.attributes("tap").get("thread").requiredForFit());
        assertFalse(schema.attributes("garden_hose").get("fitting").requiredForFit());
    }

    @Test
    void test_thatFails_isNamed() {
        Packs packs = load(SOUND.replace("part: {fitting: 2.1 cm}", "part: {fitting: 2.2 cm}"));
        String refused =
                assertThrows(PackException.class, packs::requirePassingTests).getMessage();
        assertEquals("test \"same\" of rule hoses/thread expects FITS, the rule says DOES_NOT_FIT", refused);
    }

    @Test
    void rules_changed_changeTheHash() {
        assertTrue(!load(SOUND)
                .rules()
                .hash()
                .equals(load(SOUND.replace("No.", "Never.")).rules().hash()));
    }

    @Test
    void directory_addsPacksToThoseOfTheService(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("hoses.yaml"), SOUND);
        assertTrue(Packs.load(Optional.of(folder))
                .rules()
                .schema()
                .find("garden_hose")
                .isPresent());
        assertThrows(PackException.class, () -> Packs.load(Optional.of(folder.resolve("nowhere"))));
    }

    /** The build ran the tests of the packs that come with the service; a pack from outside calls for all tests. */
    @Test
    void packs_areAsBuilt_unlessTheDirectoryAddsOne(@TempDir Path folder) throws IOException {
        assertTrue(Packs.load(Optional.empty()).asBuilt());
        assertTrue(Packs.load(Optional.of(folder)).asBuilt());
        Files.writeString(folder.resolve("hoses.yaml"), SOUND);
        assertFalse(Packs.load(Optional.of(folder)).asBuilt());
    }

    @ParameterizedTest
    @CsvSource({
        "certainty: rumour, the certainty rumour is none of documented",
        "'limits: [{when: \"true\", attribute: a, got: \"1\", needed: \"2\", sentence: {en: x}, lifted_by: tapp}]',"
                + " no pack declares the type tapp"
    })
    void flag_broken_saysWhatAndWhere(String key, String message) {
        String text = SOUND.replace("    provenance: \"Seen\"", "    provenance: \"Seen\"\n    " + key);
        String refused = assertThrows(PackException.class, () -> load(text)).getMessage();
        assertTrue(refused.contains("rule thread") && refused.contains(message), refused);
    }

    private static Packs load(String text) {
        return Packs.of(List.of(new PackSources.Source("hoses.yaml", text, false)));
    }
}
