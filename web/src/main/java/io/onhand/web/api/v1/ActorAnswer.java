package io.onhand.web.api.v1;

import io.onhand.tenancy.Actor;

/** Who did something, as callers see it. */
record ActorAnswer(String type, String id) {

    static ActorAnswer of(Actor actor) {
        return new ActorAnswer(actor.type().word(), actor.id());
    }
}
