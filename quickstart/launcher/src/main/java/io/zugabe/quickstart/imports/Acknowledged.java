package io.zugabe.quickstart.imports;

/** Hears how far an import is done: everything up to a line is stored or refused. */
interface Acknowledged {

    /** Nobody listens. */
    Acknowledged NOBODY = (line, witness) -> {};

    /**
     * Everything up to a line is done.
     *
     * @param witness id of something that was stored; empty if nothing was
     */
    void until(long line, String witness);
}
