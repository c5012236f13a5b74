package io.onhand.plugin;

/**
 * Onhand's log, which its operators read. A line is one sentence of at most 500 characters; what is
 * longer is cut, and of one call at most 20 lines are kept. Onhand adds which plugin and which
 * connection wrote it. Customers' data does not belong here.
 */
public interface Log {

    /** Something that helps to understand what was done. */
    void note(String sentence);

    /** Something that an operator should look at. */
    void warn(String sentence);
}
