package io.zugabe.catalog.schema.domain;

/** Kinds of attribute values. */
public enum AttributeKind {
    TEXT,
    NUMBER,
    TRUTH,
    LIST,
    RANGE
}
