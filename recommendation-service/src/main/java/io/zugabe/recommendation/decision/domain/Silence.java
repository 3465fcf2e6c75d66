package io.zugabe.recommendation.decision.domain;

/** Why nothing is offered. */
public enum Silence {
    OPEN_CASE("The customer has an open service case; offers wait until it is solved."),
    NO_CONSENT("The customer did not consent to e-mail."),
    NO_INTEREST("No case of the customer was solved and no interest in an offer was signalled."),
    NOTHING_FITS("Nothing that could be offered passed all gates; the trace says what was dropped where."),
    NOTHING_PAYS("Nothing that could be offered is expected to bring in more than it costs."),
    CUSTOMER_UNKNOWN("The customer's state could not be read, and this placement needs it."),
    FATIGUE("The customer was shown or dismissed enough offers without interest; offers wait."),
    DO_NOT_DISTURB("Offers make the customer buy less."),
    NOT_TRIGGERED("The customer is made offers only after putting something in the cart."),
    TREATMENT("The shop's treatment policy allows no offer here; the trace names its reasons."),
    PLACEMENT_CLOSED("The placement's rules allow no offer here."),
    NOTHING_TO_COMPLEMENT("There is no product that the catalog knows to complement.");

    private final String description;

    Silence(String description) {
        this.description = description;
    }

    /** The reason as a sentence for people who run the shop. */
    public String description() {
        return description;
    }
}
