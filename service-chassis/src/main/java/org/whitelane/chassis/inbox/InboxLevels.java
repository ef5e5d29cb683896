package org.whitelane.chassis.inbox;

/**
 * How a consumer stands.
 *
 * @param lag records behind the topics' ends; negative while the broker does not say
 * @param failed parked records that need an operator
 * @param waiting parked records behind a missing version or a failed one
 */
record InboxLevels(long lag, long failed, long waiting) {

    static final InboxLevels NOT_YET = new InboxLevels(-1, -1, -1);
}
