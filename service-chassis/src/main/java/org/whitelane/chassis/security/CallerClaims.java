package org.whitelane.chassis.security;

import com.nimbusds.jwt.JWTClaimsSet;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.security.SecuritySettings.Claims;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads who calls from the claims that this issuer uses for it; roles that we do not know mean
 * nothing.
 */
final class CallerClaims {

    private CallerClaims() {}

    static Caller read(String issuer, JWTClaimsSet set, Claims names) {
        var subject = text(claim(set, names.subject()));
        if (subject == null) {
            throw TokenRefused.invalid("The token does not say whom it was issued to.");
        }
        return new Caller(
                issuer,
                subject,
                text(claim(set, names.organisation())),
                roles(claim(set, names.roles())));
    }

    private static @Nullable Object claim(JWTClaimsSet set, String name) {
        var direct = set.getClaim(name);
        if (direct != null || !name.contains(".")) {
            return direct;
        }
        Object value = set.getClaims();
        for (var step : name.split("\\.", -1)) {
            value = value instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return value;
    }

    /** Ids go into scopes, rows and events: nothing longer, and nothing that is no text. */
    private static @Nullable String text(@Nullable Object claim) {
        if (!(claim instanceof String text) || text.isBlank()) {
            return null;
        }
        if (text.length() > 200 || text.indexOf('\0') >= 0) {
            throw TokenRefused.invalid(
                    "The token names its holder in a form that is not supported here.");
        }
        return text;
    }

    private static Set<Role> roles(@Nullable Object claim) {
        Collection<?> names =
                switch (claim) {
                    case Collection<?> list -> list;
                    case String text -> List.of(text.split(" ", -1));
                    case null, default -> List.of();
                };
        return Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
