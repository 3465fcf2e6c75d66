package io.zugabe.recommendation.kinds.domain;

import io.zugabe.recommendation.replica.domain.Product;
import java.util.List;

/**
 * The value of an attribute as traits compare it.
 *
 * @param texts all texts that the value can be matched by: for 45 W "45" and "45 W"
 */
record TraitValue(List<String> texts) {

    private static final TraitValue NONE = new TraitValue(List.of());
    private static final String TRUE = "true";
    private static final String FALSE = "false";

    static TraitValue of(Product product, String attribute) {
        if (attribute.equals("brand")) {
            return product.brand().isEmpty() ? NONE : new TraitValue(List.of(product.brand()));
        }
        List<String> texts = product.attributes().get(attribute);
        return texts == null ? NONE : new TraitValue(texts);
    }

    boolean isMissing() {
        return texts.isEmpty();
    }

    /** The value to show, without unit. */
    String shown() {
        return texts.isEmpty() ? "" : hasUnit() ? texts.getFirst() : String.join(", ", texts);
    }

    /** The unit; empty if there is none. */
    String unit() {
        return hasUnit() ? texts.getLast().substring(texts.getFirst().length() + 1) : "";
    }

    private boolean hasUnit() {
        return texts.size() == 2 && texts.getLast().startsWith(texts.getFirst() + " ");
    }

    /** The number, 1 for true and 0 for false; NaN if it is none. */
    double number() {
        if (texts.isEmpty()) {
            return Double.NaN;
        }
        String text = texts.getFirst();
        if (text.equals(TRUE) || text.equals(FALSE)) {
            return text.equals(TRUE) ? 1 : 0;
        }
        return isNumber(text) ? Double.parseDouble(text) : Double.NaN;
    }

    private static boolean isNumber(String text) {
        boolean digits = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter >= '0' && letter <= '9') {
                digits = true;
            } else if (letter != '.' && !(letter == '-' && at == 0)) {
                return false;
            }
        }
        return digits && text.indexOf('.') == text.lastIndexOf('.');
    }

    /** Whether both say the same, whatever the order of a list. */
    boolean sameAs(TraitValue other) {
        return texts.equals(other.texts) || (texts.size() == other.texts.size() && texts.containsAll(other.texts));
    }
}
