package io.onhand.web.start;

import io.onhand.database.DataDirectory;
import java.util.List;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Tells that the program is ready: first whoever asks by HTTP, then by the process files, then the
 * person at the terminal. What must be done before (migrations, demo world) runs earlier.
 */
@Component
class Readiness {

    private final DataDirectory directory;
    private final Environment environment;
    private final PublicUrl url;
    private final List<Welcome> welcomes;

    Readiness(
            DataDirectory directory,
            Environment environment,
            PublicUrl url,
            List<Welcome> welcomes) {
        this.directory = directory;
        this.environment = environment;
        this.url = url;
        this.welcomes = welcomes;
    }

    @EventListener
    void tell(ApplicationReadyEvent event) {
        Integer port = environment.getProperty("local.server.port", Integer.class);
        if (port == null) {
            return;
        }
        // Who finds the files may ask at once, so the answer must be there before them.
        AvailabilityChangeEvent.publish(
                event.getApplicationContext(), ReadinessState.ACCEPTING_TRAFFIC);
        directory.writeProcessFiles(ProcessHandle.current().pid(), port);
        System.out.println("Onhand is ready: " + url.value());
        welcomes.forEach(welcome -> welcome.lines().forEach(System.out::println));
    }
}
