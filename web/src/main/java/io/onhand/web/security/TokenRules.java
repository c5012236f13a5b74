package io.onhand.web.security;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What an access token must say, besides being signed, before anybody is looked for. */
final class TokenRules {

    /** By so much the clocks of two machines may differ. */
    private static final Duration CLOCKS_APART_MAX = Duration.ofSeconds(30);

    private TokenRules() {}

    /**
     * Made by this issuer, for our API, and good now.
     *
     * @param issuer asked each time
     */
    static OAuth2TokenValidator<Jwt> of(Supplier<String> issuer, OAuth2TokenValidator<Jwt> type) {
        return new DelegatingOAuth2TokenValidator<>(
                List.of(
                        type,
                        new JwtTimestampValidator(CLOCKS_APART_MAX),
                        must("end", token -> token.getExpiresAt() != null),
                        must("be of this issuer", token -> isOf(issuer.get(), token)),
                        must(
                                "be for the API",
                                token ->
                                        token.getAudience() != null
                                                && token.getAudience()
                                                        .contains(AccessTokens.AUDIENCE)),
                        must("name somebody", token -> token.getSubject() != null)));
    }

    private static boolean isOf(String issuer, Jwt token) {
        return issuer.equals(token.getClaimAsString("iss"));
    }

    private static OAuth2TokenValidator<Jwt> must(String what, Predicate<Jwt> holds) {
        var wrong =
                OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(
                                OAuth2ErrorCodes.INVALID_TOKEN, "A token must " + what, null));
        return token -> holds.test(token) ? OAuth2TokenValidatorResult.success() : wrong;
    }
}
