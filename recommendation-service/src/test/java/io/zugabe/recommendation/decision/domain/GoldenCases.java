package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.kinds.domain.ProductSet;
import io.zugabe.recommendation.replica.domain.Circumstances;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Questions to the demo shop: all placements, all segments, what the mission names, and the filters. */
final class GoldenCases {

    private static final String CAMERA = "canon-eos-r6-mark-ii";
    private static final String TENT = "vaude-taurus-2p";
    private static final String DRILL = "makita-ddf485z";
    private static final String BICYCLE = "cube-touring-one";
    private static final String LAPTOP = "dell-inspiron-15-3520";
    private static final String CELLS = "duracell-plus-lr6-4";
    private static final String SHAMPOO = "olaplex-no-4-bond-maintenance-shampoo-250-ml";

    private final List<Case> cases = new ArrayList<>();

    /**
     * A question.
     *
     * @param name of its file
     * @param title what it shows, for readers
     */
    record Case(String name, String title, Ask ask) {}

    static List<Case> all() {
        GoldenCases golden = new GoldenCases();
        golden.pages();
        golden.segments();
        golden.carts();
        golden.home();
        golden.afterwards();
        golden.service();
        golden.filters();
        return golden.cases;
    }

    private void add(String name, String title, Ask ask) {
        cases.add(new Case(name, title, ask));
    }

    private void page(String name, String product, String title) {
        add("page-" + name, title, Ask.about(product));
    }

    private void pages() {
        page("tent", TENT, "A tent: sleeping bag, mat and lamp go with it");
        page("bin", "brabantia-touch-bin-40-l", "A bin: bags that fit, and spray");
        page("laptop", LAPTOP, "A laptop: bag, mouse, antivirus");
        page("bicycle", BICYCLE, "A bicycle: helmet, lock, light; a bundle");
        page("shampoo", SHAMPOO, "A shampoo: its conditioner");
        page("printer", "hp-deskjet-2720e", "A printer: only cartridges that fit");
        page("camera", CAMERA, "A camera: battery and card before the purchase, no tripod yet");
        page("drill", DRILL, "A drill without battery: battery and charger of its platform");
        page("rice-cooker", "reishunger-digital-rice-cooker", "A rice cooker: rice");
        page("tennis-racket", "babolat-pure-drive", "A racket: balls, grip, bag");
        page("garden-chair", "nardi-net-relax", "A garden chair: its cushion");
        page("phone", "apple-iphone-14-128gb", "A phone: charger and cable of its protocol");
        page("cells", CELLS, "Batteries: the larger pack, cheaper by piece");
        page("camera-upgrade", "canon-eos-r10", "A camera: the next better one, with the differences");
        page("coffee-machine", "delonghi-dinamica-ecam-350-55-b", "A coffee machine: descaler, filter, beans");
        page("lens", "canon-rf-50mm-f1.8-stm", "A lens: filters of its thread");
        add("page-tent-in-german", "The same tent in German", Ask.about(TENT).in("de"));
    }

    private void segments() {
        add(
                "segment-service-demander",
                "No services for those whose service costs eat the margin; how-to first",
                Ask.about(LAPTOP)
                        .treated(Treatments.of("SERVICE_DEMANDER")
                                .kinds("ADD_ON", "UPGRADE", "BUNDLE", "REPLENISHMENT", "SAMPLE", "POPULAR", "HOW_TO")
                                .advice("HOW_TO", "SELF_SERVICE")
                                .done()));
        add(
                "segment-revenue-reverser",
                "Only what comes back no more often than usual; size and fit first",
                Ask.about("asics-gel-nimbus-26")
                        .treated(Treatments.of("REVENUE_REVERSER")
                                .lowReturnRiskOnly()
                                .advice("SIZE_AND_FIT")
                                .done()));
        add(
                "segment-promotion-maximizer",
                "The same offers as to anyone, at full price",
                Ask.about(TENT).treated(Treatments.of("PROMOTION_MAXIMIZER").done()));
        add(
                "segment-spending-limiter",
                "Up-selling instead of cross-selling",
                Ask.about(CELLS).treated(limiter()));
        add(
                "segment-spending-limiter-triggered",
                "Something was put in the cart: cross-selling, within the budget",
                Ask.at(Placement.CART).cart(TENT).treated(limiter()));
        add(
                "segment-do-not-disturb",
                "Offers make this customer buy less: none",
                Ask.about(TENT)
                        .treated(Treatments.of("DO_NOT_DISTURB")
                                .silentUntil(Ask.NOW.plus(Duration.ofDays(14)))
                                .done()));
        add(
                "segment-open-case",
                "A service case is open: no offer",
                Ask.about(CAMERA).openCase());
        add(
                "segment-no-personalization",
                "Consent refused: as to anyone, though a camera is owned",
                Ask.at(Placement.HOME)
                        .owns(CAMERA, 30)
                        .treated(Treatments.of("NO_CONSENT").anonymous().done()));
        add(
                "segment-fatigue",
                "Shown often without interest: quiet, and until when",
                Ask.about(BICYCLE)
                        .treated(Treatments.of("FATIGUE")
                                .silentUntil(Ask.NOW.plus(Duration.ofDays(3)))
                                .done()));
        add(
                "segment-dismissed",
                "A sleeping bag was dismissed: nothing for that need",
                Ask.about(TENT)
                        .treated(Treatments.of("DISMISSED")
                                .quiet("deuter-orbit-0", Ask.NOW.plus(Duration.ofDays(20)))
                                .done()));
        add(
                "segment-unreadable",
                "Who it is could not be read: as to anyone",
                Ask.about(TENT).unreadable());
        add(
                "segment-owner",
                "A battery for the camera that is owned; what else goes with that camera",
                Ask.about("canon-lp-e6p").owns(CAMERA, 60));
    }

    private static io.zugabe.recommendation.customer.domain.CustomerTreatment limiter() {
        return Treatments.of("SPENDING_LIMITER").onlyWhenTriggered().ceiling(60).done();
    }

    private void carts() {
        add(
                "cart-camera",
                "Camera and battery in the cart: no second battery",
                Ask.at(Placement.CART).cart(CAMERA, "canon-lp-e6p"));
        add(
                "cart-shampoo",
                "A shampoo in the cart: a sample comes with it",
                Ask.at(Placement.CART).cart(SHAMPOO));
        add(
                "cart-contract",
                "A warranty of three years in the cart: the one of five",
                Ask.at(Placement.CART).cart("miele-wwd020-wcs", "service-warranty-3y-1000"));
        add(
                "cart-mixed",
                "A tent and a printer: something for each",
                Ask.at(Placement.CART).cart(TENT, "hp-deskjet-2720e"));
        add(
                "checkout-camera",
                "The checkout: at most two, at most a quarter of the cart",
                Ask.at(Placement.CHECKOUT).cart(CAMERA));
        add(
                "checkout-cells",
                "A small cart leaves hardly any room",
                Ask.at(Placement.CHECKOUT).cart(CELLS));
        add(
                "checkout-bicycle",
                "A bicycle at the checkout",
                Ask.at(Placement.CHECKOUT).cart(BICYCLE));
    }

    private void home() {
        add("home-visitor", "Nobody known: what is popular, and the deal of the day", Ask.at(Placement.HOME));
        add(
                "home-looked-at",
                "A tent was looked at a moment ago",
                Ask.at(Placement.HOME).lookedAt(TENT));
        add("home-owner", "A camera is owned", Ask.at(Placement.HOME).owns(CAMERA, 40));
        add(
                "home-replenishment",
                "The toothbrush heads run out",
                Ask.at(Placement.HOME)
                        .owns("oral-b-io-ultimate-clean-4", 90)
                        .needs("oral-b-io-ultimate-clean-4", 0, 5));
        add(
                "home-replenishment-early",
                "They do not run out yet: silent about them",
                Ask.at(Placement.HOME)
                        .owns("oral-b-io-ultimate-clean-4", 10)
                        .needs("oral-b-io-ultimate-clean-4", 80, 5));
    }

    private void afterwards() {
        add(
                "thank-you-camera",
                "A camera was bought: what is needed at once first, what is for later only if there is room",
                Ask.at(Placement.THANK_YOU).anchors(CAMERA));
        add(
                "thank-you-tripod",
                "Of tripods alone: to be offered a week later",
                Ask.at(Placement.THANK_YOU).anchors(CAMERA).filter(List.of(), List.of("tripod"), 0));
        add(
                "thank-you-coffee",
                "A coffee machine was bought",
                Ask.at(Placement.THANK_YOU).anchors("jura-e8"));
        add(
                "follow-up-camera",
                "Eight days after the camera: the tripod by e-mail",
                Ask.at(Placement.FOLLOW_UP).owns(CAMERA, 8).consents("email", true));
        add(
                "follow-up-too-early",
                "One day after the camera: not yet",
                Ask.at(Placement.FOLLOW_UP).owns(CAMERA, 1).consents("email", true));
        add(
                "follow-up-no-consent",
                "No consent to e-mail: nothing is sent",
                Ask.at(Placement.FOLLOW_UP).owns(CAMERA, 8));
        add(
                "follow-up-left-cart",
                "A tent was left in the cart",
                Ask.at(Placement.FOLLOW_UP).anchors(TENT).consents("email", true));
    }

    private void service() {
        add(
                "service-call-no-case",
                "A call without a solved case: no offer",
                Ask.at(Placement.SERVICE_CALL).anchors("hp-deskjet-2720e"));
        add(
                "service-call-solved",
                "The case is solved: a cartridge that fits",
                Ask.at(Placement.SERVICE_CALL).anchors("hp-deskjet-2720e").solvedCase());
        add(
                "service-call-open",
                "Another case is open: no offer",
                Ask.at(Placement.SERVICE_CALL)
                        .anchors("hp-deskjet-2720e")
                        .solvedCase()
                        .openCase());
    }

    private void filters() {
        add("filter-price", "Nothing above 30 €", Ask.about(TENT).filter(List.of(), List.of(), 30));
        add("filter-types", "Only services", Ask.about(LAPTOP).filter(List.of(), List.of("service"), 0));
        add(
                "filter-pin",
                "A lamp is pinned to the first place",
                Ask.about(TENT).wishes(new Wish().pin("black-diamond-moji", 1).done()));
        add(
                "filter-caps",
                "One of each brand",
                Ask.about(BICYCLE).wishes(new Wish().caps(1, 0, 0).done()));
        add(
                "filter-boost",
                "Sleeping mats count double; one brand is left out",
                Ask.about(TENT)
                        .wishes(new Wish()
                                .boost(new ProductSet.OfType("sleeping_mat"), 2)
                                .exclude(new ProductSet.OfBrand("Deuter"))
                                .done()));
        add(
                "filter-strict",
                "Nothing but two products",
                Ask.about(TENT)
                        .wishes(new Wish()
                                .include("black-diamond-moji")
                                .include("deuter-orbit-0")
                                .strict()
                                .done()));
        add(
                "context-winter",
                "Bad weather, a phone in the hand, in Austria",
                Ask.about(TENT).under(new Circumstances("AT", "mobile", "rain", "")));
        add(
                "ranking-popularity",
                "An experiment ranks by popularity",
                Ask.about(CAMERA).ranking("popularity"));
    }
}
