package org.whitelane.whitelist.request;

import java.util.List;

/** Who may make a move: an organisation's place in the case, and the officer's role in it. */
public enum Who {
    APPLICANT("APPLICANT_ADMIN", "RND_IMPORT_OFFICER"),
    /** Intake at the scheme's office. */
    INTAKE("INTAKE_OFFICER"),
    /** The scheme's office. */
    OFFICE("MUNICIPAL_OFFICE"),
    /** A member agency with a duty to give its opinion. */
    REVIEWER("MEMBER_AGENCY_REVIEWER");

    private final List<String> roles;

    Who(String... roles) {
        this.roles = List.of(roles);
    }

    public List<String> roles() {
        return roles;
    }
}
