package io.onhand.identity;

import io.onhand.tenancy.TenantId;
import java.util.Set;
import java.util.UUID;

/**
 * What a person lets a program do on its behalf in one tenant. It lasts no longer than the session
 * in which the person said so.
 *
 * @param client the program, 1–64 characters
 * @param session the id of the session, as {@link Sessions#id} makes it
 * @param asked what the program asked for, in whatever form the asker keeps it; at most 8,000
 *     characters
 * @param scopes what was granted; empty before the person consented
 * @param proof what the program shows next
 */
public record AccessGrant(
        UUID id,
        String client,
        PersonId person,
        TenantId tenant,
        String session,
        String asked,
        Set<String> scopes,
        GrantProof proof) {

    public AccessGrant {
        scopes = Set.copyOf(scopes);
    }
}
