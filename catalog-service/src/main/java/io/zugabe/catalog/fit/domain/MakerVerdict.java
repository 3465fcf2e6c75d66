package io.zugabe.catalog.fit.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What makers say about a pair of groups, over what rules say, by {@link Precedence}.
 *
 * <p>A statement that may mean the pair, but for a missing attribute, never makes an answer better: where
 * it would make it worse, the answer is unknown.
 */
final class MakerVerdict {

    private final List<Ground> exclusions = new ArrayList<>();
    private final List<Ground> lists = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    private final List<MakerStatement> doubtful = new ArrayList<>();
    private final Set<String> missing = new TreeSet<>();

    private MakerVerdict() {}

    /** The answer for a pair, given what the rules say. */
    static FitAnswer over(FitAnswer ofRules, FitGroup host, FitGroup part) {
        MakerVerdict verdict = new MakerVerdict();
        host.asHost().forEach((id, hostMembership) -> {
            Membership partMembership = part.asPart().get(id);
            if (partMembership != null) {
                verdict.add(hostMembership, partMembership);
            }
        });
        return verdict.answer(ofRules);
    }

    private void add(Membership host, Membership part) {
        MakerStatement statement = host.statement();
        if (host.certain() && part.certain()) {
            boolean excluding = Precedence.of(statement) == Precedence.MAKER_EXCLUSION;
            (excluding ? exclusions : lists).add(new Ground(statement, statement.verdict()));
            statement.limits().forEach(limit -> limits.add(limit.inWords()));
        } else if (statement.verdict() != Verdict.FITS) {
            doubtful.add(statement);
            host.missing().forEach(attribute -> missing.add(Pair.HOST + attribute));
            part.missing().forEach(attribute -> missing.add(Pair.PART + attribute));
        }
    }

    private FitAnswer answer(FitAnswer ofRules) {
        Map<Precedence, FitAnswer> said = new EnumMap<>(Precedence.class);
        said.put(Precedence.MAKER_EXCLUSION, together(exclusions));
        said.put(Precedence.MAKER_LIST, together(lists));
        said.put(Precedence.RULE, ofRules);
        FitAnswer certain = Precedence.decide(said);
        if (doubtful.isEmpty() || !certain.verdict().isFit()) {
            return certain;
        }
        List<Ground> all = new ArrayList<>(certain.grounds());
        doubtful.forEach(statement -> all.add(new Ground(statement, Verdict.UNKNOWN)));
        return FitAnswer.of(Verdict.UNKNOWN, List.of(), all, missing).overruling(certain.overruled());
    }

    /** What statements of one rank say together. */
    private FitAnswer together(List<Ground> grounds) {
        Verdict verdict = grounds.stream().map(Ground::verdict).reduce(Verdict.FITS, Verdict::and);
        return grounds.isEmpty() ? FitAnswer.NOTHING_SAID : FitAnswer.of(verdict, limits, grounds, Set.of());
    }
}
