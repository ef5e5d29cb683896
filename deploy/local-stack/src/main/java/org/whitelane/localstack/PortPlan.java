package org.whitelane.localstack;

import org.whitelane.embedded.Ports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which part listens where, all on the loopback address. */
record PortPlan(Map<Port, Integer> numbers) {

    PortPlan {
        numbers = Map.copyOf(numbers);
    }

    static PortPlan usual() {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, port.usual);
        }
        return new PortPlan(numbers);
    }

    PortPlan from(int base) {
        var moved = new EnumMap<Port, Integer>(Port.class);
        for (Port port : Port.values()) {
            moved.put(port, base + port.ordinal());
        }
        return new PortPlan(moved);
    }

    PortPlan with(Port port, int number) {
        var moved = new EnumMap<>(numbers);
        moved.put(port, number);
        return new PortPlan(moved);
    }

    int of(Port port) {
        return Objects.requireNonNull(numbers.get(port));
    }

    String url(Port port) {
        return "http://" + address(port);
    }

    String address(Port port) {
        return "127.0.0.1:" + of(port);
    }

    /** One sentence per port that cannot be had, each with the option that moves it. */
    List<String> obstacles() {
        List<String> obstacles = new ArrayList<>();
        Map<Integer, Port> seen = new HashMap<>();
        for (Port port : Port.values()) {
            int number = of(port);
            Port other = seen.putIfAbsent(number, port);
            if (other != null) {
                obstacles.add(
                        "Port %d is given to %s and to %s: choose another with %s N."
                                .formatted(number, other.purpose, port.purpose, port.option()));
            } else if (!Ports.isFree(number)) {
                obstacles.add(
                        "Port %d for %s is taken: choose another with %s N, or move all with --port-base N."
                                .formatted(number, port.purpose, port.option()));
            }
        }
        return obstacles;
    }
}
