package io.zugabe.catalog.fit.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What makers say about a pair of groups, over what rules say: exclusion beats list beats rules.
 *
 * <p>A statement that may mean the pair, but for a missing attribute, never makes an answer better: where
 * it would make it worse, the answer is unknown.
 */
final class MakerVerdict {

    private final List<Ground> grounds = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    private final List<MakerStatement> doubtful = new ArrayList<>();
    private final Set<String> missing = new TreeSet<>();
    private boolean excluded;
    private boolean limited;

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
            grounds.add(new Ground(statement, statement.verdict()));
            excluded |= statement.verdict() == Verdict.DOES_NOT_FIT;
            limited |= statement.verdict() == Verdict.FITS_WITH_LIMITS;
            limits.addAll(statement.limits());
        } else if (statement.verdict() != Verdict.FITS) {
            doubtful.add(statement);
            host.missing().forEach(attribute -> missing.add(Pair.HOST + attribute));
            part.missing().forEach(attribute -> missing.add(Pair.PART + attribute));
        }
    }

    private FitAnswer answer(FitAnswer ofRules) {
        if (excluded) {
            return FitAnswer.of(Verdict.DOES_NOT_FIT, List.of(), grounds, Set.of());
        }
        FitAnswer certain = grounds.isEmpty()
                ? ofRules
                : FitAnswer.of(limited ? Verdict.FITS_WITH_LIMITS : Verdict.FITS, limits, grounds, Set.of());
        if (doubtful.isEmpty() || !certain.verdict().isFit()) {
            return certain;
        }
        List<Ground> all = new ArrayList<>(certain.grounds());
        doubtful.forEach(statement -> all.add(new Ground(statement, Verdict.UNKNOWN)));
        return FitAnswer.of(Verdict.UNKNOWN, List.of(), all, missing);
    }
}
