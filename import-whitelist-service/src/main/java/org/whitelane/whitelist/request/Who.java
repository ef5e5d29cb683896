package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Officer;

import java.util.List;

/** Who may make a move: an organisation's place in the case, and the officer's role in it. */
public enum Who {
    APPLICANT("APPLICANT_ADMIN", "RND_IMPORT_OFFICER"),
    /** A member with a duty to take in. */
    INTAKE("INTAKE_OFFICER"),
    /** Who assesses units from outside the area: a member with that duty, else the office. */
    ASSESSOR("MUNICIPAL_OFFICE", "MEMBER_AGENCY_REVIEWER"),
    /** A member with a duty to recommend, at the level whose turn it is. */
    DISTRICT("DISTRICT_REVIEWER"),
    /** The scheme's office. */
    OFFICE("MUNICIPAL_OFFICE"),
    /** A member agency with a duty to give its opinion. */
    REVIEWER("MEMBER_AGENCY_REVIEWER"),
    /** The suite itself, when a day comes. */
    SYSTEM(Officer.SYSTEM_ROLE);

    private final List<String> roles;

    Who(String... roles) {
        this.roles = List.of(roles);
    }

    public List<String> roles() {
        return roles;
    }
}
