package io.onhand;

import io.onhand.database.MigrateCommand;
import io.onhand.secrets.RotateSecretsCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The program. Everything it is made of lies in the modules. */
@Modulithic(systemName = "Onhand", sharedModules = "tenancy")
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {

    public static void main(String[] args) {
        if (!MigrateCommand.ran(args) && !RotateSecretsCommand.ran(args)) {
            SpringApplication.run(Application.class, args);
        }
    }
}
