package io.zugabe.kit.error;

/**
 * One invalid field.
 *
 * @param field path of the field as in the request, for instance {@code products[3].price.units}
 * @param description what was wrong with which value, and what would be right
 */
public record FieldViolation(String field, String description) {}
