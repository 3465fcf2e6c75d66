package io.zugabe.segmentation.segment.domain;

/** An expression that cannot be. */
public final class ConditionFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String fault;

    /**
     * @param fault begins with {@code "line:column: "}, ends with the line and a mark below the character
     */
    public ConditionFault(String fault) {
        super(fault, null, false, false);
        this.fault = fault;
    }

    public String fault() {
        return fault;
    }
}
