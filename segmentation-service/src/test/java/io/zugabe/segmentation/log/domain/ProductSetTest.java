package io.zugabe.segmentation.log.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProductSetTest {

    private final ProductSet products = new ProductSet();

    @Test
    void product_beforeTheFirstSnapshotIsComplete_mayExist() {
        assertTrue(products.mayContain("p-1"));
        products.begin();
        products.add("p-2");
        assertTrue(products.mayContain("p-1"));
    }

    @Test
    void product_ofTheSnapshotOrAddedSince_mayExist_andNoOther() {
        products.begin();
        IntStream.range(0, 100_000).forEach(i -> products.add("p-" + i));
        products.end();
        products.add("new");
        assertEquals(100_001, products.size());
        assertTrue(IntStream.range(0, 100_000).allMatch(i -> products.mayContain("p-" + i)));
        assertTrue(products.mayContain("new"));
        assertTrue(IntStream.range(0, 100_000).noneMatch(i -> products.mayContain("q-" + i)));
    }

    @Test
    void product_thatANewSnapshotLacks_isGoneWhenThatIsComplete() {
        products.begin();
        products.add("old");
        products.end();
        products.begin();
        products.add("new");
        assertTrue(products.mayContain("old"));
        products.end();
        assertFalse(products.mayContain("old"));
    }
}
