package io.onhand.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisibilityTest {

    @Test
    void atLeastHalfOfTheTypesAreHidden() {
        List<JavaClass> types =
                new ClassFileImporter()
                        .withImportOption(new TheProgram()).importPackages("io.onhand").stream()
                                .filter(type -> !type.getPackageName().equals("io.onhand.measure"))
                                .filter(type -> !type.getPackageName().equals("io.onhand.plugin"))
                                .filter(type -> !type.isAnonymousClass())
                                .filter(type -> !type.getSimpleName().equals("package-info"))
                                .toList();
        long open = types.stream().filter(VisibilityTest::isPublic).count();
        assertThat(open).as("public of " + types.size()).isLessThanOrEqualTo(types.size() / 2);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
