package io.zugabe.bench;

import org.jspecify.annotations.Nullable;

/** The call that a loop makes again and again. */
public interface Call {

    /** Told once about the end of a call, on any thread. */
    interface Done {
        /**
         * @param failure null if the call succeeded
         */
        void accept(@Nullable Throwable failure);
    }

    /** Starts a call and returns without waiting for it. */
    void start(Done done);
}
