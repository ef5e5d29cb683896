package org.whitelane.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;

class ProcessUseTests {

    @Test
    void readsUserAndSystemTimeBehindAnyName() {
        var stat = "42 (a (b) c) S 1 42 42 0 -1 4194560 100 0 0 0 30 12 5 3 20 0 1 0 999 1 1";
        assertThat(ProcessUse.cpuMillis(stat)).isEqualTo((30 + 12 + 5 + 3) * 10);
    }

    @Test
    void agreesWithTheJvmAboutThisProcess() {
        var jvm =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        long before = jvm.getProcessCpuTime() / 1_000_000;
        long here = ProcessUse.cpuMillis(ProcessHandle.current());
        long after = jvm.getProcessCpuTime() / 1_000_000;
        // Linux rounds user and system time to hundredths of a second each; nothing has ended yet
        // whose time would count besides
        assertThat(here).isBetween(before - 20, after + 20);
        assertThat(ProcessUse.pssKibibytes(ProcessHandle.current())).isGreaterThan(10_000);
    }
}
