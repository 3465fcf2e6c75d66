package io.zugabe.bench.stats;

import io.zugabe.bench.Bench;
import io.zugabe.bench.Figures;
import io.zugabe.bench.Options;
import java.io.IOException;

/** Whether our statistics of experiments give the reference cases' values. */
public final class StatsBench {

    private StatsBench() {}

    /** {@code {"cases", "agree", "skipped"}}. */
    public static String run(Options options) throws IOException {
        ReferenceCases cases = ReferenceCases.check(options.data()
                .orElseThrow(() -> new IllegalArgumentException(
                        "stats needs --data DIR, a folder with stats_cases.json, which is no part of the project")));
        Bench.say("%d of %d cases agree, %d are skipped", cases.agree(), cases.cases(), cases.skipped());
        return new Figures()
                .count("cases", cases.cases())
                .count("agree", cases.agree())
                .count("skipped", cases.skipped())
                .json();
    }
}
