package io.onhand.exceptions;

import java.util.Locale;

/** The kinds of work for people. */
public enum ExceptionKind {
    /** A source named an item that we do not know; subject: connection and name. */
    UNKNOWN_VARIANT,
    /** A source named a place that we do not know; subject: connection and name. */
    UNKNOWN_LOCATION,
    /** A delivery that could not be read. */
    UNREADABLE,
    /** Two contents under one identity; subject: connection, external id and revision. */
    CONFLICT,
    /** On hand is below zero; subject: location and SKU. */
    NEGATIVE_STOCK,
    /** Promises are held that available stock does not cover; subject: location and SKU. */
    OVERSOLD_PROMISE,
    QUANTITY_TOO_FINE,
    CLOCK_DOUBT,
    DRIFT,
    LEDGER_MISMATCH,
    /** A vendor lets a connection in no more; subject: connection. Closed when it does again. */
    ACCESS_LOST;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in tables and answers: {@code negative-stock}. */
    public String word() {
        return word;
    }

    static ExceptionKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
