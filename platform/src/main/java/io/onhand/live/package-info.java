/**
 * What changed, for screens: a ring of numbered frames for each topic that somebody follows.
 *
 * <p>Positions are of one program: its rings have epochs of their own, and a client that comes from
 * elsewhere is told to read again. The truth is a level's version, which only grows.
 *
 * <p>Words: topic, frame, ring, epoch, position, ticket.
 */
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "database",
            "measure",
            "identity",
            "locations",
            "catalog",
            "stock",
            "relay",
            "secrets"
        })
@NullMarked
package io.onhand.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
