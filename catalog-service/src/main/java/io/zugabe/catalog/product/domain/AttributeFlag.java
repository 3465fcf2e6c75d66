package io.zugabe.catalog.product.domain;

import io.zugabe.catalog.schema.domain.AttributeValue;

/**
 * A value that could not be read as its type declares. It counts as missing.
 *
 * @param value as it was sent
 * @param why continues the value: {@code "is no number; write it in W"}
 */
public record AttributeFlag(AttributeValue value, String why) {}
