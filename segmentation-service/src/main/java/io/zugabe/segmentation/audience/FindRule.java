package io.zugabe.segmentation.audience;

import io.zugabe.segmentation.audience.domain.AudienceDefinition;
import io.zugabe.segmentation.audience.domain.Candidate;
import io.zugabe.segmentation.audience.domain.GroupDefinition;
import io.zugabe.segmentation.audience.domain.Marks;
import io.zugabe.segmentation.audience.domain.Resemblance;
import io.zugabe.segmentation.audience.domain.Rule;
import io.zugabe.segmentation.audience.domain.RuleFinding;
import io.zugabe.segmentation.audience.domain.ScoreBorder;
import io.zugabe.segmentation.audience.domain.TraitCounts;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds how a definition tells who is in it. */
@ApplicationScoped
class FindRule {

    private final ScanCustomers scan;
    private final DescribeBuyers describeBuyers;
    private final SmallGroups smallGroups;

    FindRule(ScanCustomers scan, DescribeBuyers describeBuyers, SmallGroups smallGroups) {
        this.scan = scan;
        this.describeBuyers = describeBuyers;
        this.smallGroups = smallGroups;
    }

    /** The rule of a definition; only within {@link ScanCustomers#run}. */
    Rule find(GroupDefinition definition, Progress progress) {
        return switch (definition.audience()) {
            case AudienceDefinition.OwnersMissing missing ->
                missing.traits().isEmpty() ? best(missing, progress) : RuleFinding.chosen(missing);
            case AudienceDefinition.LookAlikes alike -> lookAlikes(alike, definition.visitors(), progress);
            case AudienceDefinition.SegmentMembers members -> new Rule.MemberOf(members.segmentId(), members.missing());
        };
    }

    private Rule best(AudienceDefinition.OwnersMissing missing, Progress progress) {
        Marks marks = describeBuyers.compare(
                missing.anchor(), TraitCounts.all(), Candidate::ordered, false, smallGroups.least(), progress);
        return RuleFinding.best(missing, marks);
    }

    private Rule lookAlikes(AudienceDefinition.LookAlikes alike, boolean visitors, Progress progress) {
        Marks marks = describeBuyers.compare(
                alike.anchor(), TraitCounts.withoutOrders(), other -> true, visitors, smallGroups.least(), progress);
        Resemblance resemblance = RuleFinding.resemblance(marks);
        ScoreBorder border = new ScoreBorder();
        scan.each(visitors, "", progress, candidate -> {
            if (!candidate.ordered()) {
                border.add(resemblance.score(candidate));
            }
        });
        return RuleFinding.lookAlikes(alike, resemblance, border);
    }
}
