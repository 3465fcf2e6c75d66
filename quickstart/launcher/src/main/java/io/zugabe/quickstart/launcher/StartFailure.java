package io.zugabe.quickstart.launcher;

/** Something that keeps Zugabe from running, as one sentence that says what to do. */
final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFailure(String sentence) {
        super(sentence, null, false, false);
    }
}
