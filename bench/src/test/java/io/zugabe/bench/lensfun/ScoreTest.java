package io.zugabe.bench.lensfun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zugabe.bench.lensfun.LensfunTables.Label;
import io.zugabe.bench.lensfun.LensfunTables.LabelledPair;
import io.zugabe.catalog.v1.FitResult;
import io.zugabe.catalog.v1.Product;
import io.zugabe.common.v1.FitLimit;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.common.v1.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as agreement, and how the tables are read. */
class ScoreTest {

    private final Score score = new Score(Map.of("Sony E", new TreeSet<>(List.of("M42"))));

    @Test
    void direct_onlyAnUnlimitedFitAgrees() {
        assertAgreement(Label.DIRECT, verdict(Verdict.VERDICT_FITS), true, 0);
        assertAgreement(Label.DIRECT, adapter("M42", "Sony E", "from M42 to Sony E"), false, 0);
        assertAgreement(Label.DIRECT, verdict(Verdict.VERDICT_UNKNOWN), false, 0);
    }

    @Test
    void adapter_mustBeNamedAndExist() {
        assertAgreement(Label.ADAPTER, adapter("M42", "Sony E", "from M42 to Sony E"), true, 0);
        assertAgreement(Label.ADAPTER, adapter("M42", "Sony E", "by some adapter"), false, 0);
        assertAgreement(Label.ADAPTER, adapter("Pentax KAF", "Sony E", "from Pentax KAF to Sony E"), false, 0);
        assertAgreement(Label.ADAPTER, verdict(Verdict.VERDICT_DOES_NOT_FIT), false, 0);
        assertAgreement(Label.ADAPTER, verdict(Verdict.VERDICT_FITS), false, 1);
    }

    @Test
    void none_everyFitIsFalse() {
        assertAgreement(Label.NONE, verdict(Verdict.VERDICT_DOES_NOT_FIT), true, 0);
        assertAgreement(Label.NONE, verdict(Verdict.VERDICT_UNKNOWN), true, 0);
        assertAgreement(Label.NONE, verdict(Verdict.VERDICT_FITS), false, 1);
        assertAgreement(Label.NONE, adapter("M42", "Sony E", "from M42 to Sony E"), false, 1);
    }

    @Test
    void tables_pairsAreFoundAmongTheirProducts(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("cameras.csv"), """
                maker,model,variant,mount,cropfactor,fixed_lens
                Sony,Alpha 7,,Sony E,1,0
                Sony,Alpha 7,crop mode,Sony E,1.5,0
                Sony,Cybershot,DSC-F717,sony707,3.9,1
                """);
        Files.writeString(folder.resolve("lenses.csv"), """
                maker,model,mounts,cropfactor,file
                Meike,"50mm f/2.0, new",Fujifilm X|Sony E,1.5,mil.xml
                """);
        Files.writeString(folder.resolve("mount_compat.csv"), """
                camera_mount,accepts_lens_mount_via_adapter
                Sony E,M42
                Sony E,DKL
                """);
        Files.writeString(folder.resolve("lens_camera_pairs.csv"), """
                camera_maker,camera_model,camera_mount,lens_maker,lens_model,lens_mounts,label
                Sony,Alpha 7,Sony E,Meike,"50mm f/2.0, new",Sony E|Fujifilm X,direct
                """);
        LensfunTables tables = LensfunTables.read(folder);
        LensfunProducts products = new LensfunProducts(tables);
        assertEquals(4, products.products().size());
        assertEquals("camera-1", products.cameraOf(tables.pairs().getFirst()));
        assertEquals("lens-4", products.lensOf(tables.pairs().getFirst()));
        Product camera = products.products().getFirst();
        assertEquals(
                List.of("DKL", "M42"),
                camera.getAttributesOrThrow("adaptable_mounts").getList().getValuesList());
        Files.delete(folder.resolve("lenses.csv"));
        assertThrows(IllegalArgumentException.class, () -> LensfunTables.read(folder));
    }

    private void assertAgreement(Label label, FitResult result, boolean agrees, int falseFits) {
        int before = score.falseFits();
        LabelledPair pair =
                new LabelledPair("Sony", "Alpha 7", "Sony E", "Meike", "50mm", List.of("M42", "Pentax KAF"), label);
        assertEquals(agrees, score.count(pair, result));
        assertEquals(falseFits, score.falseFits() - before);
    }

    private static FitResult verdict(Verdict verdict) {
        return FitResult.newBuilder().setVerdict(verdict).build();
    }

    private static FitResult adapter(String from, String to, String sentence) {
        return FitResult.newBuilder()
                .setVerdict(Verdict.VERDICT_FITS_WITH_LIMITS)
                .addLimits(FitLimit.newBuilder()
                        .setAttribute("mount")
                        .setGot(from)
                        .setNeeded(to)
                        .setSentence(LocalizedText.newBuilder().putTexts("en", sentence)))
                .build();
    }
}
