package org.whitelane.registry.token;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.whitelane.registry.credential.Secret;

/** Compares a client's secret the way it was stored; {@link Secret} says why SHA-256 is enough. */
@Component
class SecretEncoder implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence rawPassword) {
        return rawPassword == null ? null : Secret.hash(rawPassword);
    }

    @Override
    public boolean matches(@Nullable CharSequence rawPassword, @Nullable String encodedPassword) {
        return rawPassword != null
                && encodedPassword != null
                && Secret.matches(rawPassword, encodedPassword);
    }
}
