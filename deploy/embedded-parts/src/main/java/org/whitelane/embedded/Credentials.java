package org.whitelane.embedded;

/** A login of the database or the broker. */
public record Credentials(String username, String password) {

    /** Without the password: this ends up in logs and assertion messages. */
    @Override
    public String toString() {
        return username + ":***";
    }
}
