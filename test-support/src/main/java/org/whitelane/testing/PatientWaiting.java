package org.whitelane.testing;

import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

import java.time.Duration;

/**
 * Lets every wait for a condition take as long as a busy machine needs: a bound only ends a test
 * that would hang, it never decides whether something was fast enough. What is not there yet often
 * shows as an exception (the last of no events), so a wait goes on through it; one that never ends
 * is told as the cause.
 */
public final class PatientWaiting implements LauncherSessionListener {

    /** For waits that name their bound. */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Most of what is waited for is there in a moment: a tenth of a second each makes minutes. */
    private static final Duration SOON = Duration.ofMillis(5);

    private static final Duration AT_LATEST = Duration.ofMillis(100);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(PATIENCE);
        Awaitility.setDefaultPollInterval(new IterativePollInterval(PatientWaiting::next, SOON));
        Awaitility.ignoreExceptionsByDefault();
    }

    private static Duration next(Duration last) {
        var later = last.multipliedBy(2);
        return later.compareTo(AT_LATEST) < 0 ? later : AT_LATEST;
    }
}
