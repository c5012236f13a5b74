package io.onhand.web.api;

/** A body, or a part of one, with rules that concern several of its fields. */
public interface Checked {

    /**
     * Notes what is wrong. Called once every field by itself is right.
     *
     * @param faults stands at this part of the body
     */
    void check(Faults faults);
}
