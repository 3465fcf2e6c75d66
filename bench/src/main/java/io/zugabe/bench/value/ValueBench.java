package io.zugabe.bench.value;

import io.zugabe.bench.Bench;
import io.zugabe.bench.Figures;
import io.zugabe.bench.Options;
import io.zugabe.bench.value.CdnowData.Customer;
import io.zugabe.segmentation.value.domain.BgNbdFit;
import io.zugabe.segmentation.value.domain.GammaGammaFit;
import java.io.IOException;

/** Whether the fits to CDNOW give the parameters of the literature, and the models its reference values. */
public final class ValueBench {

    private static final double TO_MILLIS = 1e-6;

    private ValueBench() {}

    /** {@code {"r", "alpha", "a", "b", "logLikelihood", "p", "q", "v", "cases", "casesAgree"}}. */
    public static String run(Options options) throws IOException {
        CdnowData data = CdnowData.read(options.data()
                .orElseThrow(() -> new IllegalArgumentException(
                        "value needs --data DIR, a folder with the CDNOW sample, which is no part of the project")));
        long start = System.nanoTime();
        BgNbdFit.Result orders =
                BgNbdFit.fit(data.customers().stream().map(Customer::history).toList());
        long between = System.nanoTime();
        GammaGammaFit.Result spend =
                GammaGammaFit.fit(data.customers().stream().map(Customer::spend).toList());
        long end = System.nanoTime();
        Bench.say(
                "BG/NBD fitted to %,d customers in %.0f ms, Gamma-Gamma to the %,d who came again in %.0f ms",
                orders.customers(), (between - start) * TO_MILLIS, spend.customers(), (end - between) * TO_MILLIS);
        ReferenceCases cases = new ReferenceCases(data).check();
        Bench.say("%d of %d reference values agree", cases.agree(), cases.cases());
        return new Figures()
                .number("r", orders.model().r(), 4)
                .number("alpha", orders.model().alpha(), 4)
                .number("a", orders.model().a(), 4)
                .number("b", orders.model().b(), 4)
                .number("logLikelihood", orders.logLikelihood(), 4)
                .number("p", spend.model().p(), 4)
                .number("q", spend.model().q(), 4)
                .number("v", spend.model().v(), 4)
                .count("cases", cases.cases())
                .count("casesAgree", cases.agree())
                .json();
    }
}
