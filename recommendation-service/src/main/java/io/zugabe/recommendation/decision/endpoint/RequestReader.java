package io.zugabe.recommendation.decision.endpoint;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.type.Money;
import io.zugabe.kit.error.Violations;
import io.zugabe.recommendation.decision.adapter.MoneyMapping;
import io.zugabe.recommendation.decision.domain.OfferKind;
import io.zugabe.recommendation.decision.domain.OfferRequest;
import io.zugabe.recommendation.decision.domain.Placement;
import io.zugabe.recommendation.kinds.adapter.WishesReader;
import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.replica.domain.Circumstances;
import io.zugabe.recommendation.v1.CartLine;
import io.zugabe.recommendation.v1.Context;
import io.zugabe.recommendation.v1.Filter;
import io.zugabe.recommendation.v1.RecommendRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a request field by field; refuses it naming every field that is wrong, with its value. */
final class RequestReader {

    private static final Pattern PERSON = Pattern.compile("[!-~]{1,100}");
    private static final String PERSON_FORM = "must be 1 to 100 printable ASCII characters without spaces";
    private static final String VISITOR_PREFIX = "v:";
    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");
    private static final String PRODUCT_FORM = "must be 1 to 100 characters of [A-Za-z0-9._:/-]";
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_]{1,60}");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MOST_ANCHORS = 50;
    private static final int MOST_LINES = 500;
    private static final int MOST_EXCLUDED = 1_000;
    private static final int MOST_TYPES = 100;
    private static final int MOST_OFFERS = 100;
    private static final int OLDEST = 150;
    private static final long MOST_UNITS = 1_000_000;
    private static final long LARGEST_AMOUNT = 1_000_000_000_000L;
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final Pattern KEY = Pattern.compile("[a-z0-9_]{1,60}");
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final RecommendRequest message;
    private final Instant now;
    private final Violations violations = Violations.ofRequest();

    private RequestReader(RecommendRequest message, Instant now) {
        this.message = message;
        this.now = now;
    }

    static OfferRequest read(RecommendRequest message, Instant now) {
        return new RequestReader(message, now).read();
    }

    private OfferRequest read() {
        checkPerson();
        Optional<Placement> placement = placement();
        checkProducts();
        List<OfferRequest.CartLine> cart = cart();
        Optional<Instant> time = time();
        Circumstances circumstances = circumstances();
        List<OfferKind> kinds = kinds();
        violations.checkRange("max_offers", message.getMaxOffers(), 0, MOST_OFFERS);
        violations.checkRange("customer_age", message.getCustomerAge(), 0, OLDEST);
        OfferRequest.Filter filter = filter();
        violations.check(
                !message.hasShipping() || isAboveZero(message.getShipping().getFreeFrom()),
                "shipping.free_from",
                message.getShipping().getFreeFrom().getUnits(),
                "must be above 0: the order value from which on shipping is free");
        violations.throwIfAny();
        String locale = message.getContext().getLocale();
        return new OfferRequest(
                message.getCustomerId(),
                message.getVisitorId(),
                message.getSessionId(),
                placement.orElseThrow(),
                message.getAnchorProductIdsList(),
                cart,
                locale.isEmpty() ? "en" : locale,
                time,
                circumstances,
                kinds,
                message.getMaxOffers(),
                filter,
                message.getPreview(),
                message.hasShipping()
                        ? Optional.of(MoneyMapping.money(message.getShipping().getFreeFrom()))
                        : Optional.empty());
    }

    private void checkPerson() {
        if (message.getCustomerId().isEmpty() && message.getVisitorId().isEmpty()) {
            violations.add("customer_id", "is required unless visitor_id is given: " + PERSON_FORM);
        }
        checkPerson("customer_id", message.getCustomerId());
        violations.check( // it would be read as a visitor's key
                !message.getCustomerId().startsWith(VISITOR_PREFIX),
                "customer_id",
                message.getCustomerId(),
                "must not begin with \"v:\"");
        checkPerson("visitor_id", message.getVisitorId());
        checkPerson("session_id", message.getSessionId());
    }

    private void checkPerson(String field, String id) {
        if (!id.isEmpty()) {
            violations.checkPattern(field, id, PERSON, PERSON_FORM);
        }
    }

    private Optional<Placement> placement() {
        Optional<Placement> placement = Enums.placement(message.getPlacement());
        if (placement.isEmpty()) {
            violations.check(
                    false, "placement", message.getPlacementValue(), "is no placement; say where offers will be shown");
        }
        placement.ifPresent(this::checkNeeds);
        return placement;
    }

    private void checkNeeds(Placement placement) {
        switch (placement) {
            case PRODUCT_PAGE, THANK_YOU -> {
                if (message.getAnchorProductIdsCount() == 0) {
                    violations.add("anchor_product_ids", "is required at " + placement + ": 1 to 50 product ids");
                }
            }
            case CART, CHECKOUT -> {
                if (message.getCartCount() == 0) {
                    violations.add("cart", "is required at " + placement + ": 1 to 500 lines");
                }
            }
            case HOME, FOLLOW_UP, SERVICE_CALL -> {
                // what to complement may come from the customer's history
            }
        }
    }

    private void checkProducts() {
        if (violations.checkSize("anchor_product_ids", message.getAnchorProductIdsList(), 0, MOST_ANCHORS)) {
            for (int i = 0; i < message.getAnchorProductIdsCount(); i++) {
                violations.checkPattern(
                        "anchor_product_ids[" + i + "]", message.getAnchorProductIds(i), PRODUCT, PRODUCT_FORM);
            }
        }
    }

    private List<OfferRequest.CartLine> cart() {
        List<OfferRequest.CartLine> lines = new ArrayList<>();
        if (violations.checkSize("cart", message.getCartList(), 0, MOST_LINES)) {
            for (int i = 0; i < message.getCartCount(); i++) {
                lines.add(line(message.getCart(i), violations.at("cart[" + i + "]")));
            }
        }
        return lines;
    }

    private static OfferRequest.CartLine line(CartLine line, Violations violations) {
        violations.checkPattern("product_id", line.getProductId(), PRODUCT, PRODUCT_FORM);
        violations.checkRange("quantity", line.getQuantity(), 0, MOST_UNITS);
        Optional<Money> price = line.hasPrice() ? Optional.of(line.getPrice()) : Optional.empty();
        price.ifPresent(money -> checkMoney(money, violations.at("price")));
        return new OfferRequest.CartLine(
                line.getProductId(), Math.max(1, line.getQuantity()), price.map(MoneyMapping::money));
    }

    private boolean isAboveZero(Money money) {
        checkMoney(money, violations.at("shipping.free_from"));
        return money.getUnits() > 0 || money.getNanos() > 0;
    }

    private static void checkMoney(Money money, Violations violations) {
        violations.checkPattern("currency_code", money.getCurrencyCode(), CURRENCY, "must be an ISO 4217 code");
        violations.checkRange("units", money.getUnits(), 0, LARGEST_AMOUNT);
        violations.checkRange("nanos", money.getNanos(), 0, 999_999_999);
    }

    private Optional<Instant> time() {
        Context context = message.getContext();
        if (!context.getLocale().isEmpty()) {
            violations.checkPattern("context.locale", context.getLocale(), LOCALE, "must be a BCP 47 tag");
        }
        if (!context.hasTime()) {
            return Optional.empty();
        }
        Timestamp time = context.getTime();
        if (!Timestamps.isValid(time)) {
            violations.check(
                    false, "context.time", time.getSeconds() + "s " + time.getNanos() + "ns", "is no valid time");
            return Optional.empty();
        }
        Instant instant = Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
        violations.check(
                Duration.between(now, instant).abs().compareTo(FARTHEST) <= 0,
                "context.time",
                instant,
                "must be at most one year from now");
        return Optional.of(instant);
    }

    private Circumstances circumstances() {
        Context context = message.getContext();
        if (!context.getRegion().isEmpty()) {
            violations.checkPattern(
                    "context.region",
                    context.getRegion(),
                    REGION,
                    "must be an ISO 3166 code such as \"DE\" or \"DE-BY\"");
        }
        checkKey("context.device", context.getDevice());
        checkKey("context.weather", context.getWeather());
        checkKey("context.occasion", context.getOccasion());
        return new Circumstances(context.getRegion(), context.getDevice(), context.getWeather(), context.getOccasion());
    }

    private void checkKey(String field, String key) {
        if (!key.isEmpty()) {
            violations.checkPattern(field, key, KEY, "must be 1 to 60 characters of a-z 0-9 _");
        }
    }

    private List<OfferKind> kinds() {
        List<OfferKind> kinds = new ArrayList<>();
        for (int i = 0; i < message.getKindsCount(); i++) {
            Optional<OfferKind> kind = Enums.kind(message.getKinds(i));
            violations.check(kind.isPresent(), "kinds[" + i + "]", message.getKindsValue(i), "is no kind of offer");
            kind.ifPresent(kinds::add);
        }
        return kinds;
    }

    private OfferRequest.Filter filter() {
        Filter filter = message.getFilter();
        Violations fields = violations.at("filter");
        if (fields.checkSize("exclude_product_ids", filter.getExcludeProductIdsList(), 0, MOST_EXCLUDED)) {
            for (int i = 0; i < filter.getExcludeProductIdsCount(); i++) {
                fields.checkPattern(
                        "exclude_product_ids[" + i + "]", filter.getExcludeProductIds(i), PRODUCT, PRODUCT_FORM);
            }
        }
        if (fields.checkSize("types", filter.getTypesList(), 0, MOST_TYPES)) {
            for (int i = 0; i < filter.getTypesCount(); i++) {
                fields.checkPattern(
                        "types[" + i + "]", filter.getTypes(i), TYPE, "must be 1 to 60 characters of [a-z0-9_]");
            }
        }
        Optional<Money> most = filter.hasMaxPrice() ? Optional.of(filter.getMaxPrice()) : Optional.empty();
        most.ifPresent(money -> checkMoney(money, fields.at("max_price")));
        Wishes wishes = WishesReader.read(filter, fields);
        return new OfferRequest.Filter(
                filter.getExcludeProductIdsList(),
                filter.getTypesList(),
                most.map(MoneyMapping::money),
                wishes,
                message.getCustomerAge());
    }
}
