package io.onhand.live;

import io.onhand.tenancy.Actor;
import io.onhand.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a live connection; what they may do is asked anew.
 *
 * @param session the id of the session that it hangs on, 1–64 characters; null where there is none
 */
public record Pass(TenantId tenant, Actor actor, @Nullable String session) {}
