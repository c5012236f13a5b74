package io.onhand.stock;

/**
 * What makes a posting the same posting, within its tenant. The same identity again changes
 * nothing.
 *
 * @param source who tells
 * @param externalId the source's own id of the document, 1–200 characters
 * @param revision the state of that document, 0 for a fact that has no revisions
 */
public record Identity(SourceId source, String externalId, long revision) {

    public Identity {
        if (externalId.isEmpty() || externalId.length() > 200) {
            throw new IllegalArgumentException(
                    "external id of " + externalId.length() + " characters");
        }
        if (revision < 0) {
            throw new IllegalArgumentException("revision " + revision);
        }
    }
}
