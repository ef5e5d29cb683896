package org.whitelane.chassis.security;

/** What a credential may do; domain words where the field has them. */
public enum Role {
    /** Registers organisations, issues credentials, imports calendars. */
    REGISTRAR,
    APPLICANT_ADMIN,
    RND_IMPORT_OFFICER,
    INTAKE_OFFICER,
    /** Recommends at the lower level of a scheme that has two. */
    DISTRICT_REVIEWER,
    MEMBER_AGENCY_REVIEWER,
    MUNICIPAL_OFFICE,
    CUSTOMS_OFFICER,
    APPROVAL_STEWARD,
    /** Reads the topics and feeds that are granted to it. */
    REGULATOR,
    /** Reads all, changes nothing. */
    AUDITOR,
    /** Runs the suite: parking lot, key rotation. */
    OPERATOR;

    /** For {@code @PreAuthorize("hasRole('…')")} and the security chain. */
    public String authority() {
        return "ROLE_" + name();
    }
}
