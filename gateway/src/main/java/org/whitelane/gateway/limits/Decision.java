package org.whitelane.gateway.limits;

/**
 * What a policy says to one request.
 *
 * @param remaining requests that are left
 * @param seconds until the next request makes sense when refused, else until the quota is whole
 *     again
 */
record Decision(String policy, boolean allowed, long remaining, long seconds) {}
