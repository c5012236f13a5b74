package io.onhand.fault;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.MethodExitEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.MethodExitRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program that stands still as soon as one of its threads comes to a point of its code, so that
 * it can be killed right there. The program's own code knows nothing of it: it is held by its
 * debugging port.
 */
final class Trap {

    private static final Duration SPRUNG_WITHIN = Duration.ofSeconds(180);

    private final VirtualMachine machine;
    private final Point point;

    private Trap(VirtualMachine machine, Point point) {
        this.machine = machine;
        this.point = point;
    }

    /**
     * A point of the code.
     *
     * @param end whether it is the end of the method, or its beginning
     */
    record Point(String type, String method, boolean end) {}

    /** What a program has to be started with. */
    static String option(int port) {
        return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:"
                + port;
    }

    /** From now on the program that listens there stops at this point. */
    static Trap set(int port, Point point) throws IOException {
        VirtualMachine machine = attach(port);
        var requests = machine.eventRequestManager();
        if (point.end()) {
            MethodExitRequest exit = requests.createMethodExitRequest();
            exit.addClassFilter(point.type());
            arm(exit);
        } else {
            // not its entry: a program that tells of entries is not compiled, and takes minutes
            beginnings(machine, point).map(requests::createBreakpointRequest).forEach(Trap::arm);
        }
        return new Trap(machine, point);
    }

    private static Stream<Location> beginnings(VirtualMachine machine, Point point) {
        return machine.classesByName(point.type()).stream()
                .flatMap(type -> type.methodsByName(point.method()).stream())
                .map(Method::location);
    }

    private static void arm(EventRequest request) {
        request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        request.enable();
    }

    private static VirtualMachine attach(int port) throws IOException {
        AttachingConnector connector =
                Bootstrap.virtualMachineManager().attachingConnectors().stream()
                        .filter(c -> c.name().equals("com.sun.jdi.SocketAttach"))
                        .findFirst()
                        .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        set(arguments, "hostname", "127.0.0.1");
        set(arguments, "port", Integer.toString(port));
        try {
            return connector.attach(arguments);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Map<String, Connector.Argument> arguments, String name, String value) {
        Connector.Argument argument = arguments.get(name);
        if (argument == null) {
            throw new IllegalStateException("no argument " + name);
        }
        argument.setValue(value);
    }

    /** Waits until the program stands at the point. It goes on for nobody but its killer. */
    void awaitSprung() throws InterruptedException {
        long end = System.nanoTime() + SPRUNG_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            EventSet events = machine.eventQueue().remove(1_000);
            if (events != null) {
                if (events.stream().anyMatch(this::isThere)) {
                    return;
                }
                events.resume();
            }
        }
        throw new IllegalStateException("the program never came to " + point);
    }

    private boolean isThere(Event event) {
        return event instanceof LocatableEvent
                && switch (event) {
                    case MethodExitEvent exit -> exit.method().name().equals(point.method());
                    case BreakpointEvent _ -> true;
                    default -> false;
                };
    }
}
