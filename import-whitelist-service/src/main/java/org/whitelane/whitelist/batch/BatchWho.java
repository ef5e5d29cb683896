package org.whitelane.whitelist.batch;

import java.util.List;

/** Who may make a move, and in which roles. */
public enum BatchWho {
    /** The scheme's office. */
    OFFICE("MUNICIPAL_OFFICE"),
    /** An officer of a member agency with the duty COUNTERSIGN or PUBLISH. */
    SIGNATORY("MUNICIPAL_OFFICE", "MEMBER_AGENCY_REVIEWER", "CUSTOMS_OFFICER"),
    /** Nobody: the end of the embargo. */
    CLOCK(),
    /** Nobody: what was decided when one scheme replaced another is carried out. */
    SYSTEM();

    private final List<String> roles;

    BatchWho(String... roles) {
        this.roles = List.of(roles);
    }

    public List<String> roles() {
        return roles;
    }
}
