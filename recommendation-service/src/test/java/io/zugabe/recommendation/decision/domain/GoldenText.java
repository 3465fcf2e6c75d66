package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.customer.domain.CustomerProfile;
import io.zugabe.recommendation.customer.domain.CustomerTreatment;
import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.replica.domain.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A decision as a merchandiser reads it: what was asked, for whom, what is offered and why, and what is not and why not. */
final class GoldenText {

    private static final int MOST_NAMED = 8;

    private final StringBuilder text = new StringBuilder();

    private GoldenText() {}

    static String of(GoldenCases.Case golden, Decision decision) {
        GoldenText writer = new GoldenText();
        writer.line("# " + golden.title());
        writer.line("");
        writer.asked(golden.ask().request());
        writer.customer(golden.ask());
        writer.line("");
        writer.answer(decision);
        writer.line("");
        writer.line("How it came about");
        decision.stages().forEach(writer::stage);
        return writer.text.toString();
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private void asked(OfferRequest request) {
        line("Asked      " + request.placement() + ", in " + request.locale() + ", on " + Ask.NOW);
        list("About", request.anchors());
        list(
                "Cart",
                request.cart().stream().map(OfferRequest.CartLine::productId).toList());
        list("Kinds", request.kinds().stream().map(Enum::name).toList());
        String where = "%s %s %s %s"
                .formatted(
                        request.circumstances().region(),
                        request.circumstances().device(),
                        request.circumstances().weather(),
                        request.circumstances().occasion())
                .strip();
        list("Where", where.isEmpty() ? List.of() : List.of(where));
        OfferRequest.Filter filter = request.filter();
        list("Never", filter.exclude());
        list("Only types", filter.types());
        filter.maxPrice().ifPresent(price -> line("At most    " + money(price)));
        wishes(filter.wishes());
    }

    private void wishes(Wishes wishes) {
        list("Include", wishes.include());
        wishes.pins().forEach(pin -> line("Pin        " + pin.productId() + " at " + pin.rank()));
        wishes.boosts().forEach(boost -> line("Boost      " + boost.products() + " × " + number(boost.factor(), 2)));
        wishes.exclude().forEach(set -> line("Leave out  " + set));
        if (wishes.strict()) {
            line("Strict     nothing else");
        }
        if (!wishes.caps().equals(Wishes.Caps.NONE)) {
            line("Caps       " + wishes.caps());
        }
    }

    private void customer(Ask ask) {
        CustomerProfile profile = ask.customer().profile();
        CustomerTreatment how = profile.treatment();
        line("Customer   "
                + (how.reasonCodes().isEmpty()
                        ? "no reason for a special treatment"
                        : String.join(", ", how.reasonCodes())));
        list(
                "Owns",
                profile.owned().stream()
                        .map(owned -> owned.productId() + " since " + ago(owned.time()))
                        .toList());
        list(
                "Looked at",
                profile.recent().stream().map(CustomerProfile.Recent::productId).toList());
        list(
                "Due",
                profile.dueProducts().stream()
                        .map(due -> due.productId() + " on " + due.due())
                        .toList());
        list("Cases", cases(profile));
        list(
                "Consents",
                profile.consents().entrySet().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList());
        list("Quiet", how.quietProducts().keySet().stream().sorted().toList());
        how.priceCeiling().ifPresent(ceiling -> line("Ceiling    " + money(ceiling)));
        if (how.onlyWhenTriggered()) {
            line("Triggered  cross-selling only after something was put in the cart");
        }
        if (how.lowReturnRiskOnly()) {
            line("Risk       only what comes back no more often than usual");
        }
    }

    private static List<String> cases(CustomerProfile profile) {
        List<String> cases = new ArrayList<>();
        if (profile.openCase()) {
            cases.add("one is open");
        }
        if (profile.caseResolved()) {
            cases.add("one was solved");
        }
        return cases;
    }

    private static String ago(Instant time) {
        return Duration.between(time, Ask.NOW).toDays() + " days";
    }

    private void list(String head, List<String> values) {
        if (!values.isEmpty()) {
            line("%-10s %s".formatted(head, String.join(", ", values)));
        }
    }

    private void answer(Decision decision) {
        decision.silence().ifPresent(why -> line("Nothing is offered: " + why + ". " + why.description()));
        decision.quietUntil().ifPresent(until -> line("It makes sense to ask again on " + until));
        list("Shown first", decision.advice());
        decision.offers().forEach(this::offer);
    }

    private void offer(Offer offer) {
        line("%d. %s (%s)"
                .formatted(
                        offer.rank(),
                        offer.product().name().in("en"),
                        offer.product().id()));
        line("   %s, %s, need %s, worth %s"
                .formatted(offer.kind(), money(offer.price()), offer.need(), number(offer.value(), 2)));
        line("   for " + String.join(", ", offer.complements()));
        offer.fit().ifPresent(fit -> line("   " + fit.verdict() + " with " + fit.hostId()));
        offer.after().ifPresent(after -> line("   to be offered " + after.toDays() + " days after the purchase"));
        offer.extras()
                .bundle()
                .ifPresent(set -> line("   %d products at %s instead of %s"
                        .formatted(set.parts().size(), money(set.price()), money(set.list()))));
        offer.extras().until().ifPresent(end -> line("   until " + end));
        offer.extras()
                .differences()
                .forEach(each -> line("   %s %s: %s instead of %s %s"
                        .formatted(
                                each.better() ? "+" : "-", each.name().in("en"), each.to(), each.from(), each.unit())));
        offer.reasons().forEach(reason -> line("   – " + reason.code() + ": " + reason.text()));
    }

    private void stage(StageTrace stage) {
        line("");
        line("%s: %d came in, %d went on".formatted(stage.stage(), stage.entered(), stage.left()));
        stage.notes().forEach(note -> line("   " + note));
        if (stage.stage().equals("candidates")) {
            group(stage, true);
        }
        group(stage, false);
        if (stage.stage().equals("value") || stage.stage().equals("kinds")) {
            stage.candidates().stream()
                    .filter(StageTrace.CandidateTrace::passed)
                    .forEach(this::value);
        }
    }

    /** Products by where they came from, or by why they were dropped. */
    private void group(StageTrace stage, boolean passed) {
        Map<String, TreeSet<String>> groups = new TreeMap<>();
        for (StageTrace.CandidateTrace each : stage.candidates()) {
            if (each.passed() == passed) {
                String head = passed ? "from " + each.code() : "dropped, " + each.code() + " (" + each.detail() + ")";
                groups.computeIfAbsent(head, ignored -> new TreeSet<>()).add(each.productId());
            }
        }
        groups.forEach((head, ids) -> {
            String named = String.join(", ", ids.stream().limit(MOST_NAMED).toList());
            String more = ids.size() > MOST_NAMED ? " and " + (ids.size() - MOST_NAMED) + " more" : "";
            line("   " + head + ": " + named + more);
        });
    }

    private void value(StageTrace.CandidateTrace each) {
        Map<String, Double> of = each.numbers();
        line(
                of.containsKey("p_accept")
                        ? "   %s: %s accept × (margin %s − returns %s) − attention %s = %s, from %s"
                                .formatted(
                                        each.productId(),
                                        number(of.get("p_accept"), 3),
                                        number(of.get("margin"), 2),
                                        number(of.get("expected_return_cost"), 2),
                                        number(of.get("expected_attention_cost"), 3),
                                        number(of.get("value"), 2),
                                        each.code())
                        : "   %s: worth %s, adds %s to the cart, from %s"
                                .formatted(
                                        each.productId(),
                                        number(of.getOrDefault("value", 0.0), 2),
                                        number(of.getOrDefault("adds", 0.0), 2),
                                        each.code()));
    }

    private static String money(Money money) {
        return "%s %s".formatted(number(money.amount(), 2), money.currency());
    }

    private static String number(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value == 0 ? 0.0 : value);
    }
}
