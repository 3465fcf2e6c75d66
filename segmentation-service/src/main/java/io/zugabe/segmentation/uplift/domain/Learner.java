package io.zugabe.segmentation.uplift.domain;

/** Ways to learn effects from an experiment with any regression. */
public enum Learner {
    /** One model of the outcome that reads the treatment: τ(x) = μ(x, 1) − μ(x, 0) (Künzel et al. 2019, eq. 2). */
    S("S"),
    /** A model of the outcome for each arm: τ(x) = μ₁(x) − μ₀(x) (Künzel et al. 2019, eq. 1). */
    T("T"),
    /**
     * Models of imputed effects: D¹ = Y − μ₀(X) of the treated, D⁰ = μ₁(X) − Y of the others;
     * τ(x) = e τ₀(x) + (1 − e) τ₁(x) (Künzel et al. 2019, eqs. 7 to 9).
     */
    X("X"),
    /**
     * A model of the doubly robust pseudo-outcome φ = μ₁ − μ₀ + (T − e)/(e (1 − e)) (Y − μ_T), the outcome
     * models being fitted on other rows (Kennedy 2023, algorithm 1).
     */
    DR("DR"),
    /**
     * A model of the transformed class: binary, Z = T Y + (1 − T)(1 − Y) weighted by 1/P(arm), τ(x) =
     * 2 P(Z = 1 | x) − 1 (Jaskowski and Jaroszewicz 2012); else Y* = Y (T − e)/(e (1 − e)), whose mean is
     * the effect (Athey and Imbens 2016, section 2.2).
     */
    CLASS_TRANSFORMATION("ClassTransformation");

    private final String title;

    Learner(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
