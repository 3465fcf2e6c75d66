package io.zugabe.catalog.rule.domain;

/** A rule that cannot be; says which of its fields is at fault. */
public final class RuleFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String fault;

    /**
     * @param field in the rule, for instance {@code "limits[0].when"}
     * @param fault for an expression: begins with {@code "line:column: "}, ends with the line and a mark below
     */
    public RuleFault(String field, String fault) {
        super(field + ": " + fault, null, false, false);
        this.field = field;
        this.fault = fault;
    }

    public String field() {
        return field;
    }

    public String fault() {
        return fault;
    }
}
