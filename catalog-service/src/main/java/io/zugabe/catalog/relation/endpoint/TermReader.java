package io.zugabe.catalog.relation.endpoint;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.RelationCondition;
import io.zugabe.kit.error.Violations;
import java.util.List;
import java.util.regex.Pattern;

/** Checks when a relation holds. */
final class TermReader {

    private static final Pattern REGION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final int MOST_REGIONS = 250;
    private static final int MOST_DEVICES = 20;
    private static final int MOST_KEYS = 50;
    private static final int MONTHS = 12;

    private TermReader() {}

    /** Notes what is wrong with the times and circumstances in which a relation holds. */
    static void check(Violations violations, Relation message) {
        boolean from =
                !message.hasValidFromTime() || checkTime(violations, "valid_from_time", message.getValidFromTime());
        boolean until =
                !message.hasValidUntilTime() || checkTime(violations, "valid_until_time", message.getValidUntilTime());
        if (from && until && message.hasValidFromTime() && message.hasValidUntilTime()) {
            violations.check(
                    Timestamps.compare(message.getValidFromTime(), message.getValidUntilTime()) < 0,
                    "valid_until_time",
                    Timestamps.toString(message.getValidUntilTime()),
                    "must be after valid_from_time, " + Timestamps.toString(message.getValidFromTime()));
        }
        checkCondition(violations, message.getCondition());
    }

    private static boolean checkTime(Violations violations, String field, Timestamp time) {
        return violations.check(
                Timestamps.isValid(time), field, time.getSeconds() + " s", "must be in the years 1 to 9999");
    }

    private static void checkCondition(Violations violations, RelationCondition condition) {
        List<String> regions = condition.getRegionsList();
        violations.checkSize("condition.regions", regions, 0, MOST_REGIONS);
        for (int i = 0; i < Math.min(regions.size(), MOST_REGIONS); i++) {
            violations.checkPattern(
                    "condition.regions[" + i + "]",
                    regions.get(i),
                    REGION,
                    "must be an ISO 3166 code such as \"DE\" or \"DE-BY\"");
        }
        checkKeys(violations, "condition.devices", condition.getDevicesList(), MOST_DEVICES);
        checkKeys(violations, "condition.weathers", condition.getWeathersList(), MOST_KEYS);
        checkKeys(violations, "condition.occasions", condition.getOccasionsList(), MOST_KEYS);
        violations.checkSize("condition.months", condition.getMonthsList(), 0, MONTHS);
        for (int i = 0; i < Math.min(condition.getMonthsCount(), MONTHS); i++) {
            violations.checkRange("condition.months[" + i + "]", condition.getMonths(i), 1, MONTHS);
        }
    }

    private static void checkKeys(Violations violations, String field, List<String> keys, int most) {
        violations.checkSize(field, keys, 0, most);
        for (int i = 0; i < Math.min(keys.size(), most); i++) {
            Fields.checkKey(violations, field + "[" + i + "]", keys.get(i));
        }
    }
}
