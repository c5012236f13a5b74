package io.onhand.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Vendors are known to their plugins alone. */
@AnalyzeClasses(packages = "io.onhand", importOptions = TheProgram.class)
class VendorRulesTest {

    private static final List<String> VENDORS = List.of("square");

    @ArchTest
    static final ArchRule guestsAreCalledThroughTheirPromise =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("onhand.plugins.square..", "onhand.plugins.generic..")
                    .because("a vendor is known to its plugin alone");

    @Test
    void noSourceOutsideThePluginsNamesAVendor() throws IOException {
        Path guests = Sources.root().resolve("plugins");
        for (Path file : Sources.ending(".java")) {
            if (!file.startsWith(guests) && file.toString().contains("/src/main/")) {
                String text = Files.readString(file).toLowerCase(Locale.ROOT);
                assertThat(VENDORS).as(file.toString()).noneMatch(text::contains);
            }
        }
    }
}
