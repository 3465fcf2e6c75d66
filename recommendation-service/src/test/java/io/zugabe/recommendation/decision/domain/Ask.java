package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.recommendation.campaigns.domain.Campaigns;
import io.zugabe.recommendation.customer.domain.Customer;
import io.zugabe.recommendation.customer.domain.CustomerProfile;
import io.zugabe.recommendation.customer.domain.CustomerTreatment;
import io.zugabe.recommendation.experiments.domain.AppliedArm;
import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.replenishment.domain.DueProduct;
import io.zugabe.recommendation.replica.domain.Circumstances;
import io.zugabe.recommendation.replica.domain.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A question to a shop. */
final class Ask {

    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Placement placement;
    private List<String> anchors = List.of();
    private List<OfferRequest.CartLine> cart = List.of();
    private final List<CustomerProfile.Owned> owned = new ArrayList<>();
    private List<CustomerProfile.Recent> recent = List.of();
    private final List<DueProduct> due = new ArrayList<>();
    private Set<String> segments = Set.of();
    private Campaigns campaigns = Campaigns.NONE;
    private boolean openCase;
    private boolean caseResolved;
    private boolean interest;
    private Map<String, Boolean> consents = Map.of();
    private Optional<Instant> cartFilled = Optional.empty();
    private CustomerTreatment treatment = CustomerTreatment.UNKNOWN;
    private boolean unreadable;
    private boolean member;
    private Optional<Money> freeFrom = Optional.empty();
    private String locale = "en";
    private Circumstances circumstances = Circumstances.UNKNOWN;
    private List<OfferKind> kinds = List.of();
    private int most;
    private OfferRequest.Filter filter = OfferRequest.Filter.NONE;
    private List<AppliedArm> arms = List.of();
    private long seed = 42;

    private Ask(Placement placement) {
        this.placement = placement;
    }

    static Ask at(Placement placement) {
        return new Ask(placement);
    }

    static Ask about(String... anchors) {
        return at(Placement.PRODUCT_PAGE).anchors(anchors);
    }

    Ask anchors(String... ids) {
        anchors = List.of(ids);
        return this;
    }

    Ask cart(String... ids) {
        cart = List.of(ids).stream()
                .map(id -> new OfferRequest.CartLine(id, 1, Optional.empty()))
                .toList();
        return this;
    }

    /** Adds a line to the cart, at a price of its own. */
    Ask line(String id, long quantity, double price) {
        cart = new ArrayList<>(cart);
        cart.add(new OfferRequest.CartLine(id, quantity, Optional.of(Shop.euros(price))));
        return this;
    }

    Ask memberOf(String... ids) {
        segments = Set.of(ids);
        return this;
    }

    Ask during(Campaigns those) {
        campaigns = those;
        return this;
    }

    Ask owns(String id, int sinceDays) {
        owned.add(new CustomerProfile.Owned(id, NOW.minus(Duration.ofDays(sinceDays)), 1));
        return this;
    }

    Ask lookedAt(String... ids) {
        recent = List.of(ids).stream()
                .map(id -> new CustomerProfile.Recent(id, NOW.minus(Duration.ofMinutes(1))))
                .toList();
        return this;
    }

    Ask lookedAt(String id, Duration ago) {
        recent = List.of(new CustomerProfile.Recent(id, NOW.minus(ago)));
        return this;
    }

    /** Needed again in so many days, give or take some; quiet until the interval begins. */
    Ask needs(String id, int inDays, int giveOrTake) {
        Instant day = NOW.plus(Duration.ofDays(inDays));
        Instant from = day.minus(Duration.ofDays(giveOrTake));
        due.add(new DueProduct(id, day, from, day.plus(Duration.ofDays(giveOrTake)), from, 0.8));
        return this;
    }

    Ask filledCart(Duration ago) {
        cartFilled = Optional.of(NOW.minus(ago));
        return this;
    }

    Ask treated(CustomerTreatment how) {
        treatment = how;
        return this;
    }

    Ask member() {
        member = true;
        return this;
    }

    /** Shipping is free from this order value on, in euros. */
    Ask freeFrom(double euros) {
        freeFrom = Optional.of(Shop.euros(euros));
        return this;
    }

    Ask openCase() {
        openCase = true;
        return this;
    }

    Ask solvedCase() {
        caseResolved = true;
        return this;
    }

    Ask showedInterest() {
        interest = true;
        return this;
    }

    Ask consents(String purpose, boolean granted) {
        consents = Map.of(purpose, granted);
        return this;
    }

    Ask unreadable() {
        unreadable = true;
        return this;
    }

    Ask in(String language) {
        locale = language;
        return this;
    }

    Ask under(Circumstances known) {
        circumstances = known;
        return this;
    }

    Ask kinds(OfferKind... wanted) {
        kinds = List.of(wanted);
        return this;
    }

    Ask most(int offers) {
        most = offers;
        return this;
    }

    Ask filter(List<String> exclude, List<String> types, double maxPrice) {
        filter = new OfferRequest.Filter(
                exclude, types, maxPrice == 0 ? Optional.empty() : Optional.of(Shop.euros(maxPrice)));
        return this;
    }

    Ask filter(OfferRequest.Filter wanted) {
        filter = wanted;
        return this;
    }

    Ask wishes(Wishes wishes) {
        return wishes(wishes, 0);
    }

    Ask wishes(Wishes wishes, int age) {
        filter = new OfferRequest.Filter(List.of(), List.of(), Optional.empty(), wishes, age);
        return this;
    }

    Ask ranking(String parameter) {
        arms = List.of(new AppliedArm("e", "a", 1, Map.of("ranking", parameter)));
        return this;
    }

    Ask seed(long value) {
        seed = value;
        return this;
    }

    Decision of(Shop shop) {
        return of(shop.snapshot());
    }

    Decision of(Snapshot shop) {
        Snapshot snapshot = with(shop);
        OfferRequest request = request();
        Decide decide = new Decide(Settings.DEFAULT);
        Decision explained = decide.explain(request, customer(), snapshot, arms, NOW, seed);
        Decision unexplained = decide.decide(request, customer(), snapshot, arms, NOW, seed);
        assertEquals(explained.offers(), unexplained.offers(), "an explanation must be of the decision that was made");
        assertEquals(explained.silence(), unexplained.silence());
        return explained;
    }

    /** What the stages of a decision share. */
    Situation situation(Snapshot snapshot) {
        OfferRequest request = request();
        Products products = Products.of(request, customer().profile(), snapshot.catalog());
        return new Situation(request, customer(), snapshot, products, Ranking.VALUE, NOW, seed);
    }

    OfferRequest request() {
        return new OfferRequest(
                "c-1",
                "",
                "",
                placement,
                anchors,
                cart,
                locale,
                Optional.empty(),
                circumstances,
                kinds,
                most,
                filter,
                false,
                freeFrom);
    }

    private Snapshot with(Snapshot snapshot) {
        return new Snapshot(
                snapshot.catalog(),
                snapshot.baskets(),
                snapshot.taste(),
                snapshot.sessions(),
                snapshot.acceptance(),
                snapshot.learned(),
                campaigns,
                snapshot.merchandise(),
                snapshot.incentives());
    }

    Customer customer() {
        CustomerProfile profile = new CustomerProfile(
                1,
                openCase,
                caseResolved,
                interest,
                consents,
                owned,
                recent,
                cartFilled,
                due,
                segments,
                treatment,
                member);
        return unreadable ? new Customer.Unreadable() : new Customer.Known(profile);
    }

    static List<String> ids(Decision decision) {
        return decision.offers().stream().map(offer -> offer.product().id()).toList();
    }

    static Offer offer(Decision decision, String id) {
        return decision.offers().stream()
                .filter(offer -> offer.product().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not offered: " + decision.stages()));
    }

    /** Why a stage dropped a product. */
    static String dropped(Decision decision, String stage, String id) {
        return decision.stages().stream()
                .filter(trace -> trace.stage().equals(stage))
                .flatMap(trace -> trace.candidates().stream())
                .filter(candidate -> candidate.productId().equals(id) && !candidate.passed())
                .map(StageTrace.CandidateTrace::code)
                .findFirst()
                .orElse("");
    }
}
