package io.zugabe.bench.baskets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.bench.baskets.Invoices.Invoice;
import io.zugabe.bench.baskets.Trial.Case;
import io.zugabe.recommendation.taste.domain.Ease;
import io.zugabe.recommendation.taste.domain.EaseSettings;
import io.zugabe.recommendation.taste.domain.ItemWeights;
import io.zugabe.recommendation.taste.domain.RepeatTerm;
import io.zugabe.recommendation.taste.domain.TasteScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** That nothing of what is hidden reaches a method: neither what it learns from nor what it is asked about. */
class TrialTest {

    private static final int EARLIER = 160;
    private static final int DRAWS = 3;
    private final List<Invoice> invoices = invoices();
    private final Trial trial = Trial.of(invoices, EARLIER, DRAWS, 42);

    @Test
    void hiddenProductsPermuted_changeNoScore() {
        ItemWeights weights = Ease.learn(trial.purchases(), EaseSettings.COMBINED, _ -> {});
        Method method = Method.withHistory(trial.histories(), RepeatTerm.USUAL);
        List<Case> cases = trial.cases().stream().flatMap(List::stream).toList();
        List<Integer> hidden = new ArrayList<>(cases.stream().map(Case::hidden).toList());
        Collections.shuffle(hidden, new Random(7));
        TasteScores scores = new TasteScores(weights);
        for (int i = 0; i < cases.size(); i++) {
            Case permuted = new Case(cases.get(i).seen(), hidden.get(i));
            assertEquals(Lists.list(cases.get(i), scores, method), Lists.list(permuted, scores, method));
        }
    }

    @Test
    void hiddenProduct_isNotAmongThoseSeen() {
        for (List<Case> draws : trial.cases()) {
            for (Case draw : draws) {
                assertTrue(Arrays.stream(draw.seen().products()).noneMatch(product -> product == draw.hidden()));
                assertTrue(draw.seen().products().length >= 2);
            }
        }
    }

    /** Whatever the later invoices hold, what is learned from stays the same. */
    @Test
    void laterInvoices_areNotLearnedFrom() {
        List<Invoice> others = new ArrayList<>(invoices.subList(0, EARLIER));
        invoices.subList(EARLIER, invoices.size())
                .forEach(invoice -> others.add(new Invoice(
                        invoice.number(), "1", invoice.day(), Map.of("P1", "a", "P2", "b", "P3", "c", "NEW", "d"))));
        Trial other = Trial.of(others, EARLIER, DRAWS, 42);

        assertEquals(trial.purchases().texts(), other.purchases().texts());
        assertEquals(trial.histories(), other.histories());
        for (int basket = 0; basket < EARLIER; basket++) {
            assertArrayEquals(
                    trial.purchases().baskets().get(basket).products(),
                    other.purchases().baskets().get(basket).products());
        }
    }

    @Test
    void draws_areTheSameInEveryRun() {
        Trial again = Trial.of(invoices, EARLIER, DRAWS, 42);
        for (int basket = 0; basket < trial.cases().size(); basket++) {
            for (int draw = 0; draw < DRAWS; draw++) {
                assertEquals(
                        trial.cases().get(basket).get(draw).hidden(),
                        again.cases().get(basket).get(draw).hidden());
            }
        }
    }

    private static List<Invoice> invoices() {
        Random random = new Random(3);
        List<Invoice> invoices = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Map<String, String> products = new TreeMap<>();
            for (int line = 0; line < 5; line++) {
                int product = random.nextInt(30);
                products.put("P" + product, "thing " + product % 7);
            }
            invoices.add(new Invoice(String.valueOf(1_000 + i), String.valueOf(random.nextInt(40)), i, products));
        }
        return invoices;
    }
}
