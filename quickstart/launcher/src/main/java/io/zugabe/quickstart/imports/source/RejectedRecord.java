package io.zugabe.quickstart.imports.source;

/** A record that cannot be sent: what is wrong with which field. */
public final class RejectedRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_VALUE = 80;

    private final String field;
    private final String problem;

    /**
     * @param field the field, or "line" or "file" where no field is to blame
     * @param problem what is wrong, with the value if it helps, and what would be right
     */
    public RejectedRecord(String field, String problem) {
        super(field + ": " + problem, null, false, false);
        this.field = field;
        this.problem = problem;
    }

    /** A value, quoted and shortened, that is not as it should be. */
    public static RejectedRecord value(String field, String value, String expectation) {
        return new RejectedRecord(field, "\"" + shortened(value) + "\" " + expectation);
    }

    /** At most 80 characters of a value. */
    public static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    public String field() {
        return field;
    }

    public String problem() {
        return problem;
    }
}
