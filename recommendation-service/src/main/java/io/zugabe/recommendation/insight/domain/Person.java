package io.zugabe.recommendation.insight.domain;

/**
 * Who did something: a customer, a visitor, or both; empty where unknown.
 */
public record Person(String customer, String visitor) {

    /** The subject that orders and refunds are counted by: the customer, else the visitor. */
    public String subject() {
        return customer.isEmpty() ? "v:" + visitor : "c:" + customer;
    }

    /** Whether both may be one: the same customer, or the same visitor. */
    public boolean meets(Person other) {
        return !customer.isEmpty() && customer.equals(other.customer)
                || !visitor.isEmpty() && visitor.equals(other.visitor);
    }

    /** What two statements about one act say together, whichever came first. */
    Person with(Person other) {
        return new Person(greater(customer, other.customer), greater(visitor, other.visitor));
    }

    private static String greater(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
