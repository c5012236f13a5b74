/**
 * The local issuer: lets a program act for somebody who signs in with a password here. It speaks
 * OpenID Connect and is meant for trying out and for small installations; production names an
 * issuer of its own.
 */
@NullMarked
package io.onhand.web.issuer;

import org.jspecify.annotations.NullMarked;
