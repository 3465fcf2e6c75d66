package io.zugabe.recommendation.taste.domain;

import static io.zugabe.recommendation.taste.domain.EaseTest.basket;
import static io.zugabe.recommendation.taste.domain.EaseTest.purchases;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.recommendation.taste.domain.Approach.Limits;
import io.zugabe.recommendation.taste.domain.Approach.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TasteModelTest {

    private static final List<String> IDS = List.of("tent", "mat", "Schlafsäcke 🏕");
    private final Purchases purchases = purchases(3, basket(0, 1), basket(0, 1), basket(1, 2), basket(0, 1, 2));

    @Test
    void fewProducts_areLearnedByEase() {
        TasteModel model = TasteModel.learn(purchases, IDS, 17, new Limits(3, 1_000), _ -> {});

        assertEquals(Method.EASE, model.approach().method());
        assertEquals(
                "EASE^R, for 3 products are no more than 3 and take 1 MB of 1",
                model.approach().explanation());
        assertEquals(4, model.baskets());
        assertTrue(model.weights().weight(0, 1) > model.weights().weight(0, 2));
    }

    @Test
    void moreProducts_areLearnedByNeighbours() {
        TasteModel model = TasteModel.learn(purchases, IDS, 17, new Limits(2, 1_000), _ -> {});

        assertEquals(Method.NEIGHBOURS, model.approach().method());
        assertTrue(
                model.approach().explanation().startsWith("item-kNN: 3 products are more than the 2"),
                model.approach().explanation());
        assertTrue(model.weights().weight(0, 1) > 0);
    }

    @Test
    void littleMemory_isSaidToBeTheReason() {
        Approach approach = Approach.choose(10_000, new Limits(10_000, 85_000_000));

        assertEquals(Method.NEIGHBOURS, approach.method());
        assertEquals(
                "EASE^R would take 200 MB for 10,000 products, more than the 85 MB that may be used",
                approach.explanation());
    }

    @Test
    void model_comesBackAsItWasWritten() {
        TasteModel model = TasteModel.learn(purchases, IDS, 17, new Limits(3, 1_000), _ -> {});

        byte[] written = TasteModelBytes.write(model);
        TasteModel read = TasteModelBytes.read(written);

        assertSame(model, read);
        assertArrayEquals(written, TasteModelBytes.write(read));
        assertEquals(12, TasteModelBytes.version(written).length());
    }

    @Property(tries = 100)
    void anyModel_comesBack(@ForAll @IntRange(min = 0, max = 50) int products, @ForAll int seed) {
        List<String> ids = IntStream.range(0, products).mapToObj(i -> "p" + i).toList();
        ItemWeights weights =
                products == 0 ? ItemWeights.none(0) : TasteScoresTest.random(products, 1 + products / 2, seed);
        TasteModel model = new TasteModel(new Approach(Method.EASE, "so"), 7, seed, ids, weights);

        assertSame(model, TasteModelBytes.read(TasteModelBytes.write(model)));
    }

    @Property(tries = 100)
    void anyByteChanged_isNoticed(
            @ForAll @IntRange(min = 0, max = 200) int place, @ForAll @IntRange(min = 1, max = 255) int by) {
        byte[] written = TasteModelBytes.write(TasteModel.learn(purchases, IDS, 17, new Limits(3, 1_000), _ -> {}));
        byte[] changed = written.clone();
        changed[place % changed.length] ^= (byte) by;

        assertThrows(IllegalArgumentException.class, () -> TasteModelBytes.read(changed));
    }

    @Test
    void truncated_isNoticed_andAnotherModelHasAnotherVersion() {
        byte[] written = TasteModelBytes.write(TasteModel.learn(purchases, IDS, 17, new Limits(3, 1_000), _ -> {}));
        byte[] other = TasteModelBytes.write(TasteModel.learn(purchases, IDS, 18, new Limits(3, 1_000), _ -> {}));

        assertThrows(IllegalArgumentException.class, () -> TasteModelBytes.read(new byte[3]));
        assertThrows(
                IllegalArgumentException.class, () -> TasteModelBytes.read(Arrays.copyOf(written, written.length - 1)));
        assertNotEquals(TasteModelBytes.version(written), TasteModelBytes.version(other));
    }

    private static void assertSame(TasteModel one, TasteModel other) {
        assertEquals(one.approach(), other.approach());
        assertEquals(one.baskets(), other.baskets());
        assertEquals(one.position(), other.position());
        assertEquals(one.products(), other.products());
        assertArrayEquals(one.weights().starts(), other.weights().starts());
        assertArrayEquals(one.weights().targets(), other.weights().targets());
        assertArrayEquals(one.weights().weights(), other.weights().weights());
    }
}
