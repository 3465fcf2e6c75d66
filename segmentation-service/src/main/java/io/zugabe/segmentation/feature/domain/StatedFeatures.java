package io.zugabe.segmentation.feature.domain;

import static io.zugabe.segmentation.feature.domain.Declaration.ALWAYS;

import io.zugabe.segmentation.feature.domain.Feature.Type;
import io.zugabe.segmentation.profile.domain.Dated;
import io.zugabe.segmentation.profile.domain.Statements;
import io.zugabe.segmentation.profile.domain.TraitValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was stated of customers: subscriptions, consent, age. */
final class StatedFeatures {

    private static final int OLDEST = 130;

    private StatedFeatures() {}

    static List<Declaration> all() {
        return List.of(
                new Declaration(
                        truth("visitor", "whom events are about", "Whether this is a visitor, not a known customer."),
                        reading -> Optional.of(new FeatureValue.Truth(
                                reading.profile().subject().visitor()))),
                stated(
                        truth("newsletter", "newsletter_changed", "Whether the newsletter is subscribed, if stated."),
                        Statements::newsletter),
                stated(
                        truth("member", "membership_changed", "Whether a membership is active, if stated."),
                        Statements::member),
                consent("personalization"),
                consent("email"),
                consent("push"),
                Declaration.number(
                        new Feature(
                                "age",
                                Type.NUMBER,
                                "years",
                                ALWAYS,
                                "traits birth_date (a text like 1990-05-17), birth_year or age (numbers)",
                                "",
                                "Age, by the most exact trait that is known."),
                        StatedFeatures::age));
    }

    private static Feature truth(String name, String source, String description) {
        return new Feature(name, Type.TRUTH, "", ALWAYS, source, "", description);
    }

    private static Declaration consent(String purpose) {
        return stated(
                truth(
                        "consent_" + purpose,
                        "consent_changed",
                        "Whether consent for \"" + purpose + "\" is given, if ever asked."),
                statements -> statements.consents().get(purpose));
    }

    private static Declaration stated(Feature feature, Function<Statements, @Nullable Dated<Boolean>> statement) {
        return new Declaration(
                feature,
                reading -> Optional.ofNullable(statement.apply(reading.profile().statements()))
                        .<FeatureValue>map(dated -> new FeatureValue.Truth(dated.value())));
    }

    private static OptionalDouble age(Reading reading) {
        if (trait(reading, "birth_date") instanceof TraitValue.Text date) {
            try {
                return plausible(Period.between(LocalDate.parse(date.text()), reading.today())
                        .getYears());
            } catch (DateTimeException noDate) {
                return OptionalDouble.empty();
            }
        }
        if (trait(reading, "birth_year") instanceof TraitValue.Number year) {
            return plausible(reading.today().getYear() - year.value());
        }
        return trait(reading, "age") instanceof TraitValue.Number age ? plausible(age.value()) : OptionalDouble.empty();
    }

    private static OptionalDouble plausible(double age) {
        return age >= 0 && age <= OLDEST ? OptionalDouble.of(age) : OptionalDouble.empty();
    }

    private static @Nullable TraitValue trait(Reading reading, String key) {
        Dated<TraitValue> dated = reading.profile().statements().traits().get(key);
        return dated == null ? null : dated.value();
    }
}
