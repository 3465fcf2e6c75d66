package io.zugabe.assignment;

/** What an experiment randomises. */
public enum UnitKind {
    /** The customer; visitors who are not known as customers do not take part. */
    CUSTOMER,
    /** The visitor. */
    VISITOR
}
