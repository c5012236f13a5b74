package io.onhand.tenancy;

/**
 * On whose behalf, and through which door, the current work is done. Every writing transaction has
 * one.
 *
 * @param actor who
 * @param door the way in: {@code api}, {@code page}, {@code job:<name>} …
 * @param address the network address asked from, or {@code -} inside the program
 * @param correlationId ties together what one request caused
 */
public record Act(Actor actor, String door, String address, String correlationId) {

    /** The act of a job of the program itself. */
    public static Act ofJob(String job, String correlationId) {
        return new Act(Actor.system(job), "job:" + job, "-", correlationId);
    }

    /** Whether the program itself does it, with nobody waiting for one answer. */
    boolean isOfJob() {
        return actor.type() == Actor.Type.SYSTEM;
    }
}
