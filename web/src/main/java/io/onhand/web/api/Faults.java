package io.onhand.web.api;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a body, so that one answer names all of it. */
public final class Faults {

    /** Faults that one answer names; the rest comes to light when these are mended. */
    public static final int FAULTS_MAX = 100;

    private final List<Fault> found;
    private final String pointer;

    public Faults() {
        this(new ArrayList<>(), "");
    }

    private Faults(List<Fault> found, String pointer) {
        this.found = found;
        this.pointer = pointer;
    }

    /** The same collection, at a field of the place this one stands at. */
    public Faults at(String field) {
        return new Faults(found, pointer + "/" + field.replace("~", "~0").replace("/", "~1"));
    }

    /** The same collection, at an element of the list this one stands at. */
    public Faults at(int index) {
        return new Faults(found, pointer + "/" + index);
    }

    /** Notes a fault at this place. */
    public void add(String code, String detail) {
        if (found.size() < FAULTS_MAX) {
            found.add(new Fault(pointer, code, detail));
        }
    }

    int count() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Ends the request if anything is wrong.
     *
     * @throws Refusal {@code invalid}, with all faults
     */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw refusal();
        }
    }

    /** The refusal of a body with these faults. */
    public Refusal refusal() {
        return new Refusal(
                ProblemCode.INVALID, "The body has faults: see errors.", List.copyOf(found));
    }
}
