package org.whitelane.registry.organisation;

/** What kind of party it is; one party may be several. */
public enum OrganisationType {
    ENTERPRISE,
    RND_INSTITUTION,
    UNIVERSITY,
    HOSPITAL,
    CRO,
    CDMO,
    THIRD_PARTY_LAB,
    BIOBANK,
    AUTHORITY,
    CUSTOMS,
    DISTRICT_GOV,
    PLATFORM_OPERATOR,
    ALLIANCE
}
