package io.zugabe.recommendation.taste.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.recommendation.taste.domain.Approach.Method;
import io.zugabe.recommendation.taste.domain.PurchasesBuilder.Collected;
import io.zugabe.recommendation.taste.domain.Taste.Lacking;
import it.unimi.dsi.fastutil.ints.Int2FloatMap;
import it.unimi.dsi.fastutil.ints.Int2FloatMaps;
import it.unimi.dsi.fastutil.ints.Int2FloatOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TasteTest {

    private static final int TENT = 10;
    private static final int MAT = 30;
    private static final int LAMP = 20;
    private static final int GAS = 40;
    private static final Map<String, Integer> NUMBERS = Map.of("tent", TENT, "mat", MAT, "lamp", LAMP, "gas", GAS);

    /** A tent speaks for a mat (0.5) and a lamp (0.25), a mat against a lamp (−0.1); nothing speaks for gas. */
    private final Taste taste = Taste.of(
            new TasteModel(
                    new Approach(Method.EASE, ""),
                    7,
                    1,
                    List.of("gas", "lamp", "mat", "tent"),
                    new ItemWeights(new int[] {0, 0, 0, 1, 3}, new int[] {1, 1, 2}, new float[] {-0.1f, 0.25f, 0.5f})),
            "v1",
            NUMBERS::get);

    @Test
    void basket_lacksWhatItsProductsSpeakFor() {
        List<Lacking> lacking = taste.lacking(IntList.of(TENT), Int2FloatMaps.EMPTY_MAP, 10, 0);

        assertEquals(List.of(new Lacking(MAT, 0.5, 0), new Lacking(LAMP, 0.25, 0)), lacking);
        assertEquals(
                List.of(new Lacking(MAT, 0.5, 0)), taste.lacking(IntList.of(TENT), Int2FloatMaps.EMPTY_MAP, 10, 0.25f));
        assertEquals(0.5, taste.weight(TENT, MAT));
        assertEquals(0, taste.weight(MAT, TENT));
        assertEquals(0, taste.weight(99, TENT));
    }

    @Test
    void basket_doesNotLackWhatItHolds() {
        List<Lacking> lacking = taste.lacking(IntList.of(TENT, MAT, 99), Int2FloatMaps.EMPTY_MAP, 10, 0);

        assertEquals(1, lacking.size());
        assertEquals(LAMP, lacking.getFirst().product());
        assertEquals(0.15, lacking.getFirst().score(), 1e-6);
    }

    /** A purchase before moves what the basket speaks for already; it is no reason of its own. */
    @Test
    void repeat_addsToWhatTheBasketSpeaksFor() {
        Int2FloatMap repeats = new Int2FloatOpenHashMap(new int[] {LAMP, GAS, 99}, new float[] {0.5f, 0.5f, 0.5f});

        List<Lacking> lacking = taste.lacking(IntList.of(TENT), repeats, 1, 0);

        assertEquals(List.of(new Lacking(LAMP, 0.75, 0.5)), lacking);
    }

    @Test
    void nothingKnown_nothingLacks() {
        assertEquals(List.of(), Taste.NONE.lacking(IntList.of(TENT), Int2FloatMaps.EMPTY_MAP, 10, 0));
        assertEquals(List.of(), taste.lacking(IntList.of(99), Int2FloatMaps.EMPTY_MAP, 10, 0));
        assertEquals("none", Taste.NONE.version());
    }

    @Test
    void builder_keepsTheProductsOfMostBaskets() {
        PurchasesBuilder builder = new PurchasesBuilder();
        builder.add("c:anna", 1, List.of("tent", "mat", "tent"));
        builder.add("", 2, List.of("mat", "lamp"));
        builder.add("c:anna", 3, List.of("mat", "tent"));
        builder.add("c:bert", 4, List.of("gas"));
        builder.add("c:bert", 4, List.of());

        Collected collected = builder.build(2, id -> "a " + id);

        assertEquals(4, builder.size());
        assertEquals(List.of("mat", "tent"), collected.ids());
        assertEquals(List.of("a mat", "a tent"), collected.purchases().texts());
        assertEquals(
                List.of("[0, 1]", "[0]", "[0, 1]"),
                collected.purchases().baskets().stream()
                        .map(basket -> Arrays.toString(basket.products()))
                        .toList());
        assertEquals(0, collected.purchases().baskets().getFirst().customer());
        assertEquals(-1, collected.purchases().baskets().get(1).customer());
    }

    @Test
    void learning_isDue_whenThereIsEnoughThatIsNew() {
        Due due = new Due(100, Duration.ofHours(6), 0.2);
        TasteModel model = new TasteModel(new Approach(Method.EASE, ""), 100, 50, List.of(), ItemWeights.none(0));

        assertFalse(due.isDue(TasteModel.EMPTY, Duration.ofDays(1), 99, 7), "too few");
        assertTrue(due.isDue(TasteModel.EMPTY, Duration.ZERO, 100, 7));
        assertFalse(due.isDue(model, Duration.ofHours(7), 100, 50), "nothing is new");
        assertTrue(due.isDue(model, Duration.ofHours(7), 100, 51), "somebody may have been erased");
        assertFalse(due.isDue(model, Duration.ofHours(5), 119, 51));
        assertTrue(due.isDue(model, Duration.ZERO, 120, 51), "a fifth more");
    }
}
