package org.hotdesk.benchmark.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;

import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A Java process on this machine, seen from outside. */
record Watched(ProcessHandle process) {

    /** Time of all processors that it has used. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Memory that it holds, in MB; empty where the system does not tell. */
    OptionalDouble residentMb() {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException untold) {
            return OptionalDouble.empty();
        }
    }

    /** Heap in use after a collection, in MB; empty where the process cannot be asked. */
    @SuppressWarnings("BanJNDI") // the address comes from the process that is watched
    OptionalDouble heapMb() {
        try {
            var machine = VirtualMachine.attach(Long.toString(process.pid()));
            try (var connector =
                    JMXConnectorFactory.connect(
                            new JMXServiceURL(machine.startLocalManagementAgent()))) {
                var memory =
                        ManagementFactory.newPlatformMXBeanProxy(
                                connector.getMBeanServerConnection(),
                                ManagementFactory.MEMORY_MXBEAN_NAME,
                                MemoryMXBean.class);
                memory.gc();
                memory.gc();
                return OptionalDouble.of(memory.getHeapMemoryUsage().getUsed() / 1024.0 / 1024.0);
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | IOException unwilling) {
            return OptionalDouble.empty();
        }
    }
}
