package io.onhand.secrets;

/**
 * Seals what a module keeps sealed with the key that seals now. Every module that keeps some has
 * one.
 */
public interface Resealing {

    /** What it seals, for people: {@code connections}. */
    String what();

    /**
     * Seals anew what another key sealed. Safe to repeat, and to be killed at.
     *
     * @return how many it sealed anew
     * @throws WrongMasterKey when one does not open
     */
    int reseal();
}
