package io.onhand.web.issuer;

import io.onhand.identity.PersonId;
import io.onhand.tenancy.TenantId;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Who lets a program act, and where.
 *
 * @param session the id of the session that the grant hangs on
 */
record Grantee(PersonId person, TenantId tenant, String session) implements Principal {

    /** What tokens call the subject. */
    @Override
    public String getName() {
        return person.toString();
    }

    Authentication authentication() {
        return new PreAuthenticatedAuthenticationToken(this, "-", AuthorityUtils.NO_AUTHORITIES);
    }

    static Grantee of(@Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof Grantee grantee) {
            return grantee;
        }
        throw new IllegalStateException("nobody of ours grants this");
    }
}
